using System.Diagnostics;
using System.Text;

namespace NewsAlerts.Tests.Configuration;

public class HostileYamlTests
{
    // What takes time that grows with the square of its size takes far longer, on a busy machine too.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    public static TheoryData<string> Hostile => new(
        Repeat("[", 200_000),
        Repeat("{a: ", 200_000),
        Repeat("- ", 100_000),
        Repeat("? ", 100_000),
        Repeat("{", 200_000) + Repeat("}", 200_000),
        string.Concat(Enumerable.Range(0, 2_000).Select(depth => new string(' ', depth) + "a:\n")),
        "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(
            Enumerable.Range('b', 20).Select(name => $"{(char)name}: &{(char)name} [{Repeat($"*{(char)(name - 1)},", 9)}]\n")),
        "feeds: &f [" + Repeat("*f,", 100_000) + "]",
        Repeat("&a ", 100_000),
        Repeat("!", 100_000),
        "a: \"" + Repeat("\\", 100_001) + "\"",
        "a: |\n" + Repeat(" \n", 100_000) + "x",
        Repeat("\t", 100_000),
        "%YAML 99999999999999999999.1\n---\na: b",
        Repeat("---\n", 50_000),
        "\0\u0001\ud800",
        "rules: [" + Repeat("{}, ", 20_000) + "]",
        Repeat("key: 1\n", 20_000));

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Read_HostileText_IsAMistakeAtOnce(string text)
    {
        var clock = Stopwatch.StartNew();

        var result = Reading.Read(text);

        Assert.NotEmpty(result.Mistakes);
        Assert.True(clock.Elapsed < Longest, $"it took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("!![")]
    [InlineData("?\0[?\r?[")]
    [InlineData("feeds: [!!]")]
    public void Read_TextThatTheParserBreaksOn_IsAMistake(string text) => Assert.NotEmpty(Reading.Read(text).Mistakes);

    [Fact]
    public void Read_RandomText_NeverThrows()
    {
        const string Alphabet = "[]{}:,?- ab\n#'\"\t\r\0&*!|>%<\\\u0085\ufeff";
        var random = new Random(20260101);
        for (var round = 0; round < 30_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var result = Reading.Read("feeds: " + text);
            Assert.Equal(result.IsRight, result.Mistakes.Count == 0);
        }
    }

    [Fact]
    public void Read_ManyUnknownNames_StaysQuick()
    {
        var text = new StringBuilder(Reading.Right);
        text.Replace("rules:\n", "rules:\n" + string.Concat(Enumerable.Range(0, 20_000).Select(
            number => $"  - {{ name: rule{number}, when: word, notify: [unknown{number}] }}\n")));
        text.Append(string.Concat(Enumerable.Range(0, 20_000).Select(
            number => $"  - {{ name: desk{number}, type: email, to: me@example.org }}\n")));
        var clock = Stopwatch.StartNew();

        var result = Reading.Read(text.ToString());

        Assert.Equal(20_000, result.Mistakes.Count);
        Assert.True(clock.Elapsed < Longest, $"it took {clock.Elapsed}");
    }
}

using System.Reflection;
using NewsAlerts.Feeds;
using NewsAlerts.Names;
using NewsAlerts.Rules;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.LibraryTests.Surface;

/// <summary>Each library's README says what it offers: an example that works, and every public type.</summary>
public class ReadmeTests
{
    private const string Indent = "        ";

    private static readonly Dictionary<string, Assembly> Libraries = new()
    {
        ["Feeds"] = typeof(FeedParser).Assembly,
        ["Names"] = typeof(NameVariants).Assembly,
        ["Rules"] = typeof(RuleMatcher).Assembly,
    };

    public static TheoryData<string> Names => [.. Libraries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_IsTheCodeThatTheTestsRun(string library)
    {
        var source = RepositoryFile.Read("tests/NewsAlerts.LibraryTests/Surface/Examples.cs").ReplaceLineEndings("\n");
        var begin = source.IndexOf($"{Indent}// {library}\n", StringComparison.Ordinal) + $"{Indent}// {library}\n".Length;
        var lines = source[begin..source.IndexOf($"\n\n{Indent}// end", begin, StringComparison.Ordinal)].Split('\n');
        var code = string.Join('\n', lines.Select(line => line.Length > 0 ? line[Indent.Length..] : ""));

        Assert.Contains($"```csharp\n{code}\n```", Readme(library), StringComparison.Ordinal);
    }

    // A type becomes public on purpose: it is in the table then.
    [Theory]
    [MemberData(nameof(Names))]
    public void Table_NamesEveryPublicTypeAndNoOther(string library)
    {
        var table = Readme(library).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var named = table.SelectMany(row => row.Split('|')[1].Split(',')).Select(name => name.Trim(' ', '`')).Order(StringComparer.Ordinal);

        var types = Libraries[library].GetExportedTypes().Where(type => !type.IsNested).Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(types, named);
    }

    [Fact]
    public void Feeds_Example_PrintsTheItems() => Assert.Equal(
        [$"2026-11-21 09:27:00Z One https://news.example.org/1 ({ItemId.OfGuid("1")})"],
        Examples.Feeds("""<rss><channel><item><title>One</title><link>/1</link><guid>1</guid><pubDate>Sat, 21 Nov 2026 09:27:00 GMT</pubDate></item></channel></rss>"""u8.ToArray()));

    [Fact]
    public void Feeds_ExampleWithoutAFeed_SaysWhatItIs() => Assert.Contains("HTML", Assert.Single(Examples.Feeds("<html><body>Hello</body></html>"u8.ToArray())), StringComparison.Ordinal);

    [Fact]
    public void Names_Example_FindsThePerson() => Assert.Equal(["lawrow at 7"], Examples.Names());

    [Fact]
    public void Rules_Example_SaysWhatMatched() => Assert.Equal(["Title 0 6", "Title 38 6"], Examples.Rules());

    private static string Readme(string library) => RepositoryFile.Read($"src/NewsAlerts.{library}/README.md").ReplaceLineEndings("\n");
}

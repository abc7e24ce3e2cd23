using NewsAlerts.Rules.Terms;

namespace NewsAlerts.LibraryTests.Rules;

public class PrefixIndexTests
{
    private const string Letters = "abcdefghijklmnop";

    [Fact]
    public void AddTo_KeyOfEveryLength_FindsThePrefixesThatAreNotLonger()
    {
        for (var shortest = 1; shortest <= Letters.Length; shortest++)
        {
            var prefixes = new TermTable();
            for (var length = shortest; length <= Letters.Length; length++)
            {
                prefixes.Intern(Letters.AsSpan(0, length));
                prefixes.Intern(Letters[..(length - 1)] + 'z');
            }

            var index = new PrefixIndex(prefixes);
            for (var length = 1; length <= Letters.Length; length++)
            {
                Assert.True(TermKey.TryMake(Letters.AsSpan(0, length), out var word));
                var found = new List<int>();
                index.AddTo(found, word);

                var expected = Enumerable.Range(shortest, Math.Max(0, length - shortest + 1)).Select(prefix => Letters[..prefix]);
                Assert.True(found.Count == 0 || index.MayStart(word));
                Assert.Equal(expected, found.Select(prefix => prefixes[prefix].ToString()));
            }
        }
    }

    [Fact]
    public void AddTo_WordWithHangul_FindsPrefixesOfBothKinds()
    {
        var prefixes = new TermTable();
        foreach (var prefix in (string[])["abcd", "k", "한국", "한", "k팝", new string('가', 40)])
        {
            prefixes.Intern(prefix);
        }

        var index = new PrefixIndex(prefixes);

        Assert.Equal(["한", "한국"], Found("한국은"));
        Assert.Equal(["k", "k팝"], Found("k팝은"));
        Assert.Equal(["abcd"], Found("abcde"));
        Assert.Equal([new string('가', 40)], Found(new string('가', 41)));
        Assert.Empty(Found("국"));
        Assert.True(TermKey.TryMake("한국은", out var key) && index.MayStart(key));
        Assert.Equal(1, index.Shortest);

        IEnumerable<string> Found(string word)
        {
            var found = new List<int>();
            index.AddTo(found, word);
            return found.Select(prefix => prefixes[prefix].ToString()).Order(StringComparer.Ordinal);
        }
    }
}

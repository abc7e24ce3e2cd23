using NewsAlerts.Rules.Terms;

namespace NewsAlerts.LibraryTests.Rules;

public class KeyIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void Find_ManyKeys_FindsTheirNumbersAndNoOthers(int count)
    {
        var index = new KeyIndex([.. Enumerable.Range(0, count).Select(number => (KeyOf(number), number * 10))]);

        for (var number = 0; number < count; number++)
        {
            Assert.Equal(number * 10, index.Find(KeyOf(number)));
        }

        Assert.All(Enumerable.Range(1, 100_000), number => Assert.Equal(KeyIndex.None, index.Find(KeyOf(-number))));
        Assert.Equal(count, index.Count);
        Assert.Equal(count, index.Keys.Distinct().Count());
    }

    [Fact]
    public void Find_GroupWithMoreKeysThanTags_FindsAllOfThem()
    {
        // With so few keys there are few groups, and these hashes are all in the first one.
        var keys = Enumerable.Range(0, 1_000_000).Select(KeyOf).Where(key => key.Hash() < uint.MaxValue / 100).Take(200).ToArray();
        var index = new KeyIndex([.. keys[..100].Select((key, number) => (key, number))]);

        Assert.All(Enumerable.Range(0, 100), number => Assert.Equal(number, index.Find(keys[number])));
        Assert.All(Enumerable.Range(100, 100), number => Assert.Equal(KeyIndex.None, index.Find(keys[number])));
    }

    [Fact]
    public void TryMake_DifferentTerms_MakesDifferentKeys()
    {
        // As bytes, the first two would be the same.
        string[] terms = ["ab", "\u6261", "a", "b", "aa", "é", "é\u0001", "\u0001é", "ééééééé", "sixteencharacter", "sixteencharacte"];

        var keys = terms.Select(term => TermKey.TryMake(term, out var key) ? key : default);

        Assert.Equal(terms.Length, keys.Where(key => !key.IsLong).Distinct().Count());
        Assert.All(terms, term =>
        {
            var characters = new char[TermKey.LongestAscii];
            Assert.True(TermKey.TryMake(term, out var key));
            Assert.Equal(term, new string(characters, 0, key.CopyTo(characters)));
        });
    }

    private static TermKey KeyOf(int number) => TermKey.OfPair(number, number / 7);
}

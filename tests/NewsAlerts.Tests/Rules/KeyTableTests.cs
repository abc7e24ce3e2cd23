using NewsAlerts.Rules;

namespace NewsAlerts.Tests.Rules;

public class KeyTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public void Find_ManyKeys_FindsTheirNumbersAndNoOthers(int capacity)
    {
        var table = new KeyTable(capacity);
        for (var number = 0; number < 100_000; number++)
        {
            table.Add(KeyOf(number), number);
        }

        for (var number = 0; number < 100_000; number++)
        {
            Assert.Equal(number, table.Find(KeyOf(number)));
            Assert.Equal(KeyTable.None, table.Find(KeyOf(-1 - number)));
        }
    }

    [Fact]
    public void Find_NothingAdded_FindsNothing() => Assert.Equal(KeyTable.None, new KeyTable().Find(KeyOf(1)));

    [Fact]
    public void Select_OtherNumbers_FindsThem()
    {
        var table = new KeyTable();
        table.Add(KeyOf(1), 1);
        table.Add(KeyOf(2), 2);

        var selected = table.Select(number => number * 10);

        Assert.Equal(10, selected.Find(KeyOf(1)));
        Assert.Equal(20, selected.Find(KeyOf(2)));
        Assert.Equal(2, selected.Count);
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

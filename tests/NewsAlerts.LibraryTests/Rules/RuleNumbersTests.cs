using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.LibraryTests.Rules;

public class RuleNumbersTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(5, 1)]
    [InlineData(24, 1 << 10)]
    [InlineData(25, 2)]
    [InlineData(2_000, 1_000)]
    [InlineData(2_000, 1 << 20)]
    [InlineData(5_000, (1 << 20) + 1)]
    [InlineData(5_000, int.MaxValue)]
    public void CopyTo_NumbersInAnyOrder_ListsEachOnceAscending(int count, int limit)
    {
        var random = new Random(count);
        var added = Enumerable.Range(0, count).Select(_ => random.Next(limit)).ToList();
        if (count > 1)
        {
            added[1] = limit - 1;
        }

        var numbers = new RuleNumbers();
        var list = new List<int> { 77 };
        foreach (var number in added)
        {
            numbers.Add(number);
        }

        numbers.CopyTo(list, limit);

        Assert.Equal(added.Distinct().Order(), list);
    }

    [Fact]
    public void RemoveAll_SomeNumbers_LeavesTheOthers()
    {
        var numbers = new RuleNumbers();
        var list = new List<int>();
        foreach (var number in (int[])[9000, 1, 5000, 1, 2])
        {
            numbers.Add(number);
        }

        numbers.RemoveAll(NumberPages.Empty.With(1).With(9000).With(1_000_000));
        numbers.CopyTo(list, 10_000);

        Assert.Equal([2, 5000], list);
    }
}

namespace NewsAlerts.Rules.Terms;

/// <summary>A set of small numbers that never changes: with one more, it is a new set, which shares most pages with the old one.</summary>
internal sealed class NumberPages
{
    public static readonly NumberPages Empty = new([]);

    private const int WordShift = 6;
    private const int PageShift = 12;
    private const int WordsInPage = 1 << (PageShift - WordShift);

    private readonly ulong[]?[] _pages;

    private NumberPages(ulong[]?[] pages) => _pages = pages;

    public bool Contains(int number)
    {
        var page = number >> PageShift;
        return page < _pages.Length && _pages[page] is { } words && (words[WordIn(number)] & (1UL << number)) != 0;
    }

    /// <summary>The set with one more number.</summary>
    public NumberPages With(int number)
    {
        if (Contains(number))
        {
            return this;
        }

        var page = number >> PageShift;
        var pages = new ulong[]?[Math.Max(_pages.Length, page + 1)];
        _pages.CopyTo(pages, 0);
        ulong[] words = [.. pages[page] ?? new ulong[WordsInPage]];
        words[WordIn(number)] |= 1UL << number;
        pages[page] = words;
        return new(pages);
    }

    private static int WordIn(int number) => (number >> WordShift) & (WordsInPage - 1);
}

namespace NewsAlerts.Rules.Places;

/// <summary>Accepts a word that ends with the same signs as in the query: C++ and no C#.</summary>
internal sealed class NameEnd(string signs) : IPlaceCheck
{
    public bool Accepts(ReadOnlySpan<char> text, int start, int length) => WordPart.EndAt(text, start + length).SequenceEqual(signs);
}

using NewsAlerts.Rules.Places;

namespace NewsAlerts.Rules.Parsing;

/// <summary>
/// Accepts a word that begins with a dot. Where the dot joins it to another word, it counts only as written: .NET is found in
/// ASP.NET and not in example.net.
/// </summary>
/// <param name="written">The word as the query has it.</param>
internal sealed class DottedName(string written) : IPlaceCheck
{
    public bool Accepts(ReadOnlySpan<char> text, int start, int length) =>
        start > 0 && text[start - 1] == '.'
        && (start == 1 || !char.IsLetterOrDigit(text[start - 2]) || WrittenForm.AreSame(text.Slice(start, length), written.Normalize()));
}

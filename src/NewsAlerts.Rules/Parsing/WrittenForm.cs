using System.Text;

namespace NewsAlerts.Rules.Parsing;

/// <summary>Compares words as they are written: case and accents count, how the accents are encoded does not.</summary>
internal static class WrittenForm
{
    /// <summary>Whether a word of a text is written as one in Unicode's Normalization Form C.</summary>
    public static bool AreSame(ReadOnlySpan<char> word, string normalized) =>
        word.SequenceEqual(normalized) || (!Ascii.IsValid(word) && word.ToString().Normalize() == normalized);
}

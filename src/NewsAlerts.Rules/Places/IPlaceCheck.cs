namespace NewsAlerts.Rules.Places;

/// <summary>Says of a place where words were found whether it counts, looking at the original text around it.</summary>
internal interface IPlaceCheck
{
    /// <summary>Whether the place counts.</summary>
    /// <param name="text">The whole text of the field as it came.</param>
    /// <param name="start">Where the place starts in it.</param>
    /// <param name="length">How many characters it has.</param>
    bool Accepts(ReadOnlySpan<char> text, int start, int length);
}

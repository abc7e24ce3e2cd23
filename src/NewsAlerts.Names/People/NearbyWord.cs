using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.People;

/// <summary>A word beside a place in a text.</summary>
/// <param name="Text">The word as written; two that a hyphen joins are one.</param>
/// <param name="Gap">What stands between it and the place, or the word that is nearer to the place.</param>
/// <param name="Start">Where it starts in the text.</param>
internal sealed record NearbyWord(string Text, WordGap Gap, int Start)
{
    /// <summary>The word as names are compared: folded, without its hyphens.</summary>
    public string Key { get; } = Folded.Joined(Text);

    /// <summary>Whether it is written as names are: its first letter is a capital, or its script has none.</summary>
    public bool IsCapitalised => !char.IsLower(Text[0]);

    /// <summary>Whether all its letters are capitals, and it has several.</summary>
    public bool IsAllCapitals => Text.Length > 1 && Text.All(letter => !char.IsLower(letter)) && char.IsUpper(Text[0]);
}

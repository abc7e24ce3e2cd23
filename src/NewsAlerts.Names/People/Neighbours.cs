namespace NewsAlerts.Names.People;

/// <summary>A set of letters that may stand beside a group, the word's start and end among them.</summary>
internal sealed record Neighbours(string Letters, bool IsComplement)
{
    /// <summary>Stands for the start of the word.</summary>
    public const char Start = '^';

    /// <summary>Stands for the end of the word.</summary>
    public const char End = '$';

    public bool Contains(char letter) => Letters.Contains(letter, StringComparison.Ordinal) != IsComplement;
}

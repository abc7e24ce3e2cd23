namespace NewsAlerts.Names.Spellings;

/// <summary>Tells scripts apart by the blocks of the Unicode Standard.</summary>
internal static class Scripts
{
    /// <summary>The script of a word's first letter.</summary>
    public static Script Of(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (char.IsLetter(character))
            {
                return Of(character);
            }
        }

        return Script.Other;
    }

    /// <summary>Whether the script has capitals, so that a name can be told from a common word.</summary>
    public static bool HasCapitals(Script script) => script is Script.Latin or Script.Cyrillic or Script.Greek;

    private static Script Of(char letter) => letter switch
    {
        <= '\u024f' or (>= '\u1e00' and <= '\u1eff') or (>= '\uff21' and <= '\uff5a') => Script.Latin,
        (>= '\u0370' and <= '\u03ff') or (>= '\u1f00' and <= '\u1fff') => Script.Greek,
        >= '\u0400' and <= '\u052f' => Script.Cyrillic,
        >= '\u0590' and <= '\u05ff' => Script.Hebrew,
        >= '\u0600' and <= '\u077f' => Script.Arabic,
        (>= '\ufb50' and <= '\ufdff') or (>= '\ufe70' and <= '\ufeff') => Script.Arabic,
        (>= '\u3041' and <= '\u30ff') => Script.Kana,
        _ => Script.Other,
    };
}

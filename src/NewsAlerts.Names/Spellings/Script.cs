namespace NewsAlerts.Names.Spellings;

/// <summary>What a name is written in.</summary>
internal enum Script
{
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Kana,

    /// <summary>Han, Hangul and whatever else has no table here: looked for as written.</summary>
    Other,
}

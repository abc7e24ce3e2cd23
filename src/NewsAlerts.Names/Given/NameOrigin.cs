namespace NewsAlerts.Names.Given;

/// <summary>
/// Where a name in Latin letters comes from: it decides how it is read, and whether outlets spell it differently.
/// </summary>
internal enum NameOrigin
{
    /// <summary>A language that is written in Latin letters: every outlet keeps the spelling.</summary>
    Latin,

    /// <summary>A language in Cyrillic letters.</summary>
    Slavic,

    /// <summary>Arabic or Persian.</summary>
    Arabic,

    Greek,

    /// <summary>Another script, such as Hebrew, Kana or Devanagari.</summary>
    Other,
}

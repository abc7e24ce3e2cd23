using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From Cyrillic letters to sounds: the letters of ISO 9:1995, sounded as in BGN/PCGN 1947 (Russian), 2019 (Ukrainian),
/// 1979 (Belarusian), 2013 (Bulgarian) and in the Serbian and Macedonian alphabets.
/// </summary>
internal static class CyrillicSounds
{
    /// <summary>Letters that sound alike in all of them, or as in Russian.</summary>
    public static readonly SoundTable Russian = SoundTable.Read(Shared);

    /// <summary>Ukrainian г, и and the letters that only Ukrainian has; Belarusian ў.</summary>
    public static readonly SoundTable Ukrainian = SoundTable.Read(
        """
        г : h
        ий$ : ij
        и : y
        е : e
        """,
        Shared);

    private const string Shared =
        """
        а : a
        б : b
        в : v
        г : g
        ґ : g
        ѓ : g
        д : d
        ђ : J
        (^аеёиоуыэюяіїєьъ)е : je
        е : e
        (^аеёиоуыэюяьъ)ё : jo
        ё : ë
        є : je
        ж : Z
        з : z
        ѕ : dz
        и : i
        ий$ : ij
        ый$ : yj
        і : i
        ї : ji
        й : j
        ј : j
        к : k
        ќ : C
        л : l
        љ : lj
        м : m
        н : n
        њ : nj
        о : o
        п : p
        р : r
        с : s
        т : t
        ћ : C
        у : u
        ў : w
        ф : f
        х : x
        ц : c
        ч : C
        џ : J
        дж : J
        дз : dz z~1
        ш : S
        щ : X
        ъ : -
        ы : y
        ь : '
        ьо : 'o
        (^)э : E
        э : E
        ю : ju
        я : ja
        ' : -
        ’ : -
        """;
}

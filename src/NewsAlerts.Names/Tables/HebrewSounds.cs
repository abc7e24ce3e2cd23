using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From Hebrew letters to sounds: ISO 259 and the BGN/PCGN table for Hebrew. Vowels are mostly unwritten: a
/// consonant before another one is read with a, e, or none.
/// </summary>
internal static class HebrewSounds
{
    private const string Consonants = "בגדזחטכלמנסעפצקרשתךםןףץ";

    public static readonly SoundTable Table = SoundTable.Read(
        $"""
        א : a e~2
        א$ : a
        ב : b v~1
        ^ב : b
        ב({Consonants}) : ba be b~1 va~2 ve~2
        ג : g
        ג({Consonants}) : ga g~1 ge~2
        ג' : J
        ג׳ : J
        ד : d
        ד({Consonants}) : da d~1 de~2
        ה : h
        ה$ : a e~2
        ו : u o~1 v~3
        וו : v w~1
        ^ו : v
        ז : z
        ח : x h~2
        ח({Consonants}) : xa ha~1 x~2
        ט : t
        י : i
        ^י : j
        י(אוה) : j
        יי : aj ej~1
        כ : k x~1
        ל : l
        ל({Consonants}) : la l~1 le~2
        מ : m
        מ({Consonants}) : ma m~1 me~1
        נ : n
        נ({Consonants}) : na n~1 ne~1
        ס : s
        ע : a e~2
        פ : p f~1
        צ : c
        צ' : C
        צ׳ : C
        ק : k
        ק({Consonants}) : ka k~1
        ר : r
        ר({Consonants}) : ra r~1
        ש : S s~2
        ש({Consonants}) : Sa S~1
        ת : t
        ת({Consonants}) : ta t~1
        ך : x
        ם : m
        ן : n
        ף : f
        ץ : c
        ' : -
        ׳ : -
        ־ : -
        """);
}

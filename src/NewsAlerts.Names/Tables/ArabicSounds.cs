using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From Arabic and Persian letters to sounds: ISO 233-2:1993, ALA-LC 2012 and BGN/PCGN 1956. Short vowels are
/// unwritten:
/// a consonant before another one is read with a, i, u, or none.
/// </summary>
internal static class ArabicSounds
{
    private const string Consonants = "بتثجحخدذرزسشصضطظعغفقكلمنهپچژگک";

    public static readonly SoundTable Table = SoundTable.Read(
        $"""
        ا : a
        ^ا : a i~2 u~3
        أ : a u~3
        إ : i e
        آ : a
        ؤ : u
        ئ : i e~1
        ء : -
        ى : a
        ة : a
        ب : b
        ب({Consonants}) : ba b~1 be~2 bu~3
        ت : t
        ت({Consonants}) : ta t~1 te~2
        ث : T
        ج : J g~2
        ج({Consonants}) : Ja J~1
        ح : h
        ح({Consonants}) : ha h~1 hu~2
        خ : x
        خ({Consonants}) : xa x~1
        د : d
        د({Consonants}) : da d~1
        ذ : D
        ر : r
        ر({Consonants}) : r ra~1
        ز : z
        ز({Consonants}) : z za~1
        س : s
        س({Consonants}) : s sa~1 su~3
        ش : S
        ش({Consonants}) : S Sa~1
        ص : s
        ص({Consonants}) : sa s~1
        ض : d z~3
        ط : t
        ظ : z
        ع : a -~1
        ع(اويأ) : -
        غ : G g~1
        ف : f v~3
        ف({Consonants}) : f fa~1
        ق : q
        ق({Consonants}) : qa q~1
        ك : k
        ك({Consonants}) : k ka~1
        ک : k
        ل : l
        ل({Consonants}) : l la~1
        م : m
        م({Consonants}) : m ma~1 mu~1
        ن : n
        ن({Consonants}) : n na~1
        ه : h
        ه$ : h a~2
        و : u o~1 w~2
        ^و : w v~3
        و(اي) : w
        ي : i
        ی : i
        ^ي : j
        (ا)ي : j i
        ي(او) : j
        پ : p
        چ : C
        ژ : Z
        گ : g
        """);
}

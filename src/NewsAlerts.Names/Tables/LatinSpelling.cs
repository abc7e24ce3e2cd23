using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From sounds to Latin letters as outlets of each language write foreign names: BGN/PCGN for English, DIN 1460 and the
/// Duden's transcription for German, the rules of the language's press elsewhere. Accents are left out: they are
/// folded.
/// </summary>
internal static class LatinSpelling
{
    private const string English =
        """
        p : p
        b : b
        t : t
        d : d
        k : k
        q : q k
        g : g
        G : gh g~1
        f : f
        v : v
        v$ : v ff~2
        s : s
        z : z
        S : sh
        Z : zh j~3
        c : ts tz~3
        C : ch
        J : j dj~2 dzh~3
        X : shch sch~4
        T : th t~2
        D : dh d~1 z~2
        x : kh h~2
        h : h
        H : h
        m : m
        n : n
        N : ng
        l : l
        r : r
        w : w
        3 : -
        2 : -
        ' : -
        a : a
        A : a aa~4
        (^)e : e
        e : e
        E : e
        i : i
        I : i ee~3
        o : o
        O : o ou~3
        u : u ou~4
        U : u ou~2 oo~3
        y : y i~2
        ö : o oe~1
        ü : u ue~1 yu~2
        ë : e yo~2 o~2 io~4
        j : y i~1
        ja : ya ia~2
        (i)ja : a ya
        ju : yu iu~2
        (^)je : ye e~1
        (aeiouyAIOU)je : ye e
        je : ye e~1 ie~1
        jo : yo io~2
        (skc)ij$ : y iy~1 i~2 yi~2 yy~3 ii~2
        ij$ : y iy~1 i~1 ii~2
        yj$ : y yi~2 i~2 yy~2
        (ckgxh)yj$ : y yi~2 i~2 yy~2 iy~2 ii~2
        aj : ay ai~1
        aje : aye aie~1 ae~1
        ej : ey ei
        eje : eye eie~1 ee~1
        oj : oy oi
        uj : uy ui
        ks : ks x~1
        """;

    private const string German =
        """
        v : w
        v$ : w
        z : s z~2
        (aeiou)s(aeiou) : ss s~1
        S : sch
        Z : sch sh~2
        c : z ts~2
        C : tsch
        X : schtsch
        J : dsch
        x : ch
        ij$ : ij i~1 y~1 yj~3
        (skc)ij$ : i ij~1 y~1 yj~2
        j : j i~1
        ja : ja ia~2
        ju : ju
        je : je e
        (^)je : je
        jo : jo
        aje : aje
        eje : eje
        aj : aj ai
        ej : ej ei
        oj : oj oi
        uj : uj ui
        ë : o jo~1 e~2
        u : u
        """;

    private const string French =
        """
        u : ou
        U : ou
        S : ch
        Z : j
        C : tch
        X : chtch
        J : dj
        in$ : ine in~1
        yn$ : yne yn~1
        g(eiy) : gu
        (aeiou)s(aeiou) : ss s~1
        j : i y~1
        ja : ia ya~1
        ju : iou you~1
        je : ie e~1
        (^)je : ie e
        v$ : v ff~2 w~4
        ij$ : i y iy~2 ii~2
        (skc)ij$ : i y
        aj : ai ay~1
        ej : ei ey~1
        """;

    private const string Spanish =
        """
        x : j kh~2
        h : h j~2
        Z : zh y~3
        J : y j~2 dzh~3
        g(eiy) : gu g~2
        j : i y~1
        ja : ia ya~1
        ju : iu yu~1
        je : ie e~1
        (aeiou)je : ye e ie
        ij$ : i iy~3
        (skc)ij$ : i y~2
        ej : ei
        aj : ai
        """;

    private const string Portuguese =
        """
        S : ch sh~1
        Z : j zh~1
        C : tch ch~1
        X : chtch shch~2
        g(eiy) : gu
        (aeiou)s(aeiou) : ss s~1
        x : kh
        j : i
        ja : ia
        ju : iu
        je : ie e~1
        ij$ : i y~2
        (skc)ij$ : i y~2
        ej : ei
        aj : ai
        """;

    private const string Italian =
        """
        C : ci c~2
        C(ei) : c
        S : sh sc~2
        J : gi dj~2
        g(eiy) : gh g~1
        j : j i~1
        ja : ia ja
        ju : iu ju
        ij$ : i ij~2 y~1
        (skc)ij$ : i y~1 ij~2
        ej : ei
        """;

    private const string Polish =
        """
        v : w
        v$ : w
        S : sz
        Z : z
        C : cz
        X : szcz
        J : dz
        c : c
        x : ch
        l(eij') : l
        l : ł
        l' : l
        (!^aeiouySZCcjlkg)e : ie e~1
        (kg)e : ie e~1
        i : i
        u : u
        j : j
        ja : ja ia~1
        ju : ju iu~1
        je : je ie~1
        jo : jo
        ij$ : ij i~1 y~1
        (skc)ij$ : i ij~2 yj~3
        yj$ : y yj~2
        aje : aje
        eje : eje
        aj : aj
        ej : ej
        oj : oj
        uj : uj
        ë : io o~1
        (SZCX)ë : o io~2
        """;

    private const string Dutch =
        """
        u : oe
        S : sj
        Z : zj
        C : tsj
        X : sjtsj
        x : ch
        j : j i~2
        ja : ja
        ju : joe
        je : je e
        jo : jo
        ij$ : i y~1 ij~2
        (skc)ij$ : i y~1 ij~2
        aje : aje
        eje : eje
        aj : aj ai
        ej : ej ei
        oj : oj oi
        uj : oej oei
        ë : o jo~1
        """;

    private const string Nordic =
        """
        S : sj
        Z : zj sj~1
        C : tj tsj
        X : sjtj sjtsj sjtj
        c : ts
        x : ch kh
        j : j
        ja : ja
        ju : ju
        je : je e
        jo : jo
        ij$ : ij y i
        (skc)ij$ : yj ij y
        yj$ : yj
        aje : aje
        eje : eje
        aj : aj
        ej : ej
        oj : oj
        uj : uj
        ë : o jo~2 e~2
        """;

    private const string Carons =
        """
        S : s
        Z : z
        C : c
        X : sc sh~4
        J : dz dzh~3
        c : c ts~1
        x : h ch~1
        j : j
        ja : ja
        ju : ju
        je : je e
        jo : jo
        ij$ : ij y~2 i~2
        (skc)ij$ : ij y i~1
        yj$ : yj y
        aje : aje
        eje : eje
        aj : aj
        ej : ej
        oj : oj
        uj : uj
        ë : o e~1 jo~1
        """;

    private const string Hungarian =
        """
        s : sz
        S : s
        Z : zs
        C : cs
        X : scs
        c : c
        x : h
        J : dzs
        t(i) : ty t~2
        d(i) : gy d~2
        d(e) : gy d
        n(i) : ny n
        j : j
        ja : ja
        ju : ju
        je : je
        ij$ : ij
        (skc)ij$ : ij i~1
        aje : aje
        eje : eje
        aj : aj
        ej : ej
        oj : oj
        uj : uj
        ë : o
        """;

    private const string Turkish =
        """
        S : s
        Z : j
        C : c
        X : sc
        J : c
        x : h
        y : ı
        ij$ : i iy~1
        (skc)ij$ : i iy~2
        j : y
        """;

    /// <summary>Each language's table, with what a spelling by it costs beside the English ones.</summary>
    public static readonly (SoundTable Table, int Cost)[] Languages =
    [
        (SoundTable.Read(English), 0),
        (SoundTable.Read(German, English), 0),
        (SoundTable.Read(French, English), 0),
        (SoundTable.Read(Spanish, English), 0),
        (SoundTable.Read(Polish, English), 0),
        (SoundTable.Read(Dutch, English), 1),
        (SoundTable.Read(Nordic, English), 1),
        (SoundTable.Read(Carons, English), 1),
        (SoundTable.Read(Portuguese, English), 1),
        (SoundTable.Read(Italian, English), 1),
        (SoundTable.Read(Hungarian, English), 2),
        (SoundTable.Read(Turkish, English), 2),
    ];
}

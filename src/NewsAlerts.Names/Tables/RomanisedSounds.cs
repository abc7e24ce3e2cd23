using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From a romanised name to sounds: the romanisation tables of its script read backwards, whichever outlet used them.
/// </summary>
internal static class RomanisedSounds
{
    /// <summary>
    /// From Cyrillic, by BGN/PCGN, ISO 9 and the habits of English, German, French and Polish outlets.
    /// </summary>
    public static readonly SoundTable Slavic = SoundTable.Read(
        """
        a : a
        b : b
        c : c k~2
        ic$ : iC ic~2
        č : C
        ć : C
        ch : C x~2
        chtch : X
        cz : C
        d : d
        dj : J
        dzh : J
        đ : J
        ^e : je e~2
        (aiouy)e : je e~2
        e : e
        (hcC)ev$ : ëv ev~1
        é : e
        f : f
        ff$ : v
        g : g
        gu(eiy) : g
        h : h x~3
        i : i
        ia : ja ia~1
        iu : ju iu~1
        io : ë io~1
        (!aeiou)ie : e je~1
        ii$ : ij
        ij$ : ij
        iy$ : ij
        ine$ : in ine~1
        j : j Z~3
        ja : ja
        je : je
        jo : jo
        ju : ju
        k : k
        kh : x
        l : l
        l(bcdfgkmnprstvz) : l' l~1
        l$ : l l'~2
        ł : l
        m : m
        n : n
        o : o
        oo : u
        ou : u ou~2
        oi(bcdgkmnprstvz) : oj oi~1
        off$ : ov
        ow$ : ov
        p : p
        q : k
        r : r
        s : s
        sch : S X~3
        schtsch : X
        sh : S
        shch : X
        (skc)i$ : ij
        (skc)y$ : ij
        ss : s ss~1
        sz : S
        szcz : X
        š : S
        šč : X
        t : t
        tch : C
        tj : C tj~2
        tsch : C
        ts : c
        tz : c
        u : u
        v : v
        w : v
        x : ks
        y : y i~1
        y$ : ij y~2
        (aeou)y : j
        ay$ : aj
        ey$ : ej
        oy$ : oj
        ai$ : aj
        ei$ : ej
        oi$ : oj
        ya : ja
        ye : je
        yo : jo
        (!^aeiou)yo : ë
        yu : ju
        yi$ : ij
        yj$ : ij
        yy$ : ij
        z : z
        zh : Z
        zj : Z
        ž : Z
        ż : Z
        ä : ja
        å : o
        ' : '
        ’ : '
        """);

    /// <summary>From Arabic or Persian, by ALA-LC, BGN/PCGN and the habits of English and French outlets.</summary>
    public static readonly SoundTable Arabic = SoundTable.Read(
        """
        a : a
        aa : a
        ah$ : a ah~1
        ai : aj
        ay : aj
        ^ay : aj
        b : b
        c : k
        ch : S C~1
        d : d
        ddh : DD
        dh : D
        dhdh : DD
        dj : J
        e : e
        ee : I
        ei : ej
        ey : ej
        é : e
        f : f
        ff : f
        g : g q~1
        ^g : g q
        gh : G q~2
        h : h
        i : i
        j : J
        k : k q~1
        kh : x
        ^kh : x q~3
        l : l
        m : m
        n : n
        o : o
        oo : U
        ou : U
        p : p
        q : q
        r : r
        s : s
        sh : S
        t : t
        th : T
        u : u
        v : v
        w : w
        x : ks
        y : i
        y(aeou) : j
        (aeou)y : j
        z : z
        zh : Z
        ï : i
        ' : 3
        ’ : 3
        """);

    /// <summary>From Greek, by ISO 843 and ELOT 743.</summary>
    public static readonly SoundTable Greek = SoundTable.Read(
        """
        a : a
        b : b
        c : k
        ch : x
        d : D d~1
        nd : nd
        dh : D
        e : e
        ^e : e
        é : e
        f : f
        g : g
        gi(aou) : j
        h : x
        i : i
        j : J j~1
        k : k
        kh : x
        l : l
        m : m
        n : n
        o : o
        ou : u
        p : p
        ph : f
        q : k
        r : r
        rh : r
        s : s
        sh : S
        t : t
        th : T
        ts : c
        tz : J c~1
        u : u
        v : v
        w : v
        x : ks
        y : i
        y(aeou) : j
        z : z
        ai : aj
        """);

    /// <summary>
    /// From Hebrew, by ISO 259-3 and the Academy's rules of 2006, or from elsewhere: y is a consonant, ch and kh are
    /// one.
    /// </summary>
    public static readonly SoundTable Other = SoundTable.Read(
        """
        a : a
        aa : A a
        b : b
        c : k
        ch : C x~1
        d : d
        dh : d
        e : e
        ee : i
        é : e
        f : f
        g : g
        gh : g
        h : h
        i : i
        j : J
        k : k
        kh : x
        l : l
        m : m
        n : n
        o : o
        oo : u
        ou : u o~1
        p : p
        ph : f
        q : q
        r : r
        s : s
        sh : S
        t : t
        th : t
        ts : c
        tz : c
        tsch : C
        u : u
        ū : U
        v : v
        w : v w~1
        x : ks
        y : i
        y(aeiou) : j
        (aeou)y : j
        z : z
        zh : Z
        ō : O
        ' : -
        ’ : -
        """);
}

using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From Latin letters to sounds, by the spelling rules of the languages that most names in the news come from.
/// </summary>
internal static class LatinSounds
{
    private const string Shared =
        """
        a : a
        b : b
        c : k
        c(eiyäöéèí) : s c~3
        ch : C x~1 k~2 S~2
        ck : k
        ç : s C~1
        č : C
        ć : C
        d : d
        dj : J
        dž : J
        đ : J
        e : e
        é : e
        è : e
        f : f
        g : g
        h : h
        i : i
        (aeou)i(aeou) : j i~1
        j : j J~1
        k : k
        kh : x
        l : l
        ł : l
        m : m
        n : n
        ñ : nj
        o : o
        p : p
        ph : f
        q : k
        qu : kv
        r : r
        s : s
        sch : S
        sh : S
        ş : S
        š : S
        ș : S
        ß : s
        t : t
        tch : C
        th : t T~1
        ts : c
        tsch : C
        tz : c
        u : u
        v : v
        w : v w~1
        x : ks
        y : i
        y(aeou) : j
        (aeou)y : j
        z : z
        zh : Z
        ž : Z
        ä : e
        æ : e
        å : o
        ö : ö
        ø : ö
        œ : ö
        ü : ü
        ğ : - g~2
        ı : i
        ' : -
        ’ : -
        """;

    /// <summary>Each letter as it mostly sounds on the continent.</summary>
    public static readonly SoundTable AsWritten = SoundTable.Read(Shared);

    public static readonly SoundTable English = SoundTable.Read(
        """
        ai : ej
        ay : ej
        au : o
        aw : o
        ^a : a E~1 e~1
        a(bcdfgklmnpstvz) : a E~1 ej~2
        air$ : er ejr~1
        are$ : er
        a(bcdgkmnprstvz)es$ : ej
        ake$ : ejk
        ane$ : ejn
        ates$ : ejts
        ale$ : ejl
        ce$ : s
        ck : kk k~1
        ch : C k~2
        chr : kr
        ^kh : k
        dge : J
        ei : i ej aj~1
        ea : i ej~1 e~1 ia~2
        ee : i
        ew : ju u~1
        ey$ : i ej~2
        e$ : -
        ^e : e i~2
        er$ : er
        g(eiy) : g J~1
        gh : - g~1
        i : i aj~2
        ia$ : ia
        i(lkmndtvz) : i aj~2
        ie$ : i
        ie : i aj~1
        igh : aj
        j : J
        ^kn : n
        ^mc : mak
        ^mac : mak
        oa : o
        orth : ort
        mble$ : mbl
        le$ : l
        ague$ : ejg
        ham$ : em
        ajor : ejJor
        o(bcdgklmnprstvz) : o ou~2
        oe : o
        oe$ : o ou~1
        oo : u
        ou : au u~1
        ow : ou au~1
        ow$ : ou
        ^wr : r
        qu : kw kv~1
        r : r
        sh : S
        tch : tC C
        ts : ts c~1
        th : T t~1 s~2
        (lrndgbvm)s$ : s z
        u(bcdfgklmnpstvz) : a u~1 ju~2
        ur(!aeiou) : er
        ir(bdmnst) : er
        yr(bdmnst) : er
        war : uor var~1
        ir : ir
        ^u : u ju~1
        w : w v~1 u~2
        wh : w u~1
        w$ : -
        y : i aj~2
        y$ : i
        z : z
        """,
        Shared);

    public static readonly SoundTable German = SoundTable.Read(
        """
        ei : aj ej~2
        eu : oj
        äu : oj
        ie : i
        ch : x
        ck : kk k~1
        dt : t
        d$ : d t~1
        ee : e
        ff : ff f~1
        sch : S
        ^sp : Sp
        ^st : St
        ^s : z s~1
        (aeiouäöü)s(aeiou) : z s~1
        (aeiouäöü)h(!aeiouäöü) : -
        tz : c
        th : t
        z : c
        v : f v~1
        w : v
        w$ : v -~1
        j : j
        er$ : er
        y : ü i~1
        """,
        Shared);

    public static readonly SoundTable Dutch = SoundTable.Read(
        """
        aa : a
        ch : x
        d$ : t d~1
        dt : t
        ee : e
        ei : ej
        eu : ö
        ff : ff f~1
        g : x g~1
        ie : i
        ij : ej
        oe : u
        oo : o
        ou : au
        sch : sx
        sch$ : s
        u : ü u~1
        ui : ej au~1
        uu : ü
        w : v
        """,
        Shared);

    public static readonly SoundTable French = SoundTable.Read(
        """
        ai : e
        au : o
        eau : o
        aux$ : o
        eaux$ : o
        ch : S
        ei : e
        eu : ö
        oi : ua
        ou : u
        oy : uaj
        u : ü u~1
        gn : nj
        ill : ij
        j : Z
        g(eiy) : Z
        gu(ei) : g
        e$ : -
        es$ : -
        (aeiou)s(aeiou) : z
        h : -
        qu : k
        en(bcdfgklmpqrstvz) : an
        eau$ : o
        ault$ : o
        aud$ : o
        oy$ : ua
        ay(bcdfglmnprstv) : e
        er$ : e er~1
        oy(aeiou) : uaj
        in(bcdfgklmpqrstvz$) : en an in
        ain : en an
        em(bp) : an
        am(bp) : an om
        è : e
        y : i
        c(eiy) : s
        ill(aeo) : ij
        (aeou)il$ : j
        aill : aj
        ei : e ej
        eill : ej
        (aeiou)s$ : - s~1
        (lrn)d$ : -
        (!^aeiou)t$ : -
        (aeiou)t$ : - t~1
        (aeiou)d$ : -
        (!^)x$ : -
        z$ : -
        ss : s
        w : v
        """,
        Shared);

    public static readonly SoundTable Spanish = SoundTable.Read(
        """
        ch : C
        j : x
        g(ei) : x
        gu(ei) : g
        h : -
        ll : j l~2
        qu : k
        z : s T~2
        c(ei) : s T~2
        ñ : nj
        v : b v~1
        x : ks x~1
        ç : s
        """,
        Shared);

    public static readonly SoundTable Italian = SoundTable.Read(
        """
        c(ei) : C
        ci(aou) : C
        ch : k
        g(ei) : J
        gi(aou) : J
        gh : g
        gli : li
        gn : nj
        sc(ei) : S
        z : c
        zz : c
        qu : ku
        """,
        Shared);

    public static readonly SoundTable Polish = SoundTable.Read(
        """
        w : v
        sz : S
        cz : C
        rz : Z
        szcz : X
        ch : x
        c : c
        cz : C
        ie : e je~1
        cie : Ce
        nie : n'e
        ci(aou) : C
        ć : C
        ś : s' s
        ź : z
        ż : Z
        ń : n'
        ń$ : n'
        ó : u
        ą : on
        ą(bp) : om
        ę : en
        ł : l
        j : j
        (skc)i$ : ij
        y : y
        """,
        Shared);

    public static readonly SoundTable Turkish = SoundTable.Read(
        """
        c : J
        ç : C
        ğ : - g~1
        j : Z
        ş : S
        ı : y i~1
        y : j
        h : h
        """,
        Shared);

    /// <summary>Czech, Slovak, Slovene, Croatian, Serbian, Hungarian: c is always ts, j is always y.</summary>
    public static readonly SoundTable Central = SoundTable.Read(
        """
        c : c
        ch : x
        cs : C
        sz : s
        zs : Z
        gy : dj
        ny : nj
        ly : j
        j : j
        y : i
        """,
        Shared);
}

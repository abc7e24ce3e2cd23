using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>From sounds to Arabic letters: ISO 233-2:1993 and ALA-LC 2012 read backwards.</summary>
internal static class ArabicSpelling
{
    private const string Shared =
        """
        p : ب
        b : ب
        t : ت
        d : د
        k : ك
        q : ق
        g : غ ج~2 ق~3
        G : غ
        f : ف
        v : ف
        s : س
        z : ز
        S : ش
        Z : ج ز~3
        c : تس
        C : تش
        J : ج
        X : شتش تش~1
        T : ث
        D : ذ د~2
        x : خ
        h : ه
        H : ح
        m : م
        n : ن
        N : نغ
        l : ل
        r : ر
        w : و
        3 : ع
        2 : ئ
        ' : -
        ss : س
        tt : ت
        dd : د ذ~2
        DD : ذ
        ff : ف
        ll : ل
        mm : م
        nn : ن
        bb : ب
        kk : ك
        rr : ر
        zz : ز
        yj$ : ي
        ij$ : ي
        j : ي
        aj : اي ي~3
        ^aj : اي أي
        A : ا
        I : ي
        O : و
        U : و
        y : ي
        ^ö : أو
        ö : و
        ^E : إ أ ا
        ü : و ي~3
        ë : و
        E : ي
        ji : يي ي
        """;

    /// <summary>A name from elsewhere: most vowels are written.</summary>
    public static readonly SoundTable Foreign = SoundTable.Read(
        """
        ^a : أ ا آ~1
        a : ا -~2
        a$ : ا
        ^e : إ إي أ~1 ا~1
        e : ي -~1
        e$ : ي ه~3
        ej : ي اي~2
        ^i : إي إ
        i : ي -~2
        ^o : أو
        o : و -~2
        (aei)o : و
        ^u : أو
        u : و -~2
        """,
        Shared);

    /// <summary>A name from elsewhere in Persian: BGN/PCGN 1958 read backwards.</summary>
    public static readonly SoundTable Persian = SoundTable.Read(
        """
        p : پ
        g : گ
        C : چ
        Z : ژ
        J : ج
        k : ک
        v : و
        ^a : ا آ
        a : ا -~2
        ^e : ا
        e : - ی~1
        e$ : ه
        ^i : ای
        i : ی
        j : ی
        ij$ : ی
        ej : ی
        aj : ای
        ^o : او
        o : و -~2
        ^u : او
        u : و
        y : ی
        """,
        Shared);

    /// <summary>
    /// An Arabic or Persian name: short vowels are unwritten, and Latin letters do not tell h, s, t, d, z and k
    /// apart.
    /// </summary>
    public static readonly SoundTable Arabic = SoundTable.Read(
        """
        ^a : ا أ ع~1
        a : - ا~1 عا~3 أ~5
        (!^)a$ : ى~2 ا ة
        aa : ا عا~3 ئ~4
        ^e : إ ا
        e : - ي~3
        ^i : إ ع~1
        i : - ي
        i$ : ي
        ^u : أ ع
        ^o : ع أ~1
        o : - و~1
        u : - و~1
        h : ح ه~1
        ^h : ح ه~1
        h$ : ه ح~1
        s : س ص~2
        ss : س ص~2
        t : ت ط~2
        d : د ض~3 ذ~4
        z : ز ظ~3 ذ~3
        k : ك ق~2
        g : غ ج~2 ق~2
        dd : د ذ
        a(bdfghjklmnpqrstvwxzSZCJTDGH)i$ : ا -~1
        ^g : غ ق~1 ج~2
        ej$ : ئي ي
        ei : ي
        ai : ي اي~1
        ou : و
        oo : و
        ee : ي
        v : و
        """,
        Shared);
}

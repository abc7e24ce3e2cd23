using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From sounds to Hebrew letters: ISO 259 read backwards, and the full spelling that newspapers use for foreign
/// names.
/// </summary>
internal static class HebrewSpelling
{
    private const string Shared =
        """
        p : פ
        b : ב
        t : ט ת~2
        d : ד
        k : ק כ~3
        q : ק
        g : ג
        G : ר ע~3
        f : פ
        f$ : ף
        v : ב וו~2
        (^)v : ו ב~2
        v$ : ב
        s : ס
        z : ז
        S : ש
        Z : ז׳
        c : צ
        c$ : ץ
        C : צ׳
        J : ג׳
        X : שצ׳
        T : ת ט~2
        D : ד
        x : ח כ~1
        x$ : ך ח~1
        h : ה
        H : ח
        m : מ
        m$ : ם
        n : נ
        n$ : ן
        N : נג
        l : ל
        r : ר
        ss : ס
        tt : ט ת~2
        ll : ל
        nn : נ
        nn$ : ן
        mm : מ
        kk : ק
        rr : ר
        DD : ד
        dd : ד
        bb : ב
        ff : פ
        w : וו ו~1
        3 : ע
        2 : א
        ' : -
        ^a : א
        a : - א~1
        (iuo)a : א
        a$ : ה
        ^A : א
        A : א -~1
        A$ : ה א~2
        ^e : א
        e : - א~4 י~4
        e$ : ה
        (iuoa)e : א
        ^E : א
        E : - א~2
        ^i : אי
        i : י -~3
        ij$ : י
        yj$ : י
        (aeouAO)i : י אי~1
        ^I : אי
        I : י
        ^o : או
        o : ו
        (aei)o : או ו
        ^O : או
        O : ו
        ^u : או
        u : ו
        (aei)u : או ו
        ^U : או
        U : ו
        y : י
        ö : - ו~2
        ü : י ו~2
        ë : ו
        j : י
        aj : יי איי~1
        ej : יי י~1
        ji : י
        """;

    /// <summary>A name from elsewhere.</summary>
    public static readonly SoundTable Foreign = SoundTable.Read(Shared);

    /// <summary>An Arabic or Persian name: letter for letter, as far as Latin letters tell.</summary>
    public static readonly SoundTable Arabic = SoundTable.Read(
        """
        ^a : ע א
        ^o : עו
        ^u : עו
        h : ח ה~1
        h$ : ה ח~1
        t : ט ת
        t$ : ת ט~1
        T : ת
        a : א -
        aw : או
        G : ע ר~2 ג~3
        J : ג׳
        """,
        Shared);
}

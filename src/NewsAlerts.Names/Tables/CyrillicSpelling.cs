using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From sounds to Cyrillic letters: BGN/PCGN 1947 (Russian) and 2019 (Ukrainian) read backwards, and the practical
/// transcription that Russian and Ukrainian newspapers use for foreign names.
/// </summary>
internal static class CyrillicSpelling
{
    public static readonly SoundTable Russian = SoundTable.Read(Shared);

    public static readonly SoundTable Ukrainian = SoundTable.Read(
        """
        (^aeiouyEAIOU)je : є
        (!^aeiouyEAIOU)je : ’є є
        ij$ : ий
        yj$ : ий
        (^aeiouyEAIOU)i : і ї
        i : і и~1
        I : і
        y : и
        (bdfgklmnprstvz)ev$ : єв ев~1
        n'skij$ : нський
        skij$ : ський
        cij$ : цький
        (^aeiouEAIOU)e : е є~4
        e : е
        E : е
        g : г ґ~4
        h : г х~1
        ji : ї
        ë : ьо о е~2
        """,
        Shared);

    /// <summary>Serbian, whose two alphabets stand for one another letter by letter.</summary>
    public static readonly SoundTable Serbian = SoundTable.Read(
        """
        C : ч ћ
        C$ : ћ
        J : џ ђ
        ^J : ђ џ
        j : ј
        ja : ја
        ju : ју
        je : је
        jo : јо
        lj : љ
        nj : њ
        """,
        Shared);

    /// <summary>Japanese: the system of Polivanov (1917).</summary>
    public static readonly SoundTable Japanese = SoundTable.Read(
        """
        S : с
        Si : си
        C : т
        Ci : ти
        J : дз
        Ja : дзя
        Ju : дзю
        Jo : дзё
        z : дз
        e : э е~1
        """,
        Shared);

    private const string Shared =
        """
        p : п
        b : б
        t : т
        d : д
        k : к
        q : к
        g : г
        G : г
        f : ф
        v : в
        s : с
        z : з
        S : ш
        Z : ж
        c : ц
        C : ч
        J : дж
        X : щ
        T : т с~3
        D : д з~3
        x : х
        h : х г~2
        H : х
        m : м
        n : н
        N : нг
        l : л
        l(bcdfgkmnprstvzSZCJX$) : л ль~1
        s(s) : с -~1
        d(d) : д -~1
        t(t) : т -~1
        l(l) : л -~1
        n(n) : н -~1
        m(m) : м -~1
        r(r) : р -~1
        p(p) : п -~1
        b(b) : б -~1
        k(k) : к -~1
        f(f) : ф -~1
        z(z) : з -~1
        r : р
        w : у в~1
        3 : -
        2 : -
        ' : ь
        a : а
        A : а
        (^)e : э е~2
        (aoiuyAIOU)e : э е~1
        e : е э~4
        E : э е~2
        i : и
        I : и
        o : о
        O : о
        u : у
        U : у
        y : ы и~2
        (CSZXJ)y : и ы~3
        ö : ё е~2
        (^)ö : э
        ü : ю
        ë : е
        j : й
        (!aeiouyEAIOU^)ja : ья я~2
        (^aeiouyEAIOU)ja : я
        (^aeiouyEAIOU)ju : ю
        (!^aeiouyEAIOU)ju : ю ью~3
        (^)je : е
        (aeiouyEAIOU)je : е
        (!^aeiouyEAIOU)je : ье
        (^)jo : йо ё
        (aeiouyEAIOU)jo : йо ё
        (!^aeiouyEAIOU)jo : ьо ё
        'ja : я
        'ju : ю
        ji : и йи~3
        ij$ : ий
        yj$ : ый
        lj$ : ль
        """;
}

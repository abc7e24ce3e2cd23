using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From the sounds of an Arabic or Persian name to Latin letters: ALA-LC and BGN/PCGN, and what English, French, German
/// and Spanish outlets make of them, which mix freely.
/// </summary>
internal static class ArabicLatinSpelling
{
    public static readonly SoundTable Table = SoundTable.Read(
        """
        p : p b~3
        b : b
        bb : bb b~1
        t : t
        tt : tt t~1
        d : d
        dd : dd d~1 dh~1 th~4
        D : dh d~1 dd~2 th~3 z~2
        DD : dhdh~3 dh dd d~1
        ^k : k q~1
        k : k
        kk : kk k~1
        q : q k~1 gh~1 g~1
        ^q : q k~1 g~1 kh~2 gh~2
        g : g gh~1
        ^g : g q~1 k~1 gh~2 kh~2
        G : gh g~2 q~3
        f : f ff~3
        v : v
        s : s
        ss : ss s~1
        (aeiou)s(aeiou) : s ss~1
        z : z
        zz : zz z~1
        S : sh ch~2 sch~3
        Z : zh j~2
        c : ts
        C : ch tch~2
        J : j dj~2 g~3 dsch~4
        T : th t~2
        x : kh ch~1 j~2 h~3
        h : h
        h$ : h -~1
        m : m
        mm : mm m~1
        n : n
        nn : nn n~1
        l : l
        ll : ll l~2
        r : r
        rr : rr r~1
        w : w ou~3
        3 : -
        2 : -
        ' : -
        a : a e~2
        ^a : a
        A : a
        e : e a~2 i~2
        ^e : e a~2
        E : e
        i : i e~2 y~4
        i$ : i y~2
        (!aeou)ij$ : i y~1
        I : i ee~2
        o : o u~1 ou~2
        u : u ou~1 o~1 oo~3
        U : u ou~1 oo~2
        y : y
        ej : ei ai~1 ey~1 ay~1 e~2 eï~1
        aj : ai ay~1 ei~1 ey~1 aj~2
        j : y i~2 j~3
        ja : ya ia~2 ja~3
        ji : yi
        """);
}

using NewsAlerts.Names.Spellings;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Given;

/// <summary>
/// What Latin spellings of one given name have in common: Sergei, Sergey, Serguei and Sergej are one.
/// </summary>
internal static class GivenNameKey
{
    private static readonly SoundTable Table = SoundTable.Read(
        """
        ph : f
        w : v
        ck : k
        c : k
        c(eiy) : s
        ch : ch
        cz : ch
        tch : ch
        tsch : ch
        sch : sh
        gu(eiy) : g
        kh : h
        th : t
        dh : d
        gh : g
        qu : k
        q : k
        x : ks
        tz : ts
        ou : u
        oo : u
        ee : i
        ei : i
        ey : i
        ej : i
        ie : i
        ij : i
        iy : i
        ii : i
        yi : i
        iej : i
        y : i
        j : i
        aa : a
        ah$ : a
        """,
        string.Join('\n', "abdefghiklmnoprstuvz".Select(one => $"{one} : {one}\n{one}{one} : {one}")));

    public static string Of(string word) => Table.Write(Folded.Of(word), 1) is [var only, ..] ? only.Text : word;
}

using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From sounds to Greek letters: ISO 843:1997 type 2 read backwards, and the transcription of foreign names in
/// newspapers.
/// </summary>
internal static class GreekSpelling
{
    private const string Shared =
        """
        p : π
        b : μπ
        mb : μπ
        t : τ
        d : ντ
        nd : ντ νντ~2
        k : κ
        q : κ
        g : γκ γ~2
        ng : νγκ γκ~1
        G : γκ γ~1
        f : φ
        v : β
        v$ : φ β~2
        s : σ
        ss : σ σσ~1
        z : ζ
        S : σ
        Z : ζ
        c : τσ τζ~2
        C : τσ
        J : τζ
        X : στσ
        T : θ
        D : δ ντ~2
        x : χ
        h : χ -~2
        H : χ
        m : μ
        n : ν
        nn : ν νν~2
        N : νγκ
        dz : τζ ντζ~1
        l : λ
        ll : λ λλ~2
        r : ρ
        rr : ρ ρρ~2
        tt : τ
        kk : κ
        w : ου γου~1
        wa : ουα γουα
        3 : -
        2 : -
        ' : -
        a : α
        aj : αϊ
        aj(aeou) : αγι αϊ~1
        ej(aeou) : εγι εϊ~1
        oj(aeou) : ογι οϊ~1
        A : α
        e : ε
        ej : εϊ ει
        E : ε
        i : ι
        i$ : ι υ~2 η~3
        ij$ : ι
        I : ι
        o : ο
        O : ο
        u : ου
        U : ου
        y : ι
        yj$ : ι
        ö : ε ο~2
        ü : ι ου~1 ιου~1
        ë : ο
        j : γι ι~1
        ja : για ια
        ju : γιου ιου
        je : γιε γε ιε ε~1
        jo : γιο
        (aeiouAIOU)j : ι
        ji : ι
        """;

    /// <summary>A name from elsewhere.</summary>
    public static readonly SoundTable Foreign = SoundTable.Read(Shared);

    /// <summary>A Greek name: the letters that sound like one another are all to be found.</summary>
    public static readonly SoundTable Greek = SoundTable.Read(
        """
        v : β
        d : δ ντ~2
        D : δ
        g : γ γκ~2
        nd : ντ νδ~2
        i : ι η~1 υ~2 ει~3
        is$ : ης ις~2
        i$ : η ι~1
        o : ο ω~1
        os$ : ος
        s$ : ς
        av : αυ αβ~2
        ev : ευ εβ~2
        af : αυ
        ef : ευ
        j : γι
        ks : ξ
        ps : ψ
        """,
        Shared);
}

using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.Tables;

/// <summary>
/// From Greek letters (lower case, without accents) to sounds: ISO 843:1997 type 2 and ELOT 743, BGN/PCGN 1996.
/// </summary>
internal static class GreekSounds
{
    public static readonly SoundTable Table = SoundTable.Read(
        """
        α : a
        αι : e
        αυ(αειοωηβγδζλμνρ) : av
        αυ : af
        β : v
        γ : g
        γ(ιεηυ) : j
        γγ : ng g~2
        γκ : g ng~1
        ^γκ : g
        γχ : nx
        δ : d
        ε : e
        ει : i
        ευ(αειοωηβγδζλμνρ) : ev
        ευ : ef
        ζ : z
        η : i
        ηυ : iv
        θ : T
        ι : i
        κ : k
        λ : l
        μ : m
        ^μπ : b
        μπ : b mp~1
        ν : n
        ^ντ : d
        ντ : nd d~1 nt~1
        ξ : ks
        ο : o
        οι : i
        ου : u
        π : p
        ρ : r
        σ : s
        ς : s
        σσ : s
        τ : t
        τζ : J
        ττ : t
        τσ : c C~1
        υ : i
        φ : f
        χ : x
        ψ : ps
        ω : o
        """);
}

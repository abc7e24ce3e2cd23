namespace NewsAlerts.Names.Text;

/// <summary>
/// The particles (josa) that Korean writes onto a noun: 한국은, 한국의, 한국에서는. A list that is bounded, since a word is looked for
/// without a dictionary: what is no particle, as in 한국어 and 한국인, makes another word. Most have one form behind a consonant
/// and one behind a vowel, and only the right one counts: 국가 is no 국 with 가.
/// </summary>
public static class HangulParticles
{
    private const char FirstSyllable = '\uac00';
    private const char LastSyllable = '\ud7a3';
    private const int Finals = 28;
    private const int FinalRieul = 8;
    private const int Longest = 8;

    // Behind a noun of one syllable any other single one makes too many other words: 강의, 기도, 주가.
    private const string BehindOneSyllable = "은는을를에";

    private static readonly Particle[] Cases = Read(
        "에 에서 에게 에게서 에게로 께 께서 한테 한테서 더러 에다 에다가 하고 처럼 같이 보다 만큼 마다 "
        + "과/와 으로/로 으로서/로서 으로써/로써 으로부터/로부터 이랑/랑");

    private static readonly Particle[] Additions = Read(
        "까지 부터 만 만으로 마저 조차 뿐 밖에 이나/나 이나마/나마 이라도/라도 이든/든 이든지/든지 은커녕/는커녕");

    // The copula among them, where the noun ends a sentence or is quoted.
    private static readonly Particle[] Ends = Read(
        "의 도 은/는 이/가 을/를 이야말로/야말로 이라고/라고 이라는/라는 이라며/라며 이라면/ 이란/ 이다/ 이며/ 이고/ 이지만/ 이었다/였다 입니다");

    private static readonly Particle[][] InOrder = [Cases, Additions, Additions, Ends];

    /// <summary>Whether a unit is a syllable of Hangul.</summary>
    public static bool IsSyllable(char unit) => unit is >= FirstSyllable and <= LastSyllable;

    /// <summary>Whether a syllable of Hangul is in a text.</summary>
    public static bool HasSyllable(ReadOnlySpan<char> text) => text.ContainsAnyInRange(FirstSyllable, LastSyllable);

    /// <summary>Whether the rest of a word is a particle, or several, on the noun before it.</summary>
    /// <param name="noun">The noun, folded; not empty. It may end in letters of another script, or in digits.</param>
    /// <param name="rest">What follows it in the same word; not empty.</param>
    public static bool Follow(ReadOnlySpan<char> noun, ReadOnlySpan<char> rest) =>
        rest.Length <= Longest
        && (noun.Length > 1 || !IsSyllable(noun[0]) || rest.Length > 1 || BehindOneSyllable.Contains(rest[0]))
        && Follow(noun[^1], rest, 0);

    // A case, additions, an end: each may be missing.
    private static bool Follow(char before, ReadOnlySpan<char> rest, int from)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        for (var kind = from; kind < InOrder.Length; kind++)
        {
            foreach (var particle in InOrder[kind])
            {
                var form = particle.Behind(before, rest);
                if (form.Length > 0 && Follow(form[^1], rest[form.Length..], kind + 1))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Particle[] Read(string forms) =>
        [.. forms.Split(' ').Select(form => form.Split('/')).Select(form => new Particle(form[0], form[^1]))];

    /// <param name="Closed">The form behind a consonant.</param>
    /// <param name="Open">The form behind a vowel; empty where there is none.</param>
    private sealed record Particle(string Closed, string Open)
    {
        /// <summary>The form that a text begins with and that may stand behind a character; empty where there is none.</summary>
        public string Behind(char before, ReadOnlySpan<char> text)
        {
            var final = IsSyllable(before) ? (before - FirstSyllable) % Finals : -1;
            var isOpen = final == 0 || (final == FinalRieul && Open.StartsWith('로'));

            // How letters of other scripts and digits are read is not known: both forms count.
            return (isOpen || final < 0) && Open.Length > 0 && text.StartsWith(Open) ? Open
                : !isOpen && text.StartsWith(Closed) ? Closed
                : "";
        }
    }
}

using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.People;

/// <summary>The small words of family names.</summary>
internal static class Particles
{
    // What belongs to the name so much that it is never left out, in folded form.
    private static readonly HashSet<string> Kept =
        Set("le la du ben bar bin bint ibn abu abd abdel abdul umm mac mc san santa sao st o ter ten van");

    private static readonly HashSet<string> Loose = Set(
        "von der den zu zur zum vom de des dos das da do di del della dello degli d al el as ar ash an at ad ul y e " +
        "i af av of bin ibn ben фон дер де да ди дель дос ван аль эль ад ас ибн бин бен φον ντε ντα αλ ελ بن " +
        "ابن آل ال בן אל דה フォン デ アル エル");

    /// <summary>Whether a word stays with the family name wherever that is written.</summary>
    public static bool IsKept(string folded) => Kept.Contains(folded);

    /// <summary>Whether a word is left out where the name is short.</summary>
    public static bool IsLoose(string folded) => Loose.Contains(folded) && !Kept.Contains(folded);

    /// <summary>Whether a word may stand between given and family name.</summary>
    public static bool Contains(string folded) => Kept.Contains(folded) || Loose.Contains(folded);

    private static HashSet<string> Set(string words) => [.. words.Split(' ').Select(word => Folded.Of(word))];
}

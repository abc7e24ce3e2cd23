using System.Collections.Frozen;

namespace NewsAlerts.Names.Text;

/// <summary>
/// The characters that fold to several UTF-16 units: the sharp s, ligatures, and letters whose mark may be written by itself
/// (the decompositions of the Unicode Character Database, without the marks that are passed over).
/// </summary>
public static class FoldingExpansions
{
    /// <summary>How many characters one folds to at most.</summary>
    public const int Most = 4;

    /// <summary>Runs of consecutive characters: the first one, and what each folds to, with a space between.</summary>
    private static readonly (char First, string Folded)[] Runs =
    [
        ('\u00df', "ss"),
        ('\u0929', "ऩ"),
        ('\u0931', "ऱ"),
        ('\u0934', "ऴ"),
        ('\u0958', "क़ ख़ ग़ ज़ ड़ ढ़ फ़ य़"),
        ('\u09cb', "ো ৌ"),
        ('\u09dc', "ড় ঢ়"),
        ('\u09df', "য়"),
        ('\u0a33', "ਲ਼"),
        ('\u0a36', "ਸ਼"),
        ('\u0a59', "ਖ਼ ਗ਼ ਜ਼"),
        ('\u0a5e', "ਫ਼"),
        ('\u0b48', "ୈ"),
        ('\u0b4b', "ୋ ୌ"),
        ('\u0b5c', "ଡ଼ ଢ଼"),
        ('\u0b94', "ஔ"),
        ('\u0bca', "ொ ோ ௌ"),
        ('\u0c48', "ై"),
        ('\u0cc0', "ೀ"),
        ('\u0cc7', "ೇ ೈ"),
        ('\u0cca', "ೊ ೋ"),
        ('\u0d4a', "ൊ ോ ൌ"),
        ('\u0dda', "ේ"),
        ('\u0ddc', "ො ෝ ෞ"),
        ('\u0f43', "གྷ"),
        ('\u0f4d', "ཌྷ"),
        ('\u0f52', "དྷ"),
        ('\u0f57', "བྷ"),
        ('\u0f5c', "ཛྷ"),
        ('\u0f69', "ཀྵ"),
        ('\u0f73', "ཱི"),
        ('\u0f75', "ཱུ ྲྀ"),
        ('\u0f78', "ླྀ"),
        ('\u0f81', "ཱྀ"),
        ('\u0f93', "ྒྷ"),
        ('\u0f9d', "ྜྷ"),
        ('\u0fa2', "ྡྷ"),
        ('\u0fa7', "ྦྷ"),
        ('\u0fac', "ྫྷ"),
        ('\u0fb9', "ྐྵ"),
        ('\u1026', "ဦ"),
        ('\u1b06', "ᬆ"),
        ('\u1b08', "ᬈ"),
        ('\u1b0a', "ᬊ"),
        ('\u1b0c', "ᬌ"),
        ('\u1b0e', "ᬎ"),
        ('\u1b12', "ᬒ"),
        ('\u1b3b', "ᬻ"),
        ('\u1b3d', "ᬽ"),
        ('\u1b40', "ᭀ ᭁ"),
        ('\u1b43', "ᭃ"),
        ('\u1e9e', "ss"),
        ('\ufa6c', "𤋮"),
        ('\ufacf', "𢡊 𢡄 𣏕"),
        ('\ufad5', "𥉉 𥳐 𧻓"),
        ('\ufb00', "ff fi fl ffi ffl st st"),
        ('\ufb13', "մն մե մի վն մխ"),
        ('\ufb4f', "אל"),
        ('\ufbdd', "ۇٴ"),
        ('\ufbea', "يا يا يە يە يو يو يۇ يۇ يۆ يۆ يۈ يۈ يې يې يې يي يي يي"),
        ('\ufc00', "يج يح يم يي يي بج بح بخ بم بي بي تج تح تخ تم تي تي ثج ثم ثي ثي جح جم حج حم خج خح خم"),
        ('\ufc1c', "سج سح سخ سم صح صم ضج ضح ضخ ضم طح طم ظم عج عم غج غم فج فح فخ فم في في قح قم قي قي كا"),
        ('\ufc38', "كج كح كخ كل كم كي كي لج لح لخ لم لي لي مج مح مخ مم مي مي نج نح نخ نم ني ني هج هم هي"),
        ('\ufc54', "هي يج يح يخ يم يي يي"),
        ('\ufc64', "ير يز يم ين يي يي بر بز بم بن بي بي تر تز تم تن تي تي ثر ثز ثم ثن ثي ثي في في قي قي"),
        ('\ufc80', "كا كل كم كي كي لم لي لي ما مم نر نز نم نن ني ني"),
        ('\ufc91', "ير يز يم ين يي يي يج يح يخ يم يه بج بح بخ بم به تج تح تخ تم ته ثم جح جم حج حم خج خم"),
        ('\ufcad', "سج سح سخ سم صح صخ صم ضج ضح ضخ ضم طح ظم عج عم غج غم فج فح فخ فم قح قم كج كح كخ كل كم"),
        ('\ufcc9', "لج لح لخ لم له مج مح مخ مم نج نح نخ نم نه هج هم"),
        ('\ufcda', "يج يح يخ يم يه يم يه بم به تم ته ثم ثه سم سه شم شه كل كم لم نم نه يم يه"),
        ('\ufcf5', "طي طي عي عي غي غي سي سي شي شي حي حي جي جي خي خي صي صي ضي ضي شج شح شخ شم شر سر صر ضر"),
        ('\ufd11', "طي طي عي عي غي غي سي سي شي شي حي حي جي جي خي خي صي صي ضي ضي شج شح شخ شم شر سر صر ضر"),
        ('\ufd2d', "شج شح شخ شم سه شه طم سج سح سخ شج شح شخ طم ظم"),
        ('\ufd50', "تجم تحج تحج تحم تخم تمج تمح تمخ جمح جمح حمي حمي سحج سجح سجي سمح سمح سمج سمم سمم صحح صحح صمم شحم شحم شجي شمخ شمخ"),
        ('\ufd6c', "شمم شمم ضحي ضخم ضخم طمح طمح طمم طمي عجم عمم عمم عمي غمم غمي غمي فخم فخم قمح قمم لحم لحي لحي لجج لجج لخم لخم لمح"),
        ('\ufd88', "لمح محج محم محي مجح مجم مخج مخم"),
        ('\ufd92', "مجخ همج همم نحم نحي نجم نجم نجي نمي نمي يمم يمم بخي تجي تجي تخي تخي تمي تمي جمي جحي جمي سخي صحي شحي ضحي لجي لمي"),
        ('\ufdae', "يحي يجي يمي ممي قمي نحي قمح لحم عمي كمي نجح مخي لجم كمم لجم نجح جحي حجي مجي فمي بحي كمم عجم صمم سخي نجي"),
        ('\ufdf0', "صلے قلے الله اكبر محمد صلعم رسول عليه وسلم صلي"),
        ('\ufef5', "لا لا لا لا لا لا لا لا"),
    ];

    /// <summary>For each of these characters, what it folds to.</summary>
    public static readonly FrozenDictionary<char, string> Table = Runs.Concat(FoldingLetters.Several)
        .SelectMany(run => run.Folded.Split(' ').Index().Select(one => ((char)(run.First + one.Index), one.Item)))
        .ToFrozenDictionary(one => one.Item1, one => one.Item2);
}

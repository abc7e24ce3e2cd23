using NewsAlerts.Names.Tables;
using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.Spellings;

/// <summary>What the letters of a Latin name say about the language it is read in.</summary>
internal static class LatinHints
{
    private static readonly (SoundTable Table, string[] Signs)[] Signs =
    [
        (LatinSounds.English,
        [
            "th", "wh", "ck", "ee", "oo", "ow", "aw", "ey$", "gh", "dge", "sh", "son$", "ton$", "^w", "ay", "ke$",
            "nt$", "mp$",
        ]),
        (LatinSounds.German, ["sch", "tz", "ä", "ö", "ü", "ei", "mann$", "pf", "ß", "^st", "aue", "berg$"]),
        (LatinSounds.French,
        [
            "eau", "oi", "ou", "é", "è", "ê", "gn", "ill", "ç", "ois$", "ent$", "eux$", "ette$", "lle$",
            "and$", "ault$",
        ]),
        (LatinSounds.Spanish, ["ñ", "ez$", "ll", "rr", "lez$", "í", "ó", "á", "jo$", "ja$"]),
        (LatinSounds.Italian, ["cci", "ghi", "gli", "zz", "tti$", "ini$", "oni$", "ucci", "ci$", "sci"]),
        (LatinSounds.Polish, ["sz", "cz", "rz", "ski$", "wicz$", "ł", "ń", "ś", "ż", "ę", "ą", "czyk$", "usk$"]),
        (LatinSounds.Dutch, ["ij", "uu", "oe", "aa", "schot$", "sma$", "stra$"]),
        (LatinSounds.Turkish, ["ğ", "ş", "ı", "oğlu", "oglu$", "ç", "ü"]),
        (LatinSounds.Central, ["č", "š", "ž", "ć", "ić$", "ic$", "đ", "cs", "gy", "ő", "ovič$", "ová$"]),
    ];

    private static readonly (SoundTable Table, HashSet<string> Names)[] GivenNamesOf =
    [
        (LatinSounds.French, Set(
            """
            alain aime alexandre anne antoine bernard bertrand brigitte catherine celine charles christian
            christophe claude dominique edith edouard elisabeth emile emmanuel etienne eric felix francine francis
            francois francoise georges gerard gilles guy henri helene jacques jean jeanclaude jeanluc jeanmarc
            jeanmarie jeanpierre laurent leon leopold lionel louis lucien manuel marcel marie marine marguerite
            maurice michel michele nathalie nicolas olivier pascal patrick paul philippe pierre raymond rene
            robert roger segolene simone stephane sylvie thierry valerie valery veronique yann yves xavier
            """)),
        (LatinSounds.German, Set(
            """
            adolf alois andrea angela annegret anton armin bernhard bertolt christian claudia dieter egon erich
            ernst frank frankwalter franz friedrich fritz georg gerhard gottfried guido gunter gunther gustav
            hannelore hans hansdietrich hanspeter heiko heinrich heinz helmut hermann horst hubertus ingrid
            joachim johann johannes joschka josef jurgen karl klaus konrad kurt leopold ludwig manfred markus
            martin mathias matthias norbert olaf oskar otto peer peter philipp ralf reiner richard robert rolf
            rudolf sahra sebastian sigmar stefan theodor thomas ulrich ursula uwe walter werner wilhelm willy
            wolfgang
            """)),
        (LatinSounds.Spanish, Set(
            """
            alberto alejandro alfonso alfredo alvaro ana andres angel antonio augusto carlos carmen cesar cristina
            diego emilio enrique evo felipe fernando fidel francisco gabriel gustavo hugo ignacio isabel jaime
            javier jesus jorge jose juan julio lionel lorenzo luis manuel maria mariano mario michelle miguel
            nicolas oscar pablo pedro rafael ramon raul ricardo roberto rodrigo rosa salvador santiago sebastian
            soraya victor
            """)),
        (LatinSounds.Italian, Set(
            """
            alberto aldo alessandro andrea antonio beppe carlo dario enrico federica federico fabio francesca
            francesco gianfranco gianni giorgia giorgio giovanni giuliano giulio giuseppe guido laura luca luciano
            luigi marco mario matteo massimo michele paolo pier pietro romano roberto sergio silvio umberto
            valentina vittorio walter
            """)),
        (LatinSounds.Polish, Set(
            """
            adam agata agnieszka aleksander andrzej beata bronisław bronislaw donald ewa grzegorz hanna henryk jan
            janusz jarosław jaroslaw jerzy jozef karol kazimierz krzysztof lech leszek maciej małgorzata
            malgorzata marek mateusz michal olga pawel piotr rafal robert ryszard stanislaw szymon tadeusz tomasz
            wislawa witold władysław wladyslaw wojciech zbigniew
            """)),
        (LatinSounds.Dutch, Set(
            """
            bas caroline dick dilan dries femke frans geert gerrit guus henk jaap jan jeroen jesse job joop kees
            klaas louis maarten mark pieter piet ruud sigrid stef willem wim wopke wouter
            """)),
        (LatinSounds.Turkish, Set(
            """
            abdullah ahmet ali arda bekir binali bulent cem cemal celal deniz devlet ekrem emine enes fatih ferdi
            fethullah hakan hulusi ismet kemal leyla mahmut mehmet meral mesut mevlut murat mustafa necmettin
            nazim omer orhan recep selahattin sukru suleyman tansu tayyip turgut yasar zeki ziya
            """)),
        (LatinSounds.Central, Set(
            """
            alenka alexander alojz andrej ante antal bela bohuslav borut dalia ferenc franjo gabor gyula ibolya
            istvan ivan ivica ivo jadranka janez janos jiri josip jozsef karel karoly klement kolinda laszlo lajos
            lubomir ludvik luka marta martina matej milan milos mirek miroslav ondrej pal peter petr petra robert
            sandor stanislav stipe tibor tomas vaclav viktor vladimir zdenek zoran zoltan zuzana
            """)),
        (LatinSounds.English, Set(
            """
            abraham alec alex alice amy andrew anthony arthur barack barry bernie bill billy bob bobby boris brett
            brian bruce charles chris chuck colin dan david dean denis dennis dick don donald doug edward
            elizabeth eric gary george gerry gordon graham harold harry hillary howard ian jack jackie james jeff
            jeremy jim jimmy joe john jonathan joseph julia justin kamala keir keith ken kevin kirsten larry
            lindsey lisa liz malcolm margaret mark mary michael mike mitch mitt nancy neil nick nicola nigel oprah
            paul peter phil rand richard rick rishi robert robin rod ron ronald ross sam sarah scott sean stephen
            steve strom ted theresa tim tom tony walt warren wayne will william winston
            """)),
    ];

    /// <summary>How much likelier a table is for a word, beside given names, in costs.</summary>
    public static int Bonus(SoundTable table, string word, IReadOnlyList<string> given) =>
        (Array.Find(Signs, entry => entry.Table == table).Signs is { } signs
            ? 2 * signs.Count(sign => Has(word, sign))
            : 0)
        + (Array.Find(GivenNamesOf, entry => entry.Table == table).Names is { } names
            && given.Any(name => names.Contains(Folded.Joined(name))) ? 3 : 0);

    private static HashSet<string> Set(string names) =>
        [.. names.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];

    private static bool Has(string word, string sign) => sign switch
    {
        [.., '$'] => word.EndsWith(sign[..^1], StringComparison.Ordinal),
        ['^', ..] => word.StartsWith(sign[1..], StringComparison.Ordinal),
        _ => word.Contains(sign, StringComparison.Ordinal),
    };
}

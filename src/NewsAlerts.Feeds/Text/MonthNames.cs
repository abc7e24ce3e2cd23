using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsAlerts.Feeds.Text;

/// <summary>
/// The names of the months in the languages that news is written in, full or cut to three letters or more. They are
/// written here, because a server may know no culture but its own.
/// </summary>
internal static class MonthNames
{
    private static readonly string[] Languages =
    [
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber maerz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "januar februar mars april mai juni juli august september oktober november desember",
        "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "január február március április május június július augusztus szeptember október november december",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
        "januari februari maret april mei juni juli agustus september oktober november desember",
    ];

    // Cut so short, some names mean different months in different languages: the first language wins.
    private static readonly FrozenDictionary<string, int> ByName = All();

    /// <summary>The number of the month that a word names, 1 to 12; null where it names none.</summary>
    public static int? Find(string word) => ByName.TryGetValue(Fold(word), out var month) ? month : null;

    private static FrozenDictionary<string, int> All()
    {
        var names = new Dictionary<string, int>();
        foreach (var language in Languages)
        {
            var months = language.Split(' ');
            for (var i = 0; i < months.Length; i++)
            {
                names.TryAdd(Fold(months[i]), i + 1);
            }
        }

        // Beginnings only after every full name, so that none hides one ("mar" of March, but "mart" of Turkish Mart).
        foreach (var language in Languages)
        {
            var months = language.Split(' ');
            for (var i = 0; i < months.Length; i++)
            {
                var name = Fold(months[i]);
                for (var length = 3; length < name.Length; length++)
                {
                    names.TryAdd(name[..length], i + 1);
                }
            }
        }

        return names.ToFrozenDictionary();
    }

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(c == 'ı' ? 'i' : char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }
}

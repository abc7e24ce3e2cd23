using NewsAlerts.Names.Text;

namespace NewsAlerts.Names.People;

/// <summary>
/// Capitalised words that stand before a family name and are no given name: titles, offices, and parts of the
/// sentence.
/// </summary>
internal static class Titles
{
    private static readonly HashSet<string> Words = [.. """
        mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count king queen prince princess emperor
        pope president premier chancellor
        minister secretary senator sen congressman congresswoman congressman rep representative governor gov mayor
        judge justice ambassador envoy general gen
        colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander chief chairman chairwoman
        chair ceo director coach manager
        speaker leader candidate nominee incumbent deputy vice foreign prime defence defense finance tsar sheikh sheik
        emir sultan ayatollah imam rabbi
        archbishop bishop cardinal father sister brother saint comrade citizen doctor author novelist writer actor
        actress singer striker midfielder captain
        dictator billionaire democrat republican tory labour russian american british french german ukrainian chinese
        turkish israeli greek iranian egyptian
        minister prasident prasidentin kanzler kanzlerin herr frau außenminister aussenminister ministerprasident
        premierminister bundeskanzler bundeskanzlerin
        monsieur madame mme mlle monseigneur senor senora don dona signor signora pan pani meneer mevrouw
        presidente presidenta presidentti president prezident prezydent primer ministro ministra canciller cancelliere
        президент премьер министр канцлер господин госпожа г-н г-жа товарищ пан пани глава сенатор губернатор генерал
        президент прем'єр міністр πρόεδρος πρωθυπουργός υπουργός κύριος κ
        and or but if as when while why how what who where after before since because though although that which the a
        an this these those is are was were will
        would could should can may might must do does did has have had says said meets met with for from to of in on
        at by against about over under between
        und oder aber wenn als wie was wer wo nach vor mit fur von zu bei gegen uber der die das den dem ein eine auch
        doch so da nun jetzt hat ist war will
        et ou mais si quand comme que qui avec pour sans selon apres avant y o pero cuando como con para por segun e
        ma se quando come che con per secondo
        и а но или если когда как что кто где с со у от до по на за о об и й та і але або коли як що хто з із зі
        και ο η το οι τον την του της με για από στον στην
        now then today yesterday tomorrow later earlier meanwhile still yet also even only once perhaps maybe here
        there again soon never always
        president-elect ex former late new outgoing embattled
        heute gestern morgen hier aujourd hui demain hoy ayer oggi ieri dzis wczoraj сегодня вчера завтра теперь потом
        позже ранее также сьогодні вчора тоді
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august
        september october november december
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => Folded.Of(word))];

    private static readonly string[] Endings =
    [
        "minister", "ministerin", "chef", "chefin", "kanzler", "kanzlerin", "prasident", "prasidentin", "kandidat",
        "sprecher", "fuhrer",
    ];

    private static readonly HashSet<string> Offices = [.. """
        president premier minister chancellor president-elect prasident prasidentin kanzler kanzlerin bundeskanzler
        bundeskanzlerin premierminister
        presidente presidenta ministro ministra canciller primo prezydent prezident premiera президент президента
        президенту президентом премьер
        премьера министр министра канцлер канцлера прем'єр прем'єра міністр міністра πρόεδρος πρόεδρο προέδρου
        πρωθυπουργός πρωθυπουργού πρωθυπουργό
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => Folded.Of(word))];

    private static readonly HashSet<string> Institutions = [.. """
        kremlin moscow kyiv kiev minsk washington pentagon congress parliament senate capitol westminster brussels
        bundestag duma knesset beijing tokyo
        tehran ankara athens jerusalem ramallah cairo baghdad damascus warsaw budapest belgrade likud fidesz hamas
        fatah gazprom reuters
        republicans democrats conservatives socialists liberals russia ukraine france germany britain turkey greece
        iran syria europe
        russians ukrainians italian spanish polish hungarian czech dutch serbian syrian iraqi lebanese egyptian libyan
        japanese korean malaysian australian
        кремль москва минск киев госдума рада мид сенат
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => Folded.Of(word))];

    /// <summary>Whether a folded word before a name says where the person belongs: Kremlin, Likud.</summary>
    public static bool IsInstitution(string folded) => Institutions.Contains(folded);

    /// <summary>
    /// Whether a folded word is an office that only one person of a family name holds: President Trump.
    /// </summary>
    public static bool IsOffice(string folded) => Offices.Contains(folded);

    /// <summary>Whether a folded word is one.</summary>
    public static bool Contains(string folded) =>
        Words.Contains(folded) || Array.Exists(Endings, ending => folded.EndsWith(ending, StringComparison.Ordinal));
}

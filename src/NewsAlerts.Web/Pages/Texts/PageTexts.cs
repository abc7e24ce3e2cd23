using System.Runtime.CompilerServices;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Web.Pages.Html;

namespace NewsAlerts.Web.Pages.Texts;

/// <summary>What the pages and the emails that ask something say, in one language.</summary>
internal sealed class PageTexts
{
    private readonly TextTable _table;
    private readonly IReadOnlyList<string> _days;

    /// <summary>Reads the texts of a language.</summary>
    public PageTexts(Language language)
    {
        _table = language.Read(typeof(PageTexts).Assembly, "pages");
        _days = _table.List("days");
        Examples = _table.Pairs("examples", "query", "finds");
    }

    /// <summary>Its tag (BCP 47), in lower case.</summary>
    public string Tag => _table.Tag;

    /// <summary>What its speakers call it.</summary>
    public string Name => Own();

    /// <summary>The direction that it is written in.</summary>
    public string Direction => _table.Find("direction") ?? "ltr";

    /// <summary>What a service without a name is called.</summary>
    public string Service => Own();

    /// <summary>The operator's address follows.</summary>
    public string Questions => Own();

    // The form.

    public string SubscribeTitle => Own();

    public string SubscribeLead => Own();

    public string What => Own();

    public string OwnWords => Own();

    public string OwnWordsHint => Own();

    public string HowToWrite => Own();

    /// <summary>The head of the column that says what is found.</summary>
    public string Finds => Own();

    /// <summary>The head of the column that says what to write.</summary>
    public string Write => Own();

    /// <summary>What to write, and what it finds.</summary>
    public IReadOnlyList<(string Query, string Finds)> Examples { get; }

    public string Topic => Own();

    public string ChooseTopic => Own();

    public string When => Own();

    /// <summary>How a schedule is called that <c>send</c> names by its first word: immediate, hourly, daily, weekly.</summary>
    public string Send(string every) => _table.Text($"send{Capital(every)}");

    public string SendHint(string every) => _table.Find($"sendHint{Capital(every)}") ?? "";

    public string At => Own();

    public string On => Own();

    /// <summary>A day of the week: 0 is Sunday.</summary>
    public string Day(int day) => _days[day];

    public string TimeZone => Own();

    public string TimeZoneHint => Own();

    public string Address => Own();

    public string AddressHint => Own();

    public string Language => Own();

    public string Subscribe => Own();

    /// <summary>The button that asks how many articles there would have been.</summary>
    public string HowManyArticles => Own();

    /// <summary>How many there were in the last days.</summary>
    public string ArticlesInDays(int articles, int days) => _table.Counted("articlesInDays", articles, ("days", _table.Counted("lastDays", days)));

    /// <summary>That it cannot be said how many.</summary>
    public string ArticlesNotCounted => Own();

    public string AlreadySubscribed => Own();

    public string LinkLead => Own();

    public string LinkHint => Own();

    public string SendLink => Own();

    // What is wrong.

    public string WrongTitle(string title) => Own(("title", title));

    public string ThereIsAProblem => Own();

    public string AddressIsMissing => Own();

    public string AddressIsWrong => Own();

    public string DomainIsWrong => Own();

    public string QueryIsMissing => Own();

    public string QueryIsTooLong(int most) => Own(("most", most));

    /// <summary>The mistake itself follows, in English.</summary>
    public string QueryIsWrong => Own();

    /// <summary>What is right, and probably not meant, follows, in English.</summary>
    public string QueryIsDoubtful => Own();

    public string RuleIsMissing => Own();

    public string SendIsWrong => Own();

    public string TimeIsWrong => Own();

    public string TimeZoneIsWrong => Own();

    public string LanguageIsWrong => Own();

    public Markup DidYouMean(Markup meant) => Filled(meant, nameof(meant));

    public string TooMany(int minutes) => _table.Counted("tooMany", minutes);

    public string TooManyTitle => Own();

    // What follows.

    public string LookTitle => Own();

    public Markup LookLead(Markup address) => Filled(address, nameof(address));

    public string LookHint => Own();

    public string ConfirmTitle => Own();

    public Markup ConfirmLead(Markup address) => Filled(address, nameof(address));

    public string Confirm => Own();

    public string ConfirmHint => Own();

    public string ConfirmedTitle => Own();

    public Markup ConfirmedLead(Markup address) => Filled(address, nameof(address));

    public string NothingWaitsTitle => Own();

    public string NothingWaits => Own();

    public string FullTitle => Own();

    public string Full(int most) => Own(("most", most));

    // What is subscribed.

    public string ManageTitle => Own();

    public Markup ManageLead(Markup address) => Filled(address, nameof(address));

    public string SuspendedTitle => Own();

    public string Suspended => Own();

    public string NothingSubscribed => Own();

    public string Change => Own();

    public string ChangeTitle => Own();

    public string Save => Own();

    public string Saved => Own();

    public string Back => Own();

    public string Remove => Own();

    public string Removed => Own();

    public string SubscribeToMore => Own();

    public string YourSubscriptions => Own();

    public string Forget => Own();

    public string ForgetTitle => Own();

    public Markup ForgetLead(Markup address) => Filled(address, nameof(address));

    public string ForgottenTitle => Own();

    public string Forgotten => Own();

    // How it is ended.

    public string UnsubscribeTitle => Own();

    public Markup UnsubscribeLead(Markup address) => Filled(address, nameof(address));

    public string Unsubscribe => Own();

    public string UnsubscribeAll => Own();

    public string UnsubscribedTitle => Own();

    public Markup UnsubscribedLead(Markup address) => Filled(address, nameof(address));

    public string ByMistake => Own();

    public string Undo => Own();

    public string UndoneTitle => Own();

    public Markup UndoneLead(Markup address) => Filled(address, nameof(address));

    public string NothingIsSentTitle => Own();

    public string NothingIsSent => Own();

    public Markup OfDestination(Markup name) => Filled(name, nameof(name));

    // Links.

    public string WrongLinkTitle => Own();

    public string WrongLink => Own();

    public string EndedLinkTitle => Own();

    public string EndedLink => Own();

    public string NewLink => Own();

    public string NewLinkTitle => Own();

    public string NewLinkLead => Own();

    public string ClosedTitle => Own();

    public string Closed => Own();

    // Emails.

    public string ConfirmMailTitle => Own();

    public string ConfirmMailLead(string site) => Own(("site", site));

    public string ConfirmMailHint => Own();

    public string NewLinkMailLead(string site) => Own(("site", site));

    public string ManageMailTitle => Own();

    public string ManageMailLead(string site) => Own(("site", site));

    public string ManageMailHint => Own();

    /// <summary>When something is told: <c>daily 08:00</c>, as a person says it, with its time zone.</summary>
    public string Schedule(string every, string? day, string? time, string timeZone) => _table.Text($"schedule{Capital(every)}", ("day", day ?? ""), ("time", time ?? ""), ("timeZone", timeZone));

    /// <summary>A rule of the operator's, as what is subscribed.</summary>
    public string TopicNamed(string name) => Own(("name", name));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string KeyOf(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    // Each text has the name of its member.
    private string Own([CallerMemberName] string member = "") => _table.Text(KeyOf(member));

    private string Own((string Name, object Value) value, [CallerMemberName] string member = "") => _table.Text(KeyOf(member), value);

    private Markup Filled(Markup value, string name, [CallerMemberName] string member = "") => Markup.Of(
        $"{_table.Parts(KeyOf(member)).Select(part => Markup.Of($"{part.Written}{(part.Name == name ? value : Markup.None)}"))}");
}

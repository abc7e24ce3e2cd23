using NewsAlerts.Web.Pages.Html;

namespace NewsAlerts.Web.Pages.Texts;

/// <summary>What the pages and the emails that ask something say, in one language.</summary>
internal interface IPageTexts
{
    /// <summary>Its tag (BCP 47), in lower case.</summary>
    string Tag { get; }

    /// <summary>What its speakers call it.</summary>
    string Name { get; }

    /// <summary>The direction that it is written in.</summary>
    string Direction => "ltr";

    /// <summary>What a service without a name is called.</summary>
    string Service { get; }

    /// <summary>The operator's address follows.</summary>
    string Questions { get; }

    // The form.

    string SubscribeTitle { get; }

    string SubscribeLead { get; }

    string What { get; }

    string OwnWords { get; }

    string OwnWordsHint { get; }

    string HowToWrite { get; }

    /// <summary>The head of the column that says what is found.</summary>
    string Finds { get; }

    /// <summary>The head of the column that says what to write.</summary>
    string Write { get; }

    /// <summary>What to write, and what it finds.</summary>
    IReadOnlyList<(string Query, string Finds)> Examples { get; }

    string Topic { get; }

    string ChooseTopic { get; }

    string When { get; }

    /// <summary>How a schedule is called that <c>send</c> names by its first word: immediate, hourly, daily, weekly.</summary>
    string Send(string every);

    string SendHint(string every);

    string At { get; }

    string On { get; }

    /// <summary>A day of the week: 0 is Sunday.</summary>
    string Day(int day);

    string TimeZone { get; }

    string TimeZoneHint { get; }

    string Address { get; }

    string AddressHint { get; }

    string Language { get; }

    string Subscribe { get; }

    /// <summary>The button that asks how many articles there would have been.</summary>
    string HowManyArticles { get; }

    /// <summary>How many there were in the last days.</summary>
    string ArticlesInDays(int articles, int days);

    /// <summary>That it cannot be said how many.</summary>
    string ArticlesNotCounted { get; }

    string AlreadySubscribed { get; }

    string LinkLead { get; }

    string LinkHint { get; }

    string SendLink { get; }

    // What is wrong.

    string WrongTitle(string title);

    string ThereIsAProblem { get; }

    string AddressIsMissing { get; }

    string AddressIsWrong { get; }

    string DomainIsWrong { get; }

    string QueryIsMissing { get; }

    string QueryIsTooLong(int most);

    /// <summary>The mistake itself follows, in English.</summary>
    string QueryIsWrong { get; }

    /// <summary>What is right, and probably not meant, follows, in English.</summary>
    string QueryIsDoubtful { get; }

    string RuleIsMissing { get; }

    string SendIsWrong { get; }

    string TimeIsWrong { get; }

    string TimeZoneIsWrong { get; }

    string LanguageIsWrong { get; }

    Markup DidYouMean(Markup meant);

    string TooMany(int minutes);

    string TooManyTitle { get; }

    // What follows.

    string LookTitle { get; }

    Markup LookLead(Markup address);

    string LookHint { get; }

    string ConfirmTitle { get; }

    Markup ConfirmLead(Markup address);

    string Confirm { get; }

    string ConfirmHint { get; }

    string ConfirmedTitle { get; }

    Markup ConfirmedLead(Markup address);

    string NothingWaitsTitle { get; }

    string NothingWaits { get; }

    string FullTitle { get; }

    string Full(int most);

    // What is subscribed.

    string ManageTitle { get; }

    Markup ManageLead(Markup address);

    string SuspendedTitle { get; }

    string Suspended { get; }

    string NothingSubscribed { get; }

    string Change { get; }

    string ChangeTitle { get; }

    string Save { get; }

    string Saved { get; }

    string Back { get; }

    string Remove { get; }

    string Removed { get; }

    string SubscribeToMore { get; }

    string YourSubscriptions { get; }

    string Forget { get; }

    string ForgetTitle { get; }

    Markup ForgetLead(Markup address);

    string ForgottenTitle { get; }

    string Forgotten { get; }

    // How it is ended.

    string UnsubscribeTitle { get; }

    Markup UnsubscribeLead(Markup address);

    string Unsubscribe { get; }

    string UnsubscribeAll { get; }

    string UnsubscribedTitle { get; }

    Markup UnsubscribedLead(Markup address);

    string ByMistake { get; }

    string Undo { get; }

    string UndoneTitle { get; }

    Markup UndoneLead(Markup address);

    string NothingIsSentTitle { get; }

    string NothingIsSent { get; }

    Markup OfDestination(Markup name);

    // Links.

    string WrongLinkTitle { get; }

    string WrongLink { get; }

    string EndedLinkTitle { get; }

    string EndedLink { get; }

    string NewLink { get; }

    string NewLinkTitle { get; }

    string NewLinkLead { get; }

    string ClosedTitle { get; }

    string Closed { get; }

    // Emails.

    string ConfirmMailTitle { get; }

    string ConfirmMailLead(string site);

    string ConfirmMailHint { get; }

    string NewLinkMailLead(string site);

    string ManageMailTitle { get; }

    string ManageMailLead(string site);

    string ManageMailHint { get; }

    /// <summary>When something is told: <c>daily 08:00</c>, as a person says it, with its time zone.</summary>
    string Schedule(string every, string? day, string? time, string timeZone);

    /// <summary>A rule of the operator's, as what is subscribed.</summary>
    string TopicNamed(string name);
}

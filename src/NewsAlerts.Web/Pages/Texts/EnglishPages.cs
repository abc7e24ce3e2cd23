using NewsAlerts.Web.Pages.Html;
using static System.FormattableString;

namespace NewsAlerts.Web.Pages.Texts;

/// <summary>English.</summary>
internal sealed class EnglishPages : IPageTexts
{
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public string Tag => "en";

    public string Name => "English";

    public string Service => "News alerts";

    public string Questions => "Questions?";

    public string SubscribeTitle => "Get an email when it is in the news";

    public string SubscribeLead => "Say what matters to you. As soon as one of our sources reports on it, you get an email.";

    public string What => "What are you looking for?";

    public string OwnWords => "Words of my own";

    public string OwnWordsHint => "All of these words must be in an article. Capitals and accents make no difference.";

    public string HowToWrite => "How to narrow or widen a search";

    public string Finds => "Finds articles with";

    public string Write => "Write";

    public IReadOnlyList<(string Query, string Finds)> Examples { get; } =
    [
        ("Lavrov Taiwan", "both words"),
        ("cholera OR mpox", "one of them"),
        ("jaguar NOT car", "the first word and not the second"),
        ("\"foreign minister\"", "these words, side by side"),
        ("semiconduct*", "a word that begins so"),
        ("title:Taiwan", "the word in the headline"),
    ];

    public string Topic => "One of our topics";

    public string ChooseTopic => "Choose a topic";

    public string When => "When do you want to hear of it?";

    public string Send(string every) => every switch
    {
        "hourly" => "Once an hour",
        "daily" => "Once a day",
        "weekly" => "Once a week",
        _ => "At once",
    };

    public string SendHint(string every) => every == "immediate" ? "An email as soon as something appears" : "";

    public string At => "Time";

    public string On => "Day";

    public string Day(int day) => Days[day];

    public string TimeZone => "Your time zone";

    public string TimeZoneHint => "For the times in your emails. Type a large city near you.";

    public string Address => "Your email address";

    public string AddressHint => "We first send you a link to confirm it. Every email has a link to unsubscribe.";

    public string Language => "Language of your emails";

    public string Subscribe => "Subscribe";

    public string HowManyArticles => "How many articles?";

    public string ArticlesInDays(int articles, int days) =>
        $"{(days == 1 ? "In the last day" : $"In the last {days} days")}, {(articles == 1 ? "1 article" : $"{articles} articles")} would have been sent to you.";

    public string ArticlesNotCounted => "How many articles that would be cannot be said now.";

    public string AlreadySubscribed => "Already subscribed? See and change your subscriptions";

    public string LinkLead => "We send you a link by which you see, change and end your subscriptions.";

    public string LinkHint => "The one that your emails come to";

    public string SendLink => "Send me the link";

    public string WrongTitle(string title) => $"Error: {title}";

    public string ThereIsAProblem => "There is a problem";

    public string AddressIsMissing => "Enter your email address";

    public string AddressIsWrong => "Enter an email address like name@example.org";

    public string DomainIsWrong => "No domain has one of the characters after the @";

    public string QueryIsMissing => "Enter what you are looking for";

    public string QueryIsTooLong(int most) => Invariant($"Use at most {most} characters");

    public string QueryIsWrong => "This cannot be looked for as it is written";

    public string QueryIsDoubtful => "Is this what you mean? If it is, send it once more";

    public string RuleIsMissing => "Choose one of our topics";

    public string SendIsWrong => "Choose when you want to hear of it";

    public string TimeIsWrong => "Enter a time of day like 08:00";

    public string TimeZoneIsWrong => "Choose the time zone of a large city near you from the list, like Europe/London: not every city has one";

    public string LanguageIsWrong => "Choose one of the languages";

    public Markup DidYouMean(Markup meant) => Markup.Of($"Did you mean {meant}?");

    public string TooManyTitle => "Please try again later";

    public string TooMany(int minutes) => minutes == 1
        ? "There were too many requests from your network. Please try again in a minute."
        : Invariant($"There were too many requests from your network. Please try again in {minutes} minutes.");

    public string LookTitle => "Look into your inbox";

    public Markup LookLead(Markup address) => Markup.Of($"We are sending an email to {address}. Follow the link in it, and you are subscribed. It can be followed for 48 hours.");

    public string LookHint => "Nothing there after some minutes? Look into the spam folder, and check the address. An address is written to three times a day at most.";

    public string ConfirmTitle => "Confirm your subscription";

    public Markup ConfirmLead(Markup address) => Markup.Of($"We send emails to {address} when this is in the news:");

    public string Confirm => "Yes, subscribe me";

    public string ConfirmHint => "You did not ask for this? Close this page: nothing is sent to you.";

    public string ConfirmedTitle => "You are subscribed";

    public Markup ConfirmedLead(Markup address) => Markup.Of($"From now on, we send emails to {address} when this is in the news:");

    public string NothingWaitsTitle => "Nothing waits to be confirmed";

    public string NothingWaits => "This link has been used already, or the request has ended. Your subscriptions show what holds now.";

    public string FullTitle => "You have too many subscriptions";

    public string Full(int most) => Invariant($"An address can have {most} subscriptions. Remove one of them, and follow the link once more.");

    public string ManageTitle => "Your subscriptions";

    public Markup ManageLead(Markup address) => Markup.Of($"What we send to {address}:");

    public string SuspendedTitle => "Nothing is sent to you now";

    public string Suspended => "Your mail server refused our emails, so we stopped. Subscribe once more, and confirm it, to go on.";

    public string NothingSubscribed => "You have no subscriptions.";

    public string Change => "Change";

    public string ChangeTitle => "Change a subscription";

    public string Save => "Save";

    public string Saved => "Saved.";

    public string Back => "Back to your subscriptions";

    public string Remove => "Remove";

    public string Removed => "Removed: nothing is sent for it any more.";

    public string SubscribeToMore => "Subscribe to something else";

    public string YourSubscriptions => "Your subscriptions";

    public string Forget => "Remove everything";

    public string ForgetTitle => "Remove everything?";

    public Markup ForgetLead(Markup address) => Markup.Of($"All subscriptions of {address} end, and we delete the address. This cannot be undone.");

    public string ForgottenTitle => "Everything is removed";

    public string Forgotten => "We send you nothing any more, and have deleted your address and your subscriptions.";

    public string UnsubscribeTitle => "Unsubscribe?";

    public Markup UnsubscribeLead(Markup address) => Markup.Of($"We then send no more emails to {address} for:");

    public string Unsubscribe => "Unsubscribe";

    public string UnsubscribeAll => "Unsubscribe from everything";

    public string UnsubscribedTitle => "You have unsubscribed";

    public Markup UnsubscribedLead(Markup address) => Markup.Of($"We send no more emails to {address} for:");

    public string ByMistake => "Was that a mistake?";

    public string Undo => "Subscribe again";

    public string UndoneTitle => "You get these emails again";

    public Markup UndoneLead(Markup address) => Markup.Of($"We send emails to {address} for:");

    public string NothingIsSentTitle => "You get none of these emails";

    public string NothingIsSent => "What this link ends has ended already: nothing is sent to you for it.";

    public Markup OfDestination(Markup name) => Markup.Of($"Alerts of “{name}”");

    public string WrongLinkTitle => "This link does not work";

    public string WrongLink => "Part of it may be missing. Copy it whole from the email, or open it there.";

    public string EndedLinkTitle => "This link has ended";

    public string EndedLink => "For your safety, it could be followed for a limited time only. We can send a new one to the same address.";

    public string NewLink => "Send a new link";

    public string NewLinkTitle => "Look into your inbox";

    public string NewLinkLead => "If there is something to confirm or to change, an email with a new link is on its way.";

    public string ClosedTitle => "There is nothing to subscribe to";

    public string Closed => "This service takes no new subscriptions of this kind.";

    public string ConfirmMailTitle => "Please confirm your subscription";

    public string ConfirmMailLead(string site) => $"Somebody, probably you, asked at {site} to be told by email when this is in the news:";

    public string ConfirmMailHint => "If it was not you, do nothing: nothing is sent without your confirmation. The link can be followed for 48 hours.";

    public string NewLinkMailLead(string site) => $"Somebody, probably you, asked at {site} for a new link to confirm a subscription.";

    public string ManageMailTitle => "The link to your subscriptions";

    public string ManageMailLead(string site) => $"Somebody, probably you, asked at {site} for the link to your subscriptions.";

    public string ManageMailHint => "If it was not you, do nothing. Whoever has the link can change your subscriptions: do not pass it on.";

    public string Schedule(string every, string? day, string? time, string timeZone) => every switch
    {
        "hourly" => "Once an hour",
        "daily" => $"Every day at {time} ({timeZone})",
        "weekly" => $"Every {day} at {time} ({timeZone})",
        _ => "At once",
    };

    public string TopicNamed(string name) => $"Topic: {name}";
}

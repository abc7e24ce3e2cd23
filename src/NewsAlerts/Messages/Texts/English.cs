using static System.FormattableString;

namespace NewsAlerts.Messages.Texts;

/// <summary>English, with dates as most of the world writes them.</summary>
internal sealed class English : ILanguage
{
    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public string Tag => "en";

    public string Name => "English";

    public string EnglishName => "English";

    public string Day(DateTime date) => Invariant($"{date.Day} {Months[date.Month - 1]}");

    public string Time(DateTime time) => Invariant($"{Day(time)} {time:yyyy, HH:mm}");

    public string Labelled(string label, string text) => $"{label}: {text}";

    public string AndMore(int count) => Invariant($"and {count} more");

    public string AndMoreRules(int count) => count == 1 ? "and 1 more rule" : Invariant($"and {count} more rules");

    public string Untitled => "Untitled";

    public string UnnamedFeed => "Unnamed feed";

    public string UnnamedRule => "Unnamed rule";

    public string AlsoMatches => "Also matches";

    public string DigestOf(DateTime from, DateTime until) => from.Date == until.Date
        ? Invariant($"Digest of {Day(from)} {from:HH:mm} to {until:HH:mm}")
        : Invariant($"Digest of {Day(from)} {from:HH:mm} to {Day(until)} {until:HH:mm}");

    public string PartOf(int part, int parts) => Invariant($"{part} of {parts}");

    public string ThisDigest => "this digest";

    public string TheseItems(int count) => count == 1 ? "this new item" : Invariant($"these {count} new items");

    public string BecauseSubscribed(string what, string address) =>
        $"You get {what} because you have subscribed to these alerts with {address}.";

    public string BecauseEntered(string what, string address) =>
        $"You get {what} because the people who run this alert service send such news to {address}.";

    public string EndsForEverybody => "Unsubscribing ends this for everybody who reads that address.";

    public string AskToEnd(string? contact) =>
        $"To end this, {(contact is null ? "ask the people who run this alert service" : $"contact {contact}")}.";

    public string IsFor(string address) => $"This message is for {address}.";

    public string Unsubscribe => "Unsubscribe";

    public string ChangeSubscriptions => "Change your subscriptions";

    public string SampleTitle => "This is a test: no news, only a look at an alert";

    public string SampleSummary =>
        "Somebody asked for this test with 'alerts test'. In an alert of real news, this is the passage that made a rule match, "
        + "with its words lit up, as the word test is here.";

    public string SampleWord => "test";
}

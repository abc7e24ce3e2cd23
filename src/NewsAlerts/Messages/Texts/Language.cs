using System.Globalization;

namespace NewsAlerts.Messages.Texts;

/// <summary>What messages say beside the news, in one language.</summary>
/// <param name="table">Its texts.</param>
internal sealed class Language(TextTable table)
{
    private readonly IReadOnlyList<string> _months = table.List("months");

    /// <summary>Its tag (BCP 47), in lower case.</summary>
    public string Tag => table.Tag;

    /// <summary>What its speakers call it.</summary>
    public string Name => table.Text("name");

    /// <summary>What it is called in English.</summary>
    public string EnglishName => table.Text("englishName");

    /// <summary>A day of this year or so: <c>21 Nov</c>.</summary>
    public string Day(DateTime date) => table.Text(
        date.Day == 1 && table.Find("firstDay") is not null ? "firstDay" : "day", ("day", date.Day), ("month", _months[date.Month - 1]));

    /// <summary>A day and a time of day: <c>21 Nov 2026, 09:27</c>.</summary>
    public string Time(DateTime time) => table.Text("time", ("date", Day(time)), ("year", time.Year), ("time", Clock(time)));

    /// <summary>What something is, and what it says: <c>label: text</c>.</summary>
    public string Labelled(string label, string text) => table.Text("labelled", ("label", label), ("text", text));

    /// <summary>How many alerts there are beside those shown; at least 1.</summary>
    public string AndMore(int count) => table.Counted("andMore", count);

    /// <summary>How many rules there are beside those shown; at least 1.</summary>
    public string AndMoreRules(int count) => table.Counted("andMoreRules", count);

    /// <summary>The headline of an item that says nothing.</summary>
    public string Untitled => table.Text("untitled");

    /// <summary>The name of a feed that has none.</summary>
    public string UnnamedFeed => table.Text("unnamedFeed");

    /// <summary>The name of a rule that has none.</summary>
    public string UnnamedRule => table.Text("unnamedRule");

    /// <summary>What stands before the rules that an item matches beside the one above it, as a label.</summary>
    public string AlsoMatches => table.Text("alsoMatches");

    /// <summary>The title of a digest, with the time that it is of, in the reader's time zone.</summary>
    public string DigestOf(DateTime from, DateTime until) => from.Date == until.Date
        ? table.Text("digestOfOneDay", ("day", Day(from)), ("from", Clock(from)), ("until", Clock(until)))
        : table.Text("digestOf", ("firstDay", Day(from)), ("from", Clock(from)), ("lastDay", Day(until)), ("until", Clock(until)));

    /// <summary>Which part of a digest it is.</summary>
    public string PartOf(int part, int parts) => table.Text("partOf", ("part", part), ("parts", parts));

    /// <summary>A digest, as what somebody gets: the object of a sentence.</summary>
    public string ThisDigest => table.Text("thisDigest");

    /// <summary>New items, as what somebody gets; at least 1.</summary>
    public string TheseItems(int count) => table.Counted("theseItems", count);

    /// <summary>Why somebody gets something who has subscribed to it.</summary>
    /// <param name="what"><see cref="ThisDigest"/> or <see cref="TheseItems"/>.</param>
    /// <param name="address">The reader's address.</param>
    public string BecauseSubscribed(string what, string address) => table.Text("becauseSubscribed", ("what", what), ("address", address));

    /// <summary>Why somebody gets something whose address stands in alerts.yaml: its reader may have never heard of that file.</summary>
    /// <param name="what"><see cref="ThisDigest"/> or <see cref="TheseItems"/>.</param>
    /// <param name="address">The address, which a whole team may read.</param>
    public string BecauseEntered(string what, string address) => table.Text("becauseEntered", ("what", what), ("address", address));

    /// <summary>That the link that unsubscribes such an address does so for all who read it.</summary>
    public string EndsForEverybody => table.Text("endsForEverybody");

    /// <summary>How to end it where there is no link.</summary>
    /// <param name="contact">Whom to ask: an email or a web address; null where that is not said.</param>
    public string AskToEnd(string? contact) =>
        contact is null ? table.Text("askOperatorToEnd") : table.Text("askToEnd", ("contact", contact));

    /// <summary>Whom a message is for that tells no alerts.</summary>
    public string IsFor(string address) => table.Text("isFor", ("address", address));

    /// <summary>The link that ends what the message came from.</summary>
    public string Unsubscribe => table.Text("unsubscribe");

    /// <summary>The link to the reader's subscriptions.</summary>
    public string ChangeSubscriptions => table.Text("changeSubscriptions");

    /// <summary>The headline of a sample alert.</summary>
    public string SampleTitle => table.Text("sampleTitle");

    /// <summary>The teaser of a sample alert.</summary>
    public string SampleSummary => table.Text("sampleSummary");

    /// <summary>A word of both, which is lit up.</summary>
    public string SampleWord => table.Text("sampleWord");

    /// <summary>The texts of another set, in this language.</summary>
    public TextTable Read(System.Reflection.Assembly assembly, string set) => new(assembly, set, table.Tag, table.IsOne);

    private static string Clock(DateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

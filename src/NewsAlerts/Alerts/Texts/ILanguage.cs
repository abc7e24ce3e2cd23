namespace NewsAlerts.Alerts.Texts;

/// <summary>
/// What messages say, in one language. Dates are written here too, and not by the machine: they look the same wherever the
/// service runs, and whatever locales that machine has.
/// </summary>
internal interface ILanguage
{
    /// <summary>Its tag (BCP 47), in lower case.</summary>
    string Tag { get; }

    /// <summary>What its speakers call it.</summary>
    string Name { get; }

    /// <summary>What it is called in English.</summary>
    string EnglishName { get; }

    /// <summary>A day of this year or so: <c>21 Nov</c>.</summary>
    string Day(DateTime date);

    /// <summary>A day and a time of day: <c>21 Nov 2026, 09:27</c>.</summary>
    string Time(DateTime time);

    /// <summary>Less than a minute ago.</summary>
    string JustNow { get; }

    /// <summary>So many minutes, in the form that <see cref="Ago"/> and <see cref="Ahead"/> need.</summary>
    string Minutes(int count);

    /// <summary>So many hours, in the same form.</summary>
    string Hours(int count);

    /// <summary>So many days, in the same form.</summary>
    string Days(int count);

    /// <summary>That long ago.</summary>
    string Ago(string span);

    /// <summary>That long from now.</summary>
    string Ahead(string span);

    /// <summary>What something is, and what it says: <c>label: text</c>.</summary>
    string Labelled(string label, string text);

    /// <summary>How many alerts there are beside those shown; at least 1.</summary>
    string AndMore(int count);

    /// <summary>How many rules there are beside those shown; at least 1.</summary>
    string AndMoreRules(int count);

    /// <summary>The headline of an item that says nothing.</summary>
    string Untitled { get; }

    /// <summary>The name of a feed that has none.</summary>
    string UnnamedFeed { get; }

    /// <summary>The name of a rule that has none.</summary>
    string UnnamedRule { get; }

    /// <summary>What stands before the rules and queries that matched, as a label.</summary>
    string Matches { get; }

    /// <summary>The title of a digest, with the time that it is of, in the reader's time zone.</summary>
    string DigestOf(DateTime from, DateTime until);

    /// <summary>Which part of a digest it is.</summary>
    string PartOf(int part, int parts);

    /// <summary>A digest, as what somebody gets: the object of a sentence.</summary>
    string ThisDigest { get; }

    /// <summary>New items, as what somebody gets; at least 1.</summary>
    string TheseItems(int count);

    /// <summary>Why a destination of alerts.yaml gets something.</summary>
    /// <param name="what"><see cref="ThisDigest"/> or <see cref="TheseItems"/>.</param>
    /// <param name="destination">The destination's name.</param>
    string BecauseOfRules(string what, string destination);

    /// <summary>Why somebody gets something who has subscribed to it.</summary>
    string BecauseSubscribed(string what);

    /// <summary>Whom a message is for that tells no alerts.</summary>
    string IsFor(string destination);

    /// <summary>The link that ends what the message came from.</summary>
    string Unsubscribe { get; }

    /// <summary>The link to the reader's subscriptions.</summary>
    string ChangeSubscriptions { get; }

    /// <summary>The headline of a sample alert.</summary>
    string SampleTitle { get; }

    /// <summary>The teaser of a sample alert.</summary>
    string SampleSummary { get; }

    /// <summary>A word of both, which is lit up.</summary>
    string SampleWord { get; }
}

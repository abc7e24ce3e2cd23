namespace NewsAlerts.Messages.Texts;

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

    /// <summary>What stands before the rules that an item matches beside the one above it, as a label.</summary>
    string AlsoMatches { get; }

    /// <summary>The title of a digest, with the time that it is of, in the reader's time zone.</summary>
    string DigestOf(DateTime from, DateTime until);

    /// <summary>Which part of a digest it is.</summary>
    string PartOf(int part, int parts);

    /// <summary>A digest, as what somebody gets: the object of a sentence.</summary>
    string ThisDigest { get; }

    /// <summary>New items, as what somebody gets; at least 1.</summary>
    string TheseItems(int count);

    /// <summary>Why somebody gets something who has subscribed to it.</summary>
    /// <param name="what"><see cref="ThisDigest"/> or <see cref="TheseItems"/>.</param>
    /// <param name="address">The reader's address.</param>
    string BecauseSubscribed(string what, string address);

    /// <summary>Why somebody gets something whose address stands in alerts.yaml: its reader may have never heard of that file.</summary>
    /// <param name="what"><see cref="ThisDigest"/> or <see cref="TheseItems"/>.</param>
    /// <param name="address">The address, which a whole team may read.</param>
    string BecauseEntered(string what, string address);

    /// <summary>That the link that unsubscribes such an address does so for all who read it.</summary>
    string EndsForEverybody { get; }

    /// <summary>How to end it where there is no link.</summary>
    /// <param name="contact">Whom to ask: an email or a web address; null where that is not said.</param>
    string AskToEnd(string? contact);

    /// <summary>Whom a message is for that tells no alerts.</summary>
    string IsFor(string address);

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

using System.Globalization;

namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>Receivers that answer alike.</summary>
/// <param name="Behaviour">How they answer.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Label">What the table calls them.</param>
/// <param name="Accepts">Whether they accept in the end what they are sent.</param>
internal sealed record Cast(Behaviour Behaviour, int Count, string Label, bool Accepts = true)
{
    /// <summary>Each webhook is told of every item.</summary>
    public static readonly IReadOnlyList<Cast> Webhooks =
    [
        new(Behaviour.Well, 80, "well"),
        new(Behaviour.Slow, 4, "answer after 3 s"),
        new(Behaviour.Recovering, 4, "500 three times, then well"),
        new(Behaviour.Cutting, 2, "cut 3 connections, then well"),
        new(Behaviour.RateLimiting, 3, "take 1/s, else 429"),
        new(Behaviour.Failing, 2, "500 for good", Accepts: false),
        new(Behaviour.Absent, 1, "nobody listens", Accepts: false),
        new(Behaviour.Gone, 2, "410 gone", Accepts: false),
        new(Behaviour.Refusing, 2, "422 refused", Accepts: false),
    ];

    /// <summary>Each mailbox is told of one item.</summary>
    public static readonly IReadOnlyList<Cast> Mailboxes =
    [
        new(Behaviour.MailWell, 900, "well"),
        new(Behaviour.MailGreylisting, 60, "451 once, then well"),
        new(Behaviour.MailFull, 10, "452 full, for good", Accepts: false),
        new(Behaviour.MailUnknown, 15, "550 no such mailbox", Accepts: false),
        new(Behaviour.MailRefusing, 15, "550 refused", Accepts: false),
    ];

    /// <summary>The names of their destinations.</summary>
    public IEnumerable<string> Names => Enumerable.Range(0, Count).Select(number => NameOf(Behaviour, number));

    /// <summary>The cast that a destination belongs to.</summary>
    public static Cast Of(string name) => Webhooks.Concat(Mailboxes).First(cast => cast.Behaviour == BehaviourOf(name));

    /// <summary>How the destination with that name answers.</summary>
    public static Behaviour BehaviourOf(string name) => Enum.Parse<Behaviour>(name[..name.IndexOf('-', StringComparison.Ordinal)]);

    /// <summary>Every alert that is to come: who is told, and the number of the item.</summary>
    public static IReadOnlyList<(string Destination, int Item)> Expected(int items) =>
    [
        .. Webhooks.SelectMany(cast => cast.Names).SelectMany(name => Enumerable.Range(0, items).Select(item => (name, item))),
        .. Mailboxes.SelectMany(cast => cast.Names).Index().Select(mailbox => (mailbox.Item, mailbox.Index % items)),
    ];

    private static string NameOf(Behaviour behaviour, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{behaviour}-{number}");
}

using static System.FormattableString;

namespace NewsAlerts.Messages.Texts;

/// <summary>German.</summary>
internal sealed class German : ILanguage
{
    private static readonly string[] Months =
        ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];

    public string Tag => "de";

    public string Name => "Deutsch";

    public string EnglishName => "German";

    public string Day(DateTime date) => Invariant($"{date.Day}. {Months[date.Month - 1]}");

    public string Time(DateTime time) => Invariant($"{Day(time)} {time:yyyy, HH:mm} Uhr");

    public string Labelled(string label, string text) => $"{label}: {text}";

    public string AndMore(int count) => Invariant($"und {count} weitere");

    public string AndMoreRules(int count) => count == 1 ? "und 1 weitere Regel" : Invariant($"und {count} weitere Regeln");

    public string Untitled => "Ohne Titel";

    public string UnnamedFeed => "Quelle ohne Namen";

    public string UnnamedRule => "Regel ohne Namen";

    public string AlsoMatches => "Passt auch zu";

    public string DigestOf(DateTime from, DateTime until) => from.Date == until.Date
        ? Invariant($"Zusammenfassung vom {Day(from)} {from:HH:mm} bis {until:HH:mm} Uhr")
        : Invariant($"Zusammenfassung vom {Day(from)} {from:HH:mm} bis {Day(until)} {until:HH:mm} Uhr");

    public string PartOf(int part, int parts) => Invariant($"Teil {part} von {parts}");

    public string ThisDigest => "diese Zusammenfassung";

    public string TheseItems(int count) => count == 1 ? "diese neue Meldung" : Invariant($"diese {count} neuen Meldungen");

    public string BecauseSubscribed(string what, string address) =>
        $"Sie erhalten {what}, weil Sie diese Meldungen mit der Adresse {address} abonniert haben.";

    public string BecauseEntered(string what, string address) =>
        $"Sie erhalten {what}, weil die Betreiber dieses Meldungsdienstes solche Nachrichten an {address} senden.";

    public string EndsForEverybody => "Das Abbestellen gilt für alle, die unter dieser Adresse mitlesen.";

    public string AskToEnd(string? contact) =>
        $"Um das zu beenden, wenden Sie sich an {contact ?? "die Betreiber dieses Dienstes"}.";

    public string IsFor(string address) => $"Diese Nachricht ist für {address}.";

    public string Unsubscribe => "Abbestellen";

    public string ChangeSubscriptions => "Abonnements ändern";

    public string SampleTitle => "Das ist ein Test: keine Nachricht, nur ein Blick auf eine Meldung";

    public string SampleSummary =>
        "Jemand hat diesen Test mit 'alerts test' angefordert. In einer echten Meldung steht hier die Stelle, auf die eine Regel "
        + "passt, mit hervorgehobenen Wörtern, so wie hier das Wort Test.";

    public string SampleWord => "Test";
}

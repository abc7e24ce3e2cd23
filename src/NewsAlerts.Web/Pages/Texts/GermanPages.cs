using NewsAlerts.Web.Pages.Html;
using static System.FormattableString;

namespace NewsAlerts.Web.Pages.Texts;

/// <summary>German.</summary>
internal sealed class GermanPages : IPageTexts
{
    private static readonly string[] Days = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];

    public string Tag => "de";

    public string Name => "Deutsch";

    public string Service => "Nachrichten-Meldungen";

    public string Questions => "Fragen?";

    public string SubscribeTitle => "Per E-Mail erfahren, wenn darüber berichtet wird";

    public string SubscribeLead => "Sagen Sie, was Ihnen wichtig ist. Sobald eine unserer Quellen darüber berichtet, erhalten Sie eine E-Mail.";

    public string What => "Wonach suchen Sie?";

    public string OwnWords => "Eigene Wörter";

    public string OwnWordsHint => "Alle diese Wörter müssen in einem Artikel stehen. Großschreibung und Akzente sind gleichgültig.";

    public string HowToWrite => "Die Suche eingrenzen oder erweitern";

    public string Finds => "Findet Artikel mit";

    public string Write => "Schreiben Sie";

    public IReadOnlyList<(string Query, string Finds)> Examples { get; } =
    [
        ("Lawrow Taiwan", "beiden Wörtern"),
        ("Cholera OR Mpox", "einem von beiden"),
        ("Jaguar NOT Auto", "dem ersten Wort ohne das zweite"),
        ("\"Vereinte Nationen\"", "diesen Wörtern nebeneinander"),
        ("Halbleiter*", "einem Wort, das so beginnt"),
        ("title:Taiwan", "dem Wort in der Überschrift"),
    ];

    public string Topic => "Eines unserer Themen";

    public string ChooseTopic => "Thema wählen";

    public string When => "Wann möchten Sie davon erfahren?";

    public string Send(string every) => every switch
    {
        "hourly" => "Einmal pro Stunde",
        "daily" => "Einmal am Tag",
        "weekly" => "Einmal pro Woche",
        _ => "Sofort",
    };

    public string SendHint(string every) => every == "immediate" ? "Eine E-Mail, sobald etwas erscheint" : "";

    public string At => "Uhrzeit";

    public string On => "Wochentag";

    public string Day(int day) => Days[day];

    public string TimeZone => "Ihre Zeitzone";

    public string TimeZoneHint => "Für die Zeiten in Ihren E-Mails. Tippen Sie eine große Stadt in Ihrer Nähe ein.";

    public string Address => "Ihre E-Mail-Adresse";

    public string AddressHint => "Wir senden zuerst einen Link, mit dem Sie sie bestätigen. In jeder E-Mail steht ein Link zum Abbestellen.";

    public string Language => "Sprache Ihrer E-Mails";

    public string Subscribe => "Abonnieren";

    public string HowManyArticles => "Wie viele Artikel?";

    public string ArticlesInDays(int articles, int days) =>
        $"{(days == 1 ? "In den letzten 24 Stunden" : $"In den letzten {days} Tagen")} hätten Sie {(articles == 0 ? "keinen Artikel" : articles == 1 ? "1 Artikel" : $"{articles} Artikel")} erhalten.";

    public string ArticlesNotCounted => "Wie viele Artikel das wären, lässt sich gerade nicht sagen.";

    public string AlreadySubscribed => "Schon abonniert? Ihre Abonnements ansehen und ändern";

    public string LinkLead => "Wir senden Ihnen einen Link, mit dem Sie Ihre Abonnements ansehen, ändern und beenden.";

    public string LinkHint => "Die, an die Ihre E-Mails gehen";

    public string SendLink => "Link senden";

    public string WrongTitle(string title) => $"Fehler: {title}";

    public string ThereIsAProblem => "Etwas stimmt noch nicht";

    public string AddressIsMissing => "Geben Sie Ihre E-Mail-Adresse ein";

    public string AddressIsWrong => "Geben Sie eine E-Mail-Adresse wie name@example.org ein";

    public string DomainIsWrong => "Nach dem @ steht ein Zeichen, das in keiner Domain vorkommt";

    public string QueryIsMissing => "Geben Sie ein, wonach Sie suchen";

    public string QueryIsTooLong(int most) => Invariant($"Höchstens {most} Zeichen sind möglich");

    public string QueryIsWrong => "So geschrieben kann danach nicht gesucht werden";

    public string QueryIsDoubtful => "Meinen Sie das so? Dann senden Sie es noch einmal";

    public string RuleIsMissing => "Wählen Sie eines unserer Themen";

    public string SendIsWrong => "Wählen Sie, wann Sie davon erfahren möchten";

    public string TimeIsWrong => "Geben Sie eine Uhrzeit wie 08:00 ein";

    public string TimeZoneIsWrong => "Wählen Sie aus der Liste die Zeitzone einer großen Stadt in Ihrer Nähe, etwa Europe/Berlin: Nicht jede Stadt hat eine";

    public string LanguageIsWrong => "Wählen Sie eine der Sprachen";

    public Markup DidYouMean(Markup meant) => Markup.Of($"Meinten Sie {meant}?");

    public string TooManyTitle => "Bitte versuchen Sie es später noch einmal";

    public string TooMany(int minutes) => minutes == 1
        ? "Aus Ihrem Netz kamen zu viele Anfragen. Bitte versuchen Sie es in einer Minute noch einmal."
        : Invariant($"Aus Ihrem Netz kamen zu viele Anfragen. Bitte versuchen Sie es in {minutes} Minuten noch einmal.");

    public string LookTitle => "Sehen Sie in Ihr Postfach";

    public Markup LookLead(Markup address) => Markup.Of($"Wir senden eine E-Mail an {address}. Folgen Sie dem Link darin, und Sie haben abonniert. Er gilt 48 Stunden.");

    public string LookHint => "Nach einigen Minuten nichts da? Sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse. An eine Adresse schreiben wir höchstens dreimal am Tag.";

    public string ConfirmTitle => "Bestätigen Sie Ihr Abonnement";

    public Markup ConfirmLead(Markup address) => Markup.Of($"Wir senden E-Mails an {address}, wenn das in den Nachrichten ist:");

    public string Confirm => "Ja, abonnieren";

    public string ConfirmHint => "Sie haben das nicht angefordert? Schließen Sie diese Seite: Es wird Ihnen nichts gesendet.";

    public string ConfirmedTitle => "Sie haben abonniert";

    public Markup ConfirmedLead(Markup address) => Markup.Of($"Von jetzt an senden wir E-Mails an {address}, wenn das in den Nachrichten ist:");

    public string NothingWaitsTitle => "Hier ist nichts zu bestätigen";

    public string NothingWaits => "Dieser Link wurde schon benutzt, oder die Anfrage ist abgelaufen. Was jetzt gilt, zeigen Ihre Abonnements.";

    public string FullTitle => "Sie haben zu viele Abonnements";

    public string Full(int most) => Invariant($"Eine Adresse kann {most} Abonnements haben. Entfernen Sie eines davon und folgen Sie dem Link noch einmal.");

    public string ManageTitle => "Ihre Abonnements";

    public Markup ManageLead(Markup address) => Markup.Of($"Das senden wir an {address}:");

    public string SuspendedTitle => "Zurzeit wird Ihnen nichts gesendet";

    public string Suspended => "Ihr Mailserver hat unsere E-Mails abgelehnt, darum haben wir aufgehört. Abonnieren Sie noch einmal und bestätigen Sie es, damit es weitergeht.";

    public string NothingSubscribed => "Sie haben keine Abonnements.";

    public string Change => "Ändern";

    public string ChangeTitle => "Abonnement ändern";

    public string Save => "Speichern";

    public string Saved => "Gespeichert.";

    public string Back => "Zurück zu Ihren Abonnements";

    public string Remove => "Entfernen";

    public string Removed => "Entfernt: Dafür wird nichts mehr gesendet.";

    public string SubscribeToMore => "Etwas anderes abonnieren";

    public string YourSubscriptions => "Ihre Abonnements";

    public string Forget => "Alles entfernen";

    public string ForgetTitle => "Alles entfernen?";

    public Markup ForgetLead(Markup address) => Markup.Of($"Alle Abonnements von {address} enden, und wir löschen die Adresse. Das lässt sich nicht rückgängig machen.");

    public string ForgottenTitle => "Alles ist entfernt";

    public string Forgotten => "Wir senden Ihnen nichts mehr und haben Ihre Adresse und Ihre Abonnements gelöscht.";

    public string UnsubscribeTitle => "Abbestellen?";

    public Markup UnsubscribeLead(Markup address) => Markup.Of($"Wir senden dann keine E-Mails mehr an {address} für:");

    public string Unsubscribe => "Abbestellen";

    public string UnsubscribeAll => "Alles abbestellen";

    public string UnsubscribedTitle => "Sie haben abbestellt";

    public Markup UnsubscribedLead(Markup address) => Markup.Of($"Wir senden keine E-Mails mehr an {address} für:");

    public string ByMistake => "War das ein Versehen?";

    public string Undo => "Wieder abonnieren";

    public string UndoneTitle => "Sie erhalten diese E-Mails wieder";

    public Markup UndoneLead(Markup address) => Markup.Of($"Wir senden E-Mails an {address} für:");

    public string NothingIsSentTitle => "Sie erhalten keine dieser E-Mails";

    public string NothingIsSent => "Was dieser Link beendet, ist schon beendet: Dafür wird Ihnen nichts gesendet.";

    public Markup OfDestination(Markup name) => Markup.Of($"Meldungen für „{name}“");

    public string WrongLinkTitle => "Dieser Link führt nirgendwohin";

    public string WrongLink => "Vielleicht fehlt ein Teil. Kopieren Sie ihn ganz aus der E-Mail, oder öffnen Sie ihn dort.";

    public string EndedLinkTitle => "Dieser Link ist abgelaufen";

    public string EndedLink => "Zu Ihrer Sicherheit galt er nur eine Zeit lang. Wir können an dieselbe Adresse einen neuen senden.";

    public string NewLink => "Neuen Link senden";

    public string NewLinkTitle => "Sehen Sie in Ihr Postfach";

    public string NewLinkLead => "Wenn es etwas zu bestätigen oder zu ändern gibt, ist eine E-Mail mit einem neuen Link unterwegs.";

    public string ClosedTitle => "Hier gibt es nichts zu abonnieren";

    public string Closed => "Dieser Dienst nimmt keine neuen Abonnements dieser Art an.";

    public string ConfirmMailTitle => "Bitte bestätigen Sie Ihr Abonnement";

    public string ConfirmMailLead(string site) => $"Jemand, wahrscheinlich Sie, möchte von {site} per E-Mail erfahren, wenn das in den Nachrichten ist:";

    public string ConfirmMailHint => "Wenn Sie es nicht waren, tun Sie nichts: Ohne Ihre Bestätigung wird nichts gesendet. Der Link gilt 48 Stunden.";

    public string NewLinkMailLead(string site) => $"Jemand, wahrscheinlich Sie, hat bei {site} einen neuen Link angefordert, um ein Abonnement zu bestätigen.";

    public string ManageMailTitle => "Der Link zu Ihren Abonnements";

    public string ManageMailLead(string site) => $"Jemand, wahrscheinlich Sie, hat bei {site} den Link zu Ihren Abonnements angefordert.";

    public string ManageMailHint => "Wenn Sie es nicht waren, tun Sie nichts. Wer den Link hat, kann Ihre Abonnements ändern: Geben Sie ihn nicht weiter.";

    public string Schedule(string every, string? day, string? time, string timeZone) => every switch
    {
        "hourly" => "Einmal pro Stunde",
        "daily" => $"Jeden Tag um {time} Uhr ({timeZone})",
        "weekly" => $"Jeden {day} um {time} Uhr ({timeZone})",
        _ => "Sofort",
    };

    public string TopicNamed(string name) => $"Thema: {name}";
}

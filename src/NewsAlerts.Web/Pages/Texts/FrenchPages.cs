using NewsAlerts.Web.Pages.Html;
using static System.FormattableString;

namespace NewsAlerts.Web.Pages.Texts;

/// <summary>French.</summary>
internal sealed class FrenchPages : IPageTexts
{
    private static readonly string[] Days = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    public string Tag => "fr";

    public string Name => "Français";

    public string Service => "Alertes d’actualité";

    public string Questions => "Des questions ?";

    public string SubscribeTitle => "Un e-mail quand l’actualité en parle";

    public string SubscribeLead => "Dites ce qui compte pour vous. Dès que l’une de nos sources en parle, vous recevez un e-mail.";

    public string What => "Que cherchez-vous ?";

    public string OwnWords => "Mes propres mots";

    public string OwnWordsHint => "Tous ces mots doivent figurer dans l’article. Majuscules et accents ne comptent pas.";

    public string HowToWrite => "Comment affiner ou élargir la recherche";

    public string Finds => "Trouve les articles avec";

    public string Write => "Écrivez";

    public IReadOnlyList<(string Query, string Finds)> Examples { get; } =
    [
        ("Lavrov Taïwan", "les deux mots"),
        ("choléra OR mpox", "l’un des deux"),
        ("jaguar NOT voiture", "le premier mot sans le second"),
        ("\"Nations unies\"", "ces mots côte à côte"),
        ("vaccin*", "un mot qui commence ainsi"),
        ("title:Taïwan", "le mot dans le titre"),
    ];

    public string Topic => "L’un de nos sujets";

    public string ChooseTopic => "Choisissez un sujet";

    public string When => "Quand voulez-vous l’apprendre ?";

    public string Send(string every) => every switch
    {
        "hourly" => "Une fois par heure",
        "daily" => "Une fois par jour",
        "weekly" => "Une fois par semaine",
        _ => "Tout de suite",
    };

    public string SendHint(string every) => every == "immediate" ? "Un e-mail dès qu’un article paraît" : "";

    public string At => "Heure";

    public string On => "Jour";

    public string Day(int day) => Days[day];

    public string TimeZone => "Votre fuseau horaire";

    public string TimeZoneHint => "Pour les heures dans vos e-mails. Tapez le nom d’une grande ville proche de vous.";

    public string Address => "Votre adresse e-mail";

    public string AddressHint => "Nous envoyons d’abord un lien pour la confirmer. Chaque e-mail contient un lien de désabonnement.";

    public string Language => "Langue de vos e-mails";

    public string Subscribe => "S’abonner";

    public string HowManyArticles => "Combien d’articles ?";

    public string ArticlesInDays(int articles, int days) =>
        $"{(days == 1 ? "Ces dernières 24 heures" : $"Ces {days} derniers jours")}, vous auriez reçu {(articles == 0 ? "aucun article" : articles == 1 ? "1 article" : $"{articles} articles")}.";

    public string ArticlesNotCounted => "Impossible de dire pour l’instant combien d’articles cela ferait.";

    public string AlreadySubscribed => "Déjà abonné ? Voir et modifier vos abonnements";

    public string LinkLead => "Nous vous envoyons un lien pour voir, modifier et arrêter vos abonnements.";

    public string LinkHint => "Celle à laquelle arrivent vos e-mails";

    public string SendLink => "Envoyer le lien";

    public string WrongTitle(string title) => $"Erreur : {title}";

    public string ThereIsAProblem => "Il y a un problème";

    public string AddressIsMissing => "Saisissez votre adresse e-mail";

    public string AddressIsWrong => "Saisissez une adresse e-mail comme nom@example.org";

    public string DomainIsWrong => "Un caractère après le @ n’existe dans aucun nom de domaine";

    public string QueryIsMissing => "Saisissez ce que vous cherchez";

    public string QueryIsTooLong(int most) => Invariant($"{most} caractères au plus sont possibles");

    public string QueryIsWrong => "Cela ne peut pas être cherché tel que c’est écrit";

    public string QueryIsDoubtful => "Est-ce bien ce que vous voulez dire ? Si oui, envoyez-le de nouveau";

    public string RuleIsMissing => "Choisissez l’un de nos sujets";

    public string SendIsWrong => "Choisissez quand vous voulez l’apprendre";

    public string TimeIsWrong => "Saisissez une heure comme 08:00";

    public string TimeZoneIsWrong => "Choisissez dans la liste le fuseau horaire d’une grande ville proche de vous, comme Europe/Paris : toutes les villes n’en ont pas un";

    public string LanguageIsWrong => "Choisissez l’une des langues";

    public Markup DidYouMean(Markup meant) => Markup.Of($"Vouliez-vous dire {meant} ?");

    public string TooManyTitle => "Veuillez réessayer plus tard";

    public string TooMany(int minutes) => minutes == 1
        ? "Trop de demandes sont venues de votre réseau. Veuillez réessayer dans une minute."
        : Invariant($"Trop de demandes sont venues de votre réseau. Veuillez réessayer dans {minutes} minutes.");

    public string LookTitle => "Regardez dans votre boîte de réception";

    public Markup LookLead(Markup address) => Markup.Of($"Nous envoyons un e-mail à {address}. Suivez le lien qu’il contient et vous serez abonné. Il est valable 48 heures.");

    public string LookHint => "Rien après quelques minutes ? Regardez dans les courriers indésirables et vérifiez l’adresse. Nous écrivons à une adresse trois fois par jour au plus.";

    public string ConfirmTitle => "Confirmez votre abonnement";

    public Markup ConfirmLead(Markup address) => Markup.Of($"Nous envoyons des e-mails à {address} quand l’actualité parle de :");

    public string Confirm => "Oui, je m’abonne";

    public string ConfirmHint => "Vous ne l’avez pas demandé ? Fermez cette page : rien ne vous sera envoyé.";

    public string ConfirmedTitle => "Vous êtes abonné";

    public Markup ConfirmedLead(Markup address) => Markup.Of($"Dès maintenant, nous envoyons des e-mails à {address} quand l’actualité parle de :");

    public string NothingWaitsTitle => "Il n’y a rien à confirmer";

    public string NothingWaits => "Ce lien a déjà servi, ou la demande a expiré. Vos abonnements montrent ce qui vaut maintenant.";

    public string FullTitle => "Vous avez trop d’abonnements";

    public string Full(int most) => Invariant($"Une adresse peut avoir {most} abonnements. Supprimez-en un et suivez le lien de nouveau.");

    public string ManageTitle => "Vos abonnements";

    public Markup ManageLead(Markup address) => Markup.Of($"Ce que nous envoyons à {address} :");

    public string SuspendedTitle => "Rien ne vous est envoyé en ce moment";

    public string Suspended => "Votre serveur de messagerie a refusé nos e-mails ; nous avons donc arrêté. Abonnez-vous de nouveau et confirmez pour reprendre.";

    public string NothingSubscribed => "Vous n’avez aucun abonnement.";

    public string Change => "Modifier";

    public string ChangeTitle => "Modifier un abonnement";

    public string Save => "Enregistrer";

    public string Saved => "Enregistré.";

    public string Back => "Retour à vos abonnements";

    public string Remove => "Supprimer";

    public string Removed => "Supprimé : plus rien n’est envoyé à ce sujet.";

    public string SubscribeToMore => "S’abonner à autre chose";

    public string YourSubscriptions => "Vos abonnements";

    public string Forget => "Tout supprimer";

    public string ForgetTitle => "Tout supprimer ?";

    public Markup ForgetLead(Markup address) => Markup.Of($"Tous les abonnements de {address} prennent fin et nous effaçons l’adresse. C’est irréversible.");

    public string ForgottenTitle => "Tout est supprimé";

    public string Forgotten => "Nous ne vous envoyons plus rien et avons effacé votre adresse et vos abonnements.";

    public string UnsubscribeTitle => "Se désabonner ?";

    public Markup UnsubscribeLead(Markup address) => Markup.Of($"Nous n’enverrons alors plus d’e-mails à {address} pour :");

    public string Unsubscribe => "Se désabonner";

    public string UnsubscribeAll => "Se désabonner de tout";

    public string UnsubscribedTitle => "Vous êtes désabonné";

    public Markup UnsubscribedLead(Markup address) => Markup.Of($"Nous n’envoyons plus d’e-mails à {address} pour :");

    public string ByMistake => "C’était une erreur ?";

    public string Undo => "Se réabonner";

    public string UndoneTitle => "Vous recevez de nouveau ces e-mails";

    public Markup UndoneLead(Markup address) => Markup.Of($"Nous envoyons des e-mails à {address} pour :");

    public string NothingIsSentTitle => "Vous ne recevez aucun de ces e-mails";

    public string NothingIsSent => "Ce que ce lien arrête est déjà arrêté : rien ne vous est envoyé à ce titre.";

    public Markup OfDestination(Markup name) => Markup.Of($"Alertes pour « {name} »");

    public string WrongLinkTitle => "Ce lien ne mène nulle part";

    public string WrongLink => "Il en manque peut-être une partie. Copiez-le en entier depuis l’e-mail, ou ouvrez-le là.";

    public string EndedLinkTitle => "Ce lien a expiré";

    public string EndedLink => "Pour votre sécurité, il n’était valable qu’un certain temps. Nous pouvons en envoyer un nouveau à la même adresse.";

    public string NewLink => "Envoyer un nouveau lien";

    public string NewLinkTitle => "Regardez dans votre boîte de réception";

    public string NewLinkLead => "S’il y a quelque chose à confirmer ou à modifier, un e-mail avec un nouveau lien est en route.";

    public string ClosedTitle => "Il n’y a rien à quoi s’abonner";

    public string Closed => "Ce service ne prend pas de nouveaux abonnements de cette sorte.";

    public string ConfirmMailTitle => "Veuillez confirmer votre abonnement";

    public string ConfirmMailLead(string site) => $"Quelqu’un, sans doute vous, a demandé sur {site} à être prévenu par e-mail quand l’actualité parle de :";

    public string ConfirmMailHint => "Si ce n’était pas vous, ne faites rien : sans votre confirmation, rien n’est envoyé. Le lien est valable 48 heures.";

    public string NewLinkMailLead(string site) => $"Quelqu’un, sans doute vous, a demandé sur {site} un nouveau lien pour confirmer un abonnement.";

    public string ManageMailTitle => "Le lien vers vos abonnements";

    public string ManageMailLead(string site) => $"Quelqu’un, sans doute vous, a demandé sur {site} le lien vers vos abonnements.";

    public string ManageMailHint => "Si ce n’était pas vous, ne faites rien. Qui possède le lien peut modifier vos abonnements : ne le transmettez pas.";

    public string Schedule(string every, string? day, string? time, string timeZone) => every switch
    {
        "hourly" => "Une fois par heure",
        "daily" => $"Chaque jour à {time} ({timeZone})",
        "weekly" => $"Chaque {day} à {time} ({timeZone})",
        _ => "Tout de suite",
    };

    public string TopicNamed(string name) => $"Sujet : {name}";
}

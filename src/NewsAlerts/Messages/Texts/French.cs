using static System.FormattableString;

namespace NewsAlerts.Messages.Texts;

/// <summary>French: a no-break space stands before a colon, apostrophes are curved, and the first of a month is <c>1er</c>.</summary>
internal sealed class French : ILanguage
{
    private static readonly string[] Months =
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    public string Tag => "fr";

    public string Name => "Français";

    public string EnglishName => "French";

    public string Day(DateTime date) => Invariant($"{date.Day}{(date.Day == 1 ? "er" : "")} {Months[date.Month - 1]}");

    public string Time(DateTime time) => Invariant($"{Day(time)} {time:yyyy, HH:mm}");

    public string Labelled(string label, string text) => $"{label}\u00A0: {text}";

    public string AndMore(int count) => count < 2 ? Invariant($"et {count} autre") : Invariant($"et {count} autres");

    public string AndMoreRules(int count) => count < 2 ? Invariant($"et {count} autre règle") : Invariant($"et {count} autres règles");

    public string Untitled => "Sans titre";

    public string UnnamedFeed => "Source sans nom";

    public string UnnamedRule => "Règle sans nom";

    public string AlsoMatches => "Correspond aussi à";

    public string DigestOf(DateTime from, DateTime until) => from.Date == until.Date
        ? Invariant($"Récapitulatif du {Day(from)}, de {from:HH:mm} à {until:HH:mm}")
        : Invariant($"Récapitulatif du {Day(from)} à {from:HH:mm} au {Day(until)} à {until:HH:mm}");

    public string PartOf(int part, int parts) => Invariant($"{part} sur {parts}");

    public string ThisDigest => "ce récapitulatif";

    public string TheseItems(int count) => count < 2 ? "ce nouvel article" : Invariant($"ces {count} nouveaux articles");

    public string BecauseSubscribed(string what, string address) =>
        $"Vous recevez {what} parce que vous avez souscrit à ces alertes avec l’adresse {address}.";

    public string BecauseEntered(string what, string address) =>
        $"Vous recevez {what} parce que les responsables de ce service d’alertes envoient ce genre de nouvelles à {address}.";

    public string EndsForEverybody => "Le désabonnement vaut pour toutes les personnes qui lisent cette adresse.";

    public string AskToEnd(string? contact) =>
        $"Pour ne plus en recevoir, {(contact is null ? "adressez-vous aux responsables de ce service" : $"adressez-vous à {contact}")}.";

    public string IsFor(string address) => $"Ce message est pour {address}.";

    public string Unsubscribe => "Se désabonner";

    public string ChangeSubscriptions => "Modifier vos abonnements";

    public string SampleTitle => "Ceci est un test\u00A0: aucune nouvelle, juste un aperçu d’alerte";

    public string SampleSummary =>
        "Quelqu’un a demandé ce test avec 'alerts test'. Dans une vraie alerte, voici le passage qui répond à une règle, avec ses "
        + "mots mis en évidence, comme l’est ici le mot test.";

    public string SampleWord => "test";
}

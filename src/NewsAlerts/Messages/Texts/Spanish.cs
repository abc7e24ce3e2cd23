using static System.FormattableString;

namespace NewsAlerts.Messages.Texts;

/// <summary>Spanish.</summary>
internal sealed class Spanish : ILanguage
{
    private static readonly string[] Months =
        ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"];

    public string Tag => "es";

    public string Name => "Español";

    public string EnglishName => "Spanish";

    public string Day(DateTime date) => Invariant($"{date.Day} {Months[date.Month - 1]}");

    public string Time(DateTime time) => Invariant($"{Day(time)} {time:yyyy, HH:mm}");

    public string Labelled(string label, string text) => $"{label}: {text}";

    public string AndMore(int count) => Invariant($"y {count} más");

    public string AndMoreRules(int count) => count == 1 ? "y 1 regla más" : Invariant($"y {count} reglas más");

    public string Untitled => "Sin título";

    public string UnnamedFeed => "Fuente sin nombre";

    public string UnnamedRule => "Regla sin nombre";

    public string AlsoMatches => "Coincide también con";

    public string DigestOf(DateTime from, DateTime until) => from.Date == until.Date
        ? Invariant($"Resumen del {Day(from)}, de {from:HH:mm} a {until:HH:mm}")
        : Invariant($"Resumen del {Day(from)} {from:HH:mm} al {Day(until)} {until:HH:mm}");

    public string PartOf(int part, int parts) => Invariant($"{part} de {parts}");

    public string ThisDigest => "este resumen";

    public string TheseItems(int count) => count == 1 ? "esta noticia nueva" : Invariant($"estas {count} noticias nuevas");

    public string BecauseSubscribed(string what, string address) =>
        $"Recibe {what} porque se ha suscrito a estas alertas con la dirección {address}.";

    public string BecauseEntered(string what, string address) =>
        $"Recibe {what} porque los responsables de este servicio de alertas envían este tipo de noticias a {address}.";

    public string EndsForEverybody => "La cancelación vale para todas las personas que leen esa dirección.";

    public string AskToEnd(string? contact) =>
        $"Para dejar de recibir estos mensajes, diríjase a {contact ?? "los responsables de este servicio"}.";

    public string IsFor(string address) => $"Este mensaje es para {address}.";

    public string Unsubscribe => "Cancelar la suscripción";

    public string ChangeSubscriptions => "Cambiar sus suscripciones";

    public string SampleTitle => "Esto es una prueba: no es una noticia, solo una muestra de alerta";

    public string SampleSummary =>
        "Alguien pidió esta prueba con 'alerts test'. En una alerta de verdad, este es el pasaje que cumple una regla, con sus "
        + "palabras resaltadas, como lo está aquí la palabra prueba.";

    public string SampleWord => "prueba";
}

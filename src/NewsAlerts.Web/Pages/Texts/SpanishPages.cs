using NewsAlerts.Web.Pages.Html;
using static System.FormattableString;

namespace NewsAlerts.Web.Pages.Texts;

/// <summary>Spanish.</summary>
internal sealed class SpanishPages : IPageTexts
{
    private static readonly string[] Days = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];

    public string Tag => "es";

    public string Name => "Español";

    public string Service => "Alertas de noticias";

    public string Questions => "¿Preguntas?";

    public string SubscribeTitle => "Un correo cuando sea noticia";

    public string SubscribeLead => "Diga qué le importa. En cuanto una de nuestras fuentes informe de ello, recibirá un correo.";

    public string What => "¿Qué busca?";

    public string OwnWords => "Mis propias palabras";

    public string OwnWordsHint => "El artículo debe contener todas estas palabras. Las mayúsculas y los acentos no importan.";

    public string HowToWrite => "Cómo acotar o ampliar la búsqueda";

    public string Finds => "Encuentra artículos con";

    public string Write => "Escriba";

    public IReadOnlyList<(string Query, string Finds)> Examples { get; } =
    [
        ("Lavrov Taiwán", "las dos palabras"),
        ("cólera OR mpox", "una de las dos"),
        ("jaguar NOT coche", "la primera palabra y no la segunda"),
        ("\"Naciones Unidas\"", "estas palabras, una junto a otra"),
        ("semiconduct*", "una palabra que empieza así"),
        ("title:Taiwán", "la palabra en el titular"),
    ];

    public string Topic => "Uno de nuestros temas";

    public string ChooseTopic => "Elija un tema";

    public string When => "¿Cuándo quiere enterarse?";

    public string Send(string every) => every switch
    {
        "hourly" => "Una vez por hora",
        "daily" => "Una vez al día",
        "weekly" => "Una vez por semana",
        _ => "En el acto",
    };

    public string SendHint(string every) => every == "immediate" ? "Un correo en cuanto aparezca algo" : "";

    public string At => "Hora";

    public string On => "Día";

    public string Day(int day) => Days[day];

    public string TimeZone => "Su zona horaria";

    public string TimeZoneHint => "Para las horas de sus correos. Escriba una gran ciudad cercana.";

    public string Address => "Su dirección de correo";

    public string AddressHint => "Primero le enviamos un enlace para confirmarla. Cada correo tiene un enlace para darse de baja.";

    public string Language => "Idioma de sus correos";

    public string Subscribe => "Suscribirse";

    public string HowManyArticles => "¿Cuántos artículos?";

    public string ArticlesInDays(int articles, int days) =>
        $"{(days == 1 ? "En las últimas 24 horas" : $"En los últimos {days} días")} {(articles == 0 ? "no habría recibido ningún artículo" : articles == 1 ? "habría recibido 1 artículo" : $"habría recibido {articles} artículos")}.";

    public string ArticlesNotCounted => "Ahora no se puede decir cuántos artículos serían.";

    public string AlreadySubscribed => "¿Ya está suscrito? Ver y cambiar sus suscripciones";

    public string LinkLead => "Le enviamos un enlace para ver, cambiar y terminar sus suscripciones.";

    public string LinkHint => "La dirección a la que llegan sus correos";

    public string SendLink => "Enviar el enlace";

    public string WrongTitle(string title) => $"Error: {title}";

    public string ThereIsAProblem => "Hay un problema";

    public string AddressIsMissing => "Escriba su dirección de correo";

    public string AddressIsWrong => "Escriba una dirección de correo como nombre@example.org";

    public string DomainIsWrong => "Después de la @ hay un carácter que ningún dominio tiene";

    public string QueryIsMissing => "Escriba lo que busca";

    public string QueryIsTooLong(int most) => Invariant($"Use {most} caracteres como máximo");

    public string QueryIsWrong => "Tal como está escrito, no se puede buscar";

    public string QueryIsDoubtful => "¿Es esto lo que quiere decir? Si lo es, envíelo otra vez";

    public string RuleIsMissing => "Elija uno de nuestros temas";

    public string SendIsWrong => "Elija cuándo quiere enterarse";

    public string TimeIsWrong => "Escriba una hora como 08:00";

    public string TimeZoneIsWrong => "Elija de la lista la zona horaria de una gran ciudad cercana, como Europe/Madrid: no todas las ciudades tienen una";

    public string LanguageIsWrong => "Elija uno de los idiomas";

    public Markup DidYouMean(Markup meant) => Markup.Of($"¿Quería decir {meant}?");

    public string TooManyTitle => "Vuelva a intentarlo más tarde";

    public string TooMany(int minutes) => minutes == 1
        ? "Han llegado demasiadas solicitudes desde su red. Vuelva a intentarlo dentro de un minuto."
        : Invariant($"Han llegado demasiadas solicitudes desde su red. Vuelva a intentarlo dentro de {minutes} minutos.");

    public string LookTitle => "Mire en su buzón";

    public Markup LookLead(Markup address) => Markup.Of($"Enviamos un correo a {address}. Siga el enlace que contiene y quedará suscrito. Vale durante 48 horas.");

    public string LookHint => "¿Nada después de unos minutos? Mire en la carpeta de correo no deseado y compruebe la dirección. Escribimos a una dirección tres veces al día como máximo.";

    public string ConfirmTitle => "Confirme su suscripción";

    public Markup ConfirmLead(Markup address) => Markup.Of($"Enviamos correos a {address} cuando esto sea noticia:");

    public string Confirm => "Sí, suscribirme";

    public string ConfirmHint => "¿No lo ha pedido usted? Cierre esta página: no se le enviará nada.";

    public string ConfirmedTitle => "Está suscrito";

    public Markup ConfirmedLead(Markup address) => Markup.Of($"Desde ahora enviamos correos a {address} cuando esto sea noticia:");

    public string NothingWaitsTitle => "No hay nada que confirmar";

    public string NothingWaits => "Este enlace ya se ha usado o la solicitud ha caducado. Sus suscripciones muestran lo que vale ahora.";

    public string FullTitle => "Tiene demasiadas suscripciones";

    public string Full(int most) => Invariant($"Una dirección puede tener {most} suscripciones. Quite una de ellas y siga el enlace otra vez.");

    public string ManageTitle => "Sus suscripciones";

    public Markup ManageLead(Markup address) => Markup.Of($"Lo que enviamos a {address}:");

    public string SuspendedTitle => "Ahora no se le envía nada";

    public string Suspended => "Su servidor de correo ha rechazado nuestros correos, por eso hemos dejado de enviarlos. Suscríbase otra vez y confírmelo para seguir.";

    public string NothingSubscribed => "No tiene suscripciones.";

    public string Change => "Cambiar";

    public string ChangeTitle => "Cambiar una suscripción";

    public string Save => "Guardar";

    public string Saved => "Guardado.";

    public string Back => "Volver a sus suscripciones";

    public string Remove => "Quitar";

    public string Removed => "Quitada: ya no se envía nada por ella.";

    public string SubscribeToMore => "Suscribirse a otra cosa";

    public string YourSubscriptions => "Sus suscripciones";

    public string Forget => "Quitar todo";

    public string ForgetTitle => "¿Quitar todo?";

    public Markup ForgetLead(Markup address) => Markup.Of($"Terminan todas las suscripciones de {address} y borramos la dirección. No se puede deshacer.");

    public string ForgottenTitle => "Todo está quitado";

    public string Forgotten => "Ya no le enviamos nada y hemos borrado su dirección y sus suscripciones.";

    public string UnsubscribeTitle => "¿Darse de baja?";

    public Markup UnsubscribeLead(Markup address) => Markup.Of($"Entonces no enviaremos más correos a {address} por:");

    public string Unsubscribe => "Darse de baja";

    public string UnsubscribeAll => "Darse de baja de todo";

    public string UnsubscribedTitle => "Se ha dado de baja";

    public Markup UnsubscribedLead(Markup address) => Markup.Of($"Ya no enviamos correos a {address} por:");

    public string ByMistake => "¿Ha sido un error?";

    public string Undo => "Suscribirse de nuevo";

    public string UndoneTitle => "Recibe estos correos otra vez";

    public Markup UndoneLead(Markup address) => Markup.Of($"Enviamos correos a {address} por:");

    public string NothingIsSentTitle => "No recibe ninguno de estos correos";

    public string NothingIsSent => "Lo que este enlace termina ya ha terminado: no se le envía nada por ello.";

    public Markup OfDestination(Markup name) => Markup.Of($"Alertas para «{name}»");

    public string WrongLinkTitle => "Este enlace no lleva a ninguna parte";

    public string WrongLink => "Quizá falte una parte. Cópielo entero del correo o ábralo allí.";

    public string EndedLinkTitle => "Este enlace ha caducado";

    public string EndedLink => "Por su seguridad, solo valía durante un tiempo. Podemos enviar uno nuevo a la misma dirección.";

    public string NewLink => "Enviar un enlace nuevo";

    public string NewLinkTitle => "Mire en su buzón";

    public string NewLinkLead => "Si hay algo que confirmar o cambiar, un correo con un enlace nuevo está en camino.";

    public string ClosedTitle => "No hay nada a lo que suscribirse";

    public string Closed => "Este servicio no acepta suscripciones nuevas de este tipo.";

    public string ConfirmMailTitle => "Confirme su suscripción";

    public string ConfirmMailLead(string site) => $"Alguien, probablemente usted, ha pedido en {site} que se le avise por correo cuando esto sea noticia:";

    public string ConfirmMailHint => "Si no ha sido usted, no haga nada: sin su confirmación no se envía nada. El enlace vale durante 48 horas.";

    public string NewLinkMailLead(string site) => $"Alguien, probablemente usted, ha pedido en {site} un enlace nuevo para confirmar una suscripción.";

    public string ManageMailTitle => "El enlace a sus suscripciones";

    public string ManageMailLead(string site) => $"Alguien, probablemente usted, ha pedido en {site} el enlace a sus suscripciones.";

    public string ManageMailHint => "Si no ha sido usted, no haga nada. Quien tenga el enlace puede cambiar sus suscripciones: no lo comparta.";

    public string Schedule(string every, string? day, string? time, string timeZone) => every switch
    {
        "hourly" => "Una vez por hora",
        "daily" => $"Cada día a las {time} ({timeZone})",
        "weekly" => $"Cada {day} a las {time} ({timeZone})",
        _ => "En el acto",
    };

    public string TopicNamed(string name) => $"Tema: {name}";
}

using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Watched;
using NewsAlerts.Web.Pages.Html;
using NewsAlerts.Web.Pages.Texts;
using NodaTime.TimeZones;

namespace NewsAlerts.Web.Pages.Forms;

/// <summary>The fields of a form: each with its label, what was entered, and what is wrong with it.</summary>
/// <param name="offer">What may be subscribed to.</param>
/// <param name="texts">The language.</param>
/// <param name="form">What is in the fields.</param>
/// <param name="mistakes">What is wrong with it.</param>
internal sealed class FormView(SubscriptionOffer offer, PageTexts texts, SubscriptionForm form, IReadOnlyList<FormMistake> mistakes)
{
    private static readonly string[] Schedules = ["immediate", "hourly", "daily", "weekly"];

    // A week begins on Monday where these languages are spoken most.
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly IReadOnlyList<string> Zones =
        [.. (TzdbDateTimeZoneSource.Default.ZoneLocations ?? []).Select(place => place.ZoneId).Append("UTC").Distinct().Order(StringComparer.Ordinal)];

    private readonly string[] _send = (form.Send ?? "immediate").Split(' ');

    /// <summary>All mistakes, each with a link to its field; nothing where there are none.</summary>
    public Markup Summary() => mistakes.Count == 0 ? Markup.None : Markup.Of($"""
        <div class="wrong" role="alert" tabindex="-1" autofocus>
        <h2>{texts.ThereIsAProblem}</h2>
        <ul>
        {mistakes.Select(mistake => Markup.Of($"""
        <li><a href="#{IdOf(mistake.Field)}">{MessageOf(mistake)}</a></li>

        """))}</ul>
        </div>

        """);

    /// <summary>What is looked for.</summary>
    public Markup What() => offer switch
    {
        { Queries: false } => Markup.Of($"""
            <div class="field {MarkOf("rule")}"><label for="rule">{texts.Topic}</label>
            <input type="hidden" name="what" value="rule">
            {Topics()}</div>

            """),
        { Rules.Count: 0 } => Markup.Of($"""
            <div class="field {MarkOf("query")}"><label for="query">{texts.What}</label>
            <input type="hidden" name="what" value="query">
            {QueryHint()}{QueryInput()}</div>

            """),
        _ => Markup.Of($"""
            <fieldset class="what {MarkOf("query")}{MarkOf("rule")}"><legend>{texts.What}</legend>
            {Radio("what", "query", texts.OwnWords, "", form.Rule is null)}
            <div class="under of-query">
            {QueryHint()}{QueryInput(texts.OwnWords)}</div>
            {Radio("what", "rule", texts.Topic, "", form.Rule is not null)}
            <div class="under of-rule">{Topics(texts.Topic)}</div>
            </fieldset>

            """),
    };

    /// <summary>When it is told, and by whose clock.</summary>
    public Markup When() => Markup.Of($"""
        <fieldset class="when {MarkOf("send")}{MarkOf("time")}"><legend>{texts.When}</legend>
        {MessageBelow("send")}{MessageBelow("time")}{Schedules.Select(every => Radio("send", every, texts.Send(every), texts.SendHint(every), _send[0] == every))}
        <div class="under row">
        <div class="of-day"><label for="day">{texts.On}</label>
        <select id="day" name="day">
        {Days.Select(day => Option(day, texts.Day(Number(day)), Part(day => Days.Contains(day)) == day))}</select></div>
        <div class="of-time"><label for="time">{texts.At}</label>
        <input type="time" id="time" name="time" value="{Part(part => part.Contains(':', StringComparison.Ordinal)) ?? "08:00"}"{StateOf("time")}></div>
        </div></fieldset>
        <div class="field {MarkOf("timeZone")}"><label for="timeZone">{texts.TimeZone}</label>
        <span class="hint" id="timeZone-hint">{texts.TimeZoneHint}</span>
        {MessageBelow("timeZone")}<input type="text" id="timeZone" name="timeZone" list="zones" value="{form.TimeZone}" dir="ltr" autocapitalize="none" autocomplete="off" spellcheck="false"{StateOf("timeZone", "timeZone-hint")}>
        <datalist id="zones">
        {Zones.Select(zone => Markup.Of($"<option>{zone}</option>\n"))}</datalist></div>

        """);

    /// <summary>Who is told.</summary>
    public Markup Address(string hint) => Markup.Of($"""
        <div class="field {MarkOf("address")}"><label for="address">{texts.Address}</label>
        <span class="hint" id="address-hint">{hint}</span>
        {MessageBelow("address")}<input type="email" id="address" name="address" value="{form.Address}" dir="ltr" autocapitalize="none" autocomplete="email" spellcheck="false"{StateOf("address", "address-hint")}></div>

        """);

    /// <summary>In which language.</summary>
    public Markup Language() => Markup.Of($"""
        <div class="field {MarkOf("language")}"><label for="language">{texts.Language}</label>
        {MessageBelow("language")}{LanguageChoice(PageLanguages.Find(form.Language) ?? texts, StateOf("language"))}</div>

        """);

    /// <summary>The field of a form for the language alone.</summary>
    public static Markup Languages(PageTexts chosen) =>
        Markup.Of($"""<label for="language">{chosen.Language}</label>{Markup.LineEnd}{LanguageChoice(chosen, Markup.None)}""");

    private static Markup LanguageChoice(PageTexts chosen, Markup state) => Markup.Of($"""
        <select id="language" name="language"{state}>
        {PageLanguages.All.Select(one => Markup.Of($"""<option value="{one.Tag}" lang="{one.Tag}"{Selected(one == chosen)}>{one.Name}</option>{Markup.LineEnd}"""))}</select>

        """);

    private Markup QueryHint() => Markup.Of($"""
        <span class="hint" id="query-hint">{texts.OwnWordsHint}</span>
        {MessageBelow("query")}
        """);

    private Markup QueryInput(string? label = null) => Markup.Of($"""
        <textarea id="query" name="query" rows="2" dir="auto" autocapitalize="none" autocomplete="off" spellcheck="false"{NameOf(label)}{StateOf("query", "query-hint")}>{Markup.LineEnd}{form.Query}</textarea>
        <details><summary>{texts.HowToWrite}</summary>
        <table><thead><tr><th scope="col">{texts.Write}</th><th scope="col">{texts.Finds}</th></tr></thead><tbody>
        {texts.Examples.Select(example => Markup.Of($"<tr><td><code>{example.Query}</code></td><td>{example.Finds}</td></tr>\n"))}</tbody></table></details>

        """);

    private Markup Topics(string? label = null) => Markup.Of($"""
        {MessageBelow("rule")}<select id="rule" name="rule"{NameOf(label)}{StateOf("rule")}>
        <option value="">{texts.ChooseTopic}</option>
        {offer.Rules.Select(rule => Option(rule, rule, rule == form.Rule))}</select>
        """);

    // Where the label that is seen is that of a choice.
    private static Markup NameOf(string? label) => label is null ? Markup.None : Markup.Of($""" aria-label="{label}" """);

    private static Markup Radio(string name, string value, string label, string hint, bool isChosen) => Markup.Of($"""
        <div class="choice"><input type="radio" id="{name}-{value}" name="{name}" value="{value}"{(isChosen ? Markup.Of($" checked") : Markup.None)}>
        <label for="{name}-{value}">{label}{(hint.Length > 0 ? Markup.Of($"""<span class="hint">{hint}</span>""") : Markup.None)}</label></div>

        """);

    private static Markup Option(string value, string label, bool isChosen) =>
        Markup.Of($"""<option value="{value}"{Selected(isChosen)}>{label}</option>""");

    private static Markup Selected(bool isChosen) => isChosen ? Markup.Of($" selected") : Markup.None;

    private FormMistake? MistakeOf(string field) => mistakes.FirstOrDefault(mistake => mistake.Field == field);

    private string MarkOf(string field) => MistakeOf(field) is null ? "" : "has-mistake ";

    private Markup StateOf(string field, string? hint = null)
    {
        var isWrong = MistakeOf(field) is not null;
        var described = string.Join(' ', new[] { hint, isWrong ? $"{field}-mistake" : null }.OfType<string>());
        var by = described.Length > 0 ? Markup.Of($""" aria-describedby="{described}" """) : Markup.None;
        return isWrong ? Markup.Of($""" aria-invalid="true"{by}""") : by;
    }

    private Markup MessageBelow(string field) => MistakeOf(field) is not { } mistake ? Markup.None : Markup.Of($"""
        <div class="mistake" id="{field}-mistake">{MessageOf(mistake)}{Place(mistake)}{Meant(mistake)}</div>

        """);

    // What the parser of queries says is English whatever the page speaks.
    private Markup MessageOf(FormMistake mistake) => mistake.Line is null
        ? Markup.Text(mistake.Message)
        : Markup.Of($"""{(mistake.IsDoubt ? texts.QueryIsDoubtful : texts.QueryIsWrong)}: <span lang="en">{mistake.Message}</span>""");

    private Markup Place(FormMistake mistake)
    {
        var (before, wrong, after) = PartsOf(mistake);
        return mistake.Line is null
            ? Markup.None
            : Markup.Of($"""<code class="query" dir="auto">{before}<mark>{wrong}</mark>{after}</code>""");
    }

    // Of a query, the whole of it as it would be: a part alone reads as if it took the place of everything.
    private Markup Meant(FormMistake mistake)
    {
        var (before, wrong, after) = PartsOf(mistake);
        var meant = mistake.Line is null
            ? mistake.Suggestion
            : MendedQuery.Of($"{before}{wrong}{after}", new(before.Length, wrong.Length, mistake.Message, mistake.Suggestion));
        return string.IsNullOrEmpty(meant) || mistake.Field == "time"
            ? Markup.None
            : Markup.Of($"<div>{texts.DidYouMean(Markup.Entered(meant))}</div>");
    }

    // The query around its mistake.
    private (string Before, string Wrong, string After) PartsOf(FormMistake mistake)
    {
        var query = form.Query?.Trim() ?? "";
        var start = Math.Clamp(mistake.Start, 0, query.Length);
        var end = Math.Clamp(start + (mistake.Length ?? 0), start, query.Length);
        return (query[..start], query[start..end], query[end..]);
    }

    // A link leads to what can be focused.
    private static string IdOf(string field) => field == "send" ? "send-immediate" : field;

    private string? Part(Func<string, bool> isIt) => _send.Skip(1).FirstOrDefault(isIt);

    private static int Number(string day) => (Array.IndexOf(Days, day) + 1) % 7;
}

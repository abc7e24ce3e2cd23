using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsAlerts.Http;
using NewsAlerts.Subscriptions;
using NewsAlerts.Web.Pages.Html;
using NewsAlerts.Web.Pages.Readers;

namespace NewsAlerts.Web.Pages.Forms;

/// <summary>Answers whoever has sent a form, a browser by a page and a program by JSON.</summary>
internal sealed class FormReply(PageVisit visit)
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    /// <summary>Whether the body is JSON: then so is the answer.</summary>
    public bool IsOfProgram { get; } = MediaType.Of(visit.Request.Headers.GetValueOrDefault("Content-Type")) == Json;

    /// <summary>The request is accepted.</summary>
    public PageAnswer Accept(CheckedForm check, string address, Subscription subscription)
    {
        var texts = visit.Texts;
        var lead = texts.LookLead(Markup.Entered(address));
        return IsOfProgram
            ? Written(202, Json, new FormAccepted($"{texts.LookTitle}. {texts.LookHint}", check.Hints.Count > 0 ? check.Hints : null), FormJson.Answers.FormAccepted)
            : visit.Show(new Page
            {
                Status = 202,
                Title = texts.LookTitle,
                Content = Markup.Of($"""
                    <p class="lead">{lead}</p>
                    {Parts.Told(subscription, texts)}<p class="quiet">{texts.LookHint}</p>
                    """),
            });
    }

    /// <summary>Fields of a program's request are wrong.</summary>
    public PageAnswer Refuse(IReadOnlyList<FormMistake> mistakes) =>
        Problem(new FormProblem(400, visit.Texts.ThereIsAProblem, mistakes));

    /// <summary>A program's request cannot be read.</summary>
    public static PageAnswer Refuse(int status, string problem) => Problem(new FormProblem(status, problem));

    /// <summary>The request is refused as a whole.</summary>
    public PageAnswer Refuse(int status, string title, string text) =>
        IsOfProgram ? Refuse(status, $"{title}. {text}") : visit.Say(status, title, text);

    /// <summary>The request is one too many for now.</summary>
    public PageAnswer Later(TimeSpan wait) =>
        Refuse(429, visit.Texts.TooManyTitle, visit.Texts.TooMany((int)Math.Ceiling(wait.TotalMinutes)))
            .With("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    private static PageAnswer Problem(FormProblem problem) =>
        Written(problem.Status, ProblemJson, problem, FormJson.Answers.FormProblem);

    private static PageAnswer Written<T>(int status, string mediaType, T value, JsonTypeInfo<T> type) =>
        PageAnswer.Of(status, mediaType, JsonSerializer.Serialize(value, type));
}

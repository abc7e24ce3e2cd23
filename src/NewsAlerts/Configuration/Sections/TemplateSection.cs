using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NewsAlerts.Channels.Webhook;
using NewsAlerts.Channels.Webhook.Templates;
using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Messages;
using NewsAlerts.Messages.Texts;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Nodes;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The keys <c>template</c> and <c>contentType</c> of a destination.</summary>
internal static class TemplateSection
{
    // Whatever stands in these texts, the body must hold it as a text.
    private const string Difficult = "\"quoted\", \\ and <b>&amp;</b>";

    private static readonly DateTimeOffset Time = DateTimeOffset.UnixEpoch;
    private static readonly Alert Full = SampleAlert.Of(Difficult, [new AlertRule(Difficult, Difficult)], Languages.English, Time);
    private static readonly Digest Digest = new(Time, Time, "Etc/UTC");
    private static readonly Alert Bare = Full with { Item = new Item(), Matched = [] };

    /// <summary>The template; null where there is none, or a wrong one.</summary>
    public static WebhookTemplate? Read(MappingReader destination)
    {
        var text = destination.Lines("template");
        var type = destination.Text("contentType", CheckType);
        if (text is null || (type is null && destination.Has("contentType")))
        {
            if (!destination.Has("template"))
            {
                destination.Reject("contentType", "'contentType' means nothing without 'template'");
            }

            return null;
        }

        var template = new WebhookTemplate(text.ToSecret()) { Secrets = [.. text.Variables.Select(value => new Secret(value))] };
        template = type is null ? template : template with { ContentType = type.Value };
        return Check(text, template, destination.Mistakes) ? template : null;
    }

    private static Problem? CheckType(string text) =>
        MediaTypeHeaderValue.TryParse(text, out _) ? null : new Problem("is no media type, such as application/json or text/plain");

    private static bool Check(TextValue text, WebhookTemplate template, MistakeList mistakes)
    {
        var content = TemplateContent.Of(template.ContentType);
        var model = TemplateModel.Of(AlertMatchedBody.Of("destination", [Full, Full], Digest));
        var findings = TemplateCheck.Of(text.Node.Text, content, model);
        foreach (var finding in findings)
        {
            Report(finding, text.Node, mistakes);
        }

        if (findings.Any(finding => !finding.IsWarning))
        {
            return false;
        }

        if (((Alert[][])[[Full], [Full, Full], [Bare]]).Select(alerts => ProblemOf(template, content, alerts)).FirstOrDefault(problem => problem is not null) is { } wrong)
        {
            mistakes.Add(text.Node.Start, text.Node.Start + 1, wrong);
            return false;
        }

        return true;
    }

    private static void Report(TemplateFinding finding, Node node, MistakeList mistakes)
    {
        var nearest = finding.Word is null ? null : mistakes.Nearest(finding.Word, finding.Known);
        var place = ScalarPlace.Find(mistakes.Source, node, finding.Start, finding.Length);
        var (start, end) = place ?? (node.Start, node.Start + 1);
        var message = place is null ? $"{finding.Message}\n{Excerpt.Of(node.Text, finding.Start, finding.Length)}" : finding.Message;
        if (finding.IsWarning)
        {
            mistakes.Warn(start, end, message, nearest);
        }
        else
        {
            mistakes.Add(start, end, message, nearest);
        }
    }

    /// <summary>What is wrong with the body of such alerts; null where nothing is.</summary>
    private static string? ProblemOf(WebhookTemplate template, TemplateContent content, Alert[] alerts)
    {
        byte[] body;
        try
        {
            body = TemplateRenderer.Render(template, "destination", alerts);
        }
        catch (TemplateException e)
        {
            return $"this cannot be rendered: {e.Message}";
        }

        if (body.Length >= TemplateRenderer.Limit)
        {
            return $"this makes {body.Length} bytes of {alerts.Length} short alerts; {TemplateRenderer.Limit - 1} is the most";
        }

        if (!content.IsJson)
        {
            return null;
        }

        try
        {
            JsonDocument.Parse(body).Dispose();
            return null;
        }
        catch (JsonException e)
        {
            // Variables are filled in by now: the line may hold a secret, which the mistake must not show.
            var line = Encoding.UTF8.GetString(body).Split('\n').ElementAtOrDefault((int)(e.LineNumber ?? 0)) ?? "";
            var shown = template.Secrets.Aggregate(line, (text, secret) => text.Replace(secret.Reveal(), "***", StringComparison.Ordinal));
            var of = alerts.Length > 1 ? "two alerts" : alerts[0] == Bare ? "an alert without title, link and date" : "an alert";
            return $"this makes no JSON of {of}: {e.Message.Split(". ")[0].TrimEnd('.')}\n{Excerpt.Of(shown, (int)(e.BytePositionInLine ?? 0), 1)}";
        }
    }
}

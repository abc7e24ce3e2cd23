using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HandlebarsDotNet;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>
/// Renders templates. They are Handlebars with its own block helpers, and <c>json</c>, which writes a whole value as JSON;
/// there are no partials, and no way to a file.
/// </summary>
internal static class TemplateRenderer
{
    /// <summary>What every body of a webhook keeps to (Standard Webhooks: under 20 kB).</summary>
    public const int Limit = AlertMatchedBody.Limit;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Compiling takes some milliseconds; a template lives as long as its configuration.
    private static readonly ConditionalWeakTable<WebhookTemplate, HandlebarsTemplate<object, object>> Compiled = [];

    /// <summary>
    /// The body that tells the destination of the alerts; the same in every attempt. Where it would be too long, texts are
    /// cut: it is too long only where the template itself is.
    /// </summary>
    /// <exception cref="TemplateException">The template is wrong.</exception>
    public static byte[] Render(WebhookTemplate template, string destination, IReadOnlyList<Alert> alerts, Digest? digest = null)
    {
        byte[] body = [];
        foreach (var limit in AlertMatchedBody.TextLimits)
        {
            body = Render(template, AlertMatchedBody.Of(destination, alerts, digest, limit));
            if (body.Length < Limit)
            {
                break;
            }
        }

        return body;
    }

    /// <summary>How many of the first alerts a body carries; at least 1.</summary>
    public static int CountThatFits(WebhookTemplate template, string destination, IReadOnlyList<Alert> alerts, Digest? digest = null)
    {
        try
        {
            return Fit.Largest(
                AlertMatchedBody.CountThatFits(destination, alerts, digest),
                count => Render(template, AlertMatchedBody.Of(destination, alerts.Take(count), digest)).Length < Limit);
        }
        catch (TemplateException)
        {
            // Sending tells what is wrong with it.
            return 1;
        }
    }

    /// <summary>Compiles a template.</summary>
    /// <exception cref="TemplateException">The template is wrong.</exception>
    public static HandlebarsTemplate<object, object> Compile(string text, TemplateContent content)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new TemplateEncoder(content.Escape) });
        handlebars.RegisterHelper("json", (output, _, arguments) => output.WriteSafeString(JsonSerializer.Serialize(arguments[0], Json)));
        return Guard(() => handlebars.Compile(text));
    }

    private static byte[] Render(WebhookTemplate template, byte[] model)
    {
        var render = Compiled.GetValue(template, added => Compile(added.Text.Reveal(), TemplateContent.Of(added.ContentType)));
        return Encoding.UTF8.GetBytes(Guard(() => render(TemplateModel.Of(model))));
    }

    // Which exceptions a wrong template brings is not documented; nothing but the template is at work here.
    private static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new TemplateException(e);
        }
    }
}

using HandlebarsDotNet;

namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>A template cannot be compiled or rendered.</summary>
/// <param name="inner">What Handlebars.Net threw: its own exception, or any of .NET's where it had not foreseen the template.</param>
internal sealed class TemplateException(Exception inner) : Exception(
    inner is HandlebarsException ? inner.Message.Split('\n')[0].Trim().TrimEnd('.') : "it is not right, in a way that Handlebars.Net cannot tell",
    inner);

using System.Text;
using HandlebarsDotNet;

namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>Writes what stands between double braces.</summary>
/// <param name="escape">Makes a text a part of the body, and nothing else.</param>
internal sealed class TemplateEncoder(Func<string, string> escape) : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => target.Write(escape(text?.ToString() ?? ""));

    public void Encode(string? text, TextWriter target) => target.Write(escape(text ?? ""));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var whole = new StringBuilder();
        while (text?.MoveNext() == true)
        {
            whole.Append(text.Current);
        }

        Encode(whole, target);
    }
}

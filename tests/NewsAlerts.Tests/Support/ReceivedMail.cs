using System.Text;
using System.Text.RegularExpressions;

namespace NewsAlerts.Tests.Support;

/// <summary>A mail as <see cref="LocalSmtpServer"/> received it.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="Recipients">The envelope's recipients that were accepted.</param>
/// <param name="Data">The mail: headers, an empty line, the body; each byte as one character.</param>
internal sealed record ReceivedMail(string From, IReadOnlyList<string> Recipients, string Data)
{
    private static readonly string Blank = "\r\n\r\n";

    /// <summary>The names of the headers, in order.</summary>
    public IReadOnlyList<string> HeaderNames => [.. Headers(Data).Select(header => header.Name)];

    /// <summary>A header that must occur once, unfolded and decoded (RFC 2047, as far as .NET writes it).</summary>
    public string Header(string name)
    {
        var value = Headers(Data).Single(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        var words = Regex.Replace(value, @"\?=\s+=\?", "?==?");
        return Regex.Replace(
            words, @"(?:=\?utf-8\?B\?([^?]*)\?=)+", match => Encoding.UTF8.GetString(
                [.. match.Groups[1].Captures.SelectMany(word => Convert.FromBase64String(word.Value))]));
    }

    /// <summary>The text of the part with a media type, decoded from base64 and UTF-8.</summary>
    public string Part(string mediaType)
    {
        var boundary = Regex.Match(Header("Content-Type"), "boundary=\"?([^\";]+)").Groups[1].Value;
        var part = Data.Split($"--{boundary}").Single(text => text.StartsWith($"\r\nContent-Type: {mediaType};", StringComparison.Ordinal));
        return new UTF8Encoding(false, true).GetString(
            Convert.FromBase64String(part[(part.IndexOf(Blank, StringComparison.Ordinal) + Blank.Length)..]));
    }

    private static IEnumerable<(string Name, string Value)> Headers(string data) => Regex
        .Replace(data[..data.IndexOf(Blank, StringComparison.Ordinal)], "\r\n[ \t]+", " ")
        .Split("\r\n")
        .Select(line => (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));
}

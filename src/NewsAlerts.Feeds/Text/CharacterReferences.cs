using System.Text;
using AngleSharp.Html;

namespace NewsAlerts.Feeds.Text;

/// <summary>
/// Decodes character references as HTML does (HTML Living Standard §13.2.5.72), whatever the document's format: the
/// names of HTML are used in feeds without being declared. What is no reference stays as it is.
/// </summary>
internal static class CharacterReferences
{
    private const int LongestName = 32;

    /// <summary>Decodes a text; entities that the document itself declares are asked for first.</summary>
    public static string Decode(ReadOnlySpan<char> text, Func<string, string?>? declared = null)
    {
        var ampersand = text.IndexOf('&');
        if (ampersand < 0)
        {
            return text.ToString();
        }

        var decoded = new StringBuilder(text.Length);
        while (ampersand >= 0)
        {
            decoded.Append(text[..ampersand]);
            text = text[ampersand..];
            var length = Read(text, declared, out var value);
            if (length == 0)
            {
                decoded.Append('&');
                length = 1;
            }
            else
            {
                decoded.Append(value);
            }

            text = text[length..];
            ampersand = text.IndexOf('&');
        }

        return decoded.Append(text).ToString();
    }

    /// <summary>Decodes the references by number, and leaves those by name.</summary>
    public static string DecodeNumbers(ReadOnlySpan<char> text)
    {
        var decoded = new StringBuilder(text.Length);
        for (var ampersand = text.IndexOf("&#"); ampersand >= 0; ampersand = text.IndexOf("&#"))
        {
            decoded.Append(text[..ampersand]);
            text = text[ampersand..];
            var length = Read(text, null, out var value);
            decoded.Append(length == 0 ? "&#" : value);
            text = text[(length == 0 ? 2 : length)..];
        }

        return decoded.Append(text).ToString();
    }

    /// <summary>Whether a text holds a reference.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        for (var ampersand = text.IndexOf('&'); ampersand >= 0; ampersand = text.IndexOf('&'))
        {
            text = text[ampersand..];
            if (Read(text, null, out _) > 0)
            {
                return true;
            }

            text = text[1..];
        }

        return false;
    }

    /// <summary>Reads the reference at the start of a text: its length, 0 where there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, Func<string, string?>? declared, out string value)
    {
        value = "";
        if (text.Length < 3)
        {
            return 0;
        }

        return text[1] == '#' ? ReadNumber(text, out value) : ReadName(text, declared, out value);
    }

    private static int ReadNumber(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        var isHex = text[2] is 'x' or 'X';
        var at = isHex ? 3 : 2;
        var start = at;
        var number = 0;
        for (; at < text.Length; at++)
        {
            if (!(isHex ? char.IsAsciiHexDigit(text[at]) : char.IsAsciiDigit(text[at])))
            {
                break;
            }

            var digit = text[at] <= '9' ? text[at] - '0' : (text[at] | 0x20) - 'a' + 10;
            number = Math.Min((number * (isHex ? 16 : 10)) + digit, 0x110000);
        }

        if (at == start)
        {
            return 0;
        }

        value = OfNumber(number);
        return at < text.Length && text[at] == ';' ? at + 1 : at;
    }

    private static string OfNumber(int number) => number switch
    {
        // Written by programs that meant the Windows code page (same section, numeric-character-reference-end-state).
        >= 0x80 and <= 0x9F => HtmlEntityProvider.GetSymbolFromTable(number) ?? "\uFFFD",
        0 or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF => "\uFFFD",
        _ => char.ConvertFromUtf32(number),
    };

    private static int ReadName(ReadOnlySpan<char> text, Func<string, string?>? declared, out string value)
    {
        var at = 1;
        while (at < text.Length && at <= LongestName && IsNamePart(text[at]))
        {
            at++;
        }

        // Without its semicolon and before an equals sign it is the name of a parameter in an address that was left unescaped
        // (HTML Living Standard §13.2.5.73, which says so of attributes). Letters and digits belong to the name already.
        value = "";
        var next = at < text.Length ? text[at] : '\0';
        if (at == 1 || next == '=' || !TryName(text[1..at], next == ';', declared, ref value))
        {
            return 0;
        }

        return next == ';' ? at + 1 : at;
    }

    private static bool TryName(ReadOnlySpan<char> name, bool isClosed, Func<string, string?>? declared, ref string value)
    {
        switch (name)
        {
            case "amp":
                value = "&";
                return true;
            case "lt":
                value = "<";
                return true;
            case "gt":
                value = ">";
                return true;
            case "quot":
                value = "\"";
                return true;
            case "apos" when isClosed:
                value = "'";
                return true;
        }

        var known = name.ToString();
        var resolved = (isClosed ? declared?.Invoke(known) : null)
            ?? HtmlEntityProvider.Resolver.GetSymbol(isClosed ? known + ";" : known);
        value = resolved ?? "";
        return resolved is not null;
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}

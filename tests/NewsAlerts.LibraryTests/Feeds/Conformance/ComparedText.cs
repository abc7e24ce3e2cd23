using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;

namespace NewsAlerts.LibraryTests.Feeds.Conformance;

/// <summary>Texts as the cases compare them: without markup and references, in NFC, white space collapsed.</summary>
internal static partial class ComparedText
{
    private const int Rounds = 4;

    public static string Of(string? text)
    {
        var current = text ?? "";
        for (var round = 0; round < Rounds; round++)
        {
            var next = Unescape(Tag().Replace(current, " "));
            if (next == current)
            {
                break;
            }

            current = next;
        }

        return Blank().Replace(Normalized(current), " ").Trim();
    }

    public static string Squashed(string? text) => Blank().Replace(Of(text), "");

    public static bool AreEqual(string? one, string? other) => Of(one) == Of(other) || Squashed(one) == Squashed(other);

    /// <summary>Character references as the comparer's library decodes them (Python's <c>html.unescape</c>).</summary>
    public static string Unescape(string text) => text.Contains('&') ? Reference().Replace(text, Decode) : text;

    // A lone surrogate, as a case may hold one, has no normal form.
    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static string Decode(Match match)
    {
        var name = match.Groups[1].Value;
        if (name[0] == '#')
        {
            var digits = name[1..].TrimEnd(';');
            var (style, start) = digits[0] is 'x' or 'X' ? (NumberStyles.HexNumber, 1) : (NumberStyles.None, 0);
            return long.TryParse(digits.AsSpan(start), style, CultureInfo.InvariantCulture, out var number)
                ? OfNumber(number)
                : "\uFFFD";
        }

        for (var length = name.Length; length > 1; length--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(name[..length]) is { } symbol)
            {
                return symbol + name[length..];
            }
        }

        return "&" + name;
    }

    private static string OfNumber(long number) => number switch
    {
        0 or (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF => "\uFFFD",
        0x0D => "\r",
        >= 0x80 and <= 0x9F => HtmlEntityProvider.GetSymbolFromTable((int)number) ?? ((char)number).ToString(),
        (>= 0x01 and <= 0x08) or 0x0B or (>= 0x0E and <= 0x1F) or 0x7F or (>= 0xFDD0 and <= 0xFDEF) => "",
        _ when (number & 0xFFFE) == 0xFFFE => "",
        _ => char.ConvertFromUtf32((int)number),
    };

    [GeneratedRegex(
        @"<!--.*?-->|<!\[CDATA\[|\]\]>|<[/!?]?[A-Za-z][^<>]*>",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s\x1c-\x1f\u00a0\u200b\u200e\u200f\ufeff\u00ad\u2028\u2029]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}

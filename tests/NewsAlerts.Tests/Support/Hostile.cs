using FsCheck;
using FsCheck.Fluent;

namespace NewsAlerts.Tests.Support;

/// <summary>Generates texts that a hostile or broken feed may hold.</summary>
internal static class Hostile
{
    private static readonly string[] Pieces =
    [
        "Taiwan", "Lavrov", "news", "a", "1. ", "- ", "# ", "> ", " ", "  ", "\t", "\r\n", "\0", "\u0007", "\u0085", "\u2028",
        "é", "e\u0301", "\u0301", "\u0E33", "\u200D", "\uFE0F", "😀", "👩‍👩‍👧‍👦", "🇹🇼", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "台湾", "Тайвань", "Ταϊβάν", "ไต้หวัน", "ताइवान", "か\u3099", "한국", "تايوان", "\u0600", "\u05D0",
        "\u202E", "\u202A", "\u2066", "\u2069", "\uFEFF", "\u200F", "\uD83D", "\uDE00", "\uD800", "\uFFFF", "\uE000",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</td></table>", "&amp;", "&lt;", "&#0;", "\"", "'", "\\", "`", "```",
        "<!channel>", "<@U123>", "<https://evil.example|x>", "*bold*", "_it_", "~no~", ":smile:", "@everyone", "@here", "<@&1>", "<t:1:R>",
        "[x](https://evil.example)", "**bold**", "__u__", "||spoiler||", "https://evil.example/", "<at>all</at>", "{{DATE(2026-01-01T00:00:00Z)}}", "${x}",
        "Bcc: all@example.org", "=?utf-8?q?x?=", ".", "..", new('x', 300), new('\u0301', 300),
    ];

    /// <summary>Up to some hundred characters, often with markup, broken Unicode or marks that turn the direction.</summary>
    public static Gen<string> Text { get; } = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    /// <summary>At times 10,000 characters.</summary>
    public static Gen<string> LongText { get; } = Gen.Frequency(
        (4, Text),
        (1, Gen.Elements(Pieces).Select(piece => string.Concat(Enumerable.Repeat(piece, (10_000 / piece.Length) + 1)))));
}

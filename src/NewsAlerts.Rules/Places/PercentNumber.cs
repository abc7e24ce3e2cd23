namespace NewsAlerts.Rules.Places;

/// <summary>Accepts a number with the sign of a percentage behind it, or the word for it: 5%, 5 %, 5 percent, 5-Prozent.</summary>
internal sealed class PercentNumber : IPlaceCheck
{
    private const int Farthest = 2;

    private static readonly string[] Words =
    [
        "%", "％", "٪", "﹪", "percent", "per cent", "per-cent", "pct", "prozent", "procent", "pourcent", "pour cent",
        "por ciento", "por cento", "per cento", "proc.", "százalék", "процент", "відсот", "퍼센트", "パーセント",
    ];

    public bool Accepts(ReadOnlySpan<char> text, int start, int length)
    {
        var at = start + length;
        while (at < text.Length && at < start + length + Farthest && (char.IsWhiteSpace(text[at]) || text[at] is '-' or '\u2011'))
        {
            at++;
        }

        foreach (var word in Words)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

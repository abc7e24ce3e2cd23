using System.Globalization;
using NewsAlerts.Channels.Email;
using NewsAlerts.Explaining;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Messages;
using NewsAlerts.Rules;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary>Prints a rule test for people, in 80 columns.</summary>
internal sealed class RuleTestReport(TextWriter output)
{
    private const int Width = 80;
    private const int Bar = 48;

    // A single alert is a short bar, however few there are.
    private const int LeastOfABar = 12;

    // More days than a screen has lines are counted by the week.
    private const int MostDays = 31;

    private static readonly string[] Eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

    private readonly Lines _lines = new(output);
    private readonly LitLines _lit = new(output);

    public void Print(RuleTest test)
    {
        if (test.ArchiveBegins is not { } begins)
        {
            _lines.WriteSentence("The archive is empty:", "there is nothing to try the query on before 'alerts run' has read feeds.");
            return;
        }

        PrintSummary(test, begins);
        PrintDays(test);
        PrintNewest(test);
        if (test.Beside.Count > 0)
        {
            // A count stays on the line of its word.
            _lines.WriteSentence(
                "[bold]Often beside it:[/]",
                string.Join(", ", test.Beside.Select(word => $"{CleanText.Of(word.Word)}\u00a0({word.Items})"))
                + ". To leave some out, add NOT and the word.");
        }
    }

    private void PrintSummary(RuleTest test, DateTimeOffset begins)
    {
        var days = (test.To - test.From).TotalDays;
        if (test.From <= begins)
        {
            _lines.WriteSentence("The archive begins", $"on {Day(begins)}, {Age.Of(begins, test.To)}.");
        }

        var perDay = days < 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", {test.Alerts / days:0.#} a day,");
        _lines.WriteSentence(
            $"[bold]{Counted.Of(test.Alerts, "alert")}{perDay}[/]",
            $"for {Counted.Of(test.Stories, "story", "stories")}; {test.Matches} of {Counted.Of(test.Items, "item")} since {Day(test.From)} {(test.Matches == 1 ? "matches" : "match")}.");
        if (test.Quiet > 0)
        {
            _lines.WriteSentence(
                $"{test.Quiet} of them",
                $"would have alerted nobody: {(test.Quiet == 1 ? "it was" : "they were")} old when {(test.Quiet == 1 ? "its feed was" : "their feeds were")} polled first.");
        }

        _lines.Write("");
    }

    private void PrintDays(RuleTest test)
    {
        if (test.Alerts == 0 || test.Days.Count < 2)
        {
            return;
        }

        var weekly = test.Days.Count > MostDays;
        var bars = test.Days.Chunk(weekly ? 7 : 1)
            .Select(days => (Label: days[0].Day.ToString("ddd dd MMM", CultureInfo.InvariantCulture), Alerts: days.Sum(day => day.Alerts)))
            .ToList();
        var most = Math.Max(LeastOfABar, bars.Max(bar => bar.Alerts));
        foreach (var (label, alerts) in bars)
        {
            var eighths = alerts * Bar * 8 / most;
            var bar = new string('█', eighths / 8) + Eighths[eighths % 8];
            _lines.Write($"  {(weekly ? "from " : "")}{label}  [yellow]{bar}[/]{(alerts == 0 ? "·" : $" {alerts}")}");
        }

        _lines.Write("");
    }

    private void PrintNewest(RuleTest test)
    {
        if (test.Newest.Count == 0)
        {
            return;
        }

        _lines.Write(test.Newest.Count < 2 ? "[bold]The newest:[/]" : $"[bold]The newest {test.Newest.Count}:[/]");
        foreach (var found in test.Newest)
        {
            _lit.Write("  ", Fit(found.Text.Title ?? "(no title)", LitIn(found, TextField.Title), Width - 2));
            foreach (var field in (TextField[])[TextField.Summary, TextField.Body])
            {
                if (LitIn(found, field) is { Count: > 0 } lit)
                {
                    _lit.Write("    ", Fit(found.Text[field], lit, Width - 4));
                }
            }

            var quiet = found.Item.Quiet is null ? "" : " · alerted nobody: old at the first poll";
            _lines.Write(Markup.Escape($"    {CleanText.Of(found.Feed)} · {Age.Of(found.Item.Seen, test.To)}{quiet}"));
        }

        _lines.Write("");
    }

    private static LitText Fit(string text, IReadOnlyList<LitRange> lit, int columns)
    {
        // Han, Kana and Hangul take two columns a character.
        var snippet = Snippet.Around(text, lit, columns);
        return TextWidth.Of(snippet.Text) <= columns ? snippet : Snippet.Around(text, lit, columns / 2);
    }

    private static List<LitRange> LitIn(TestedItem found, TextField field) =>
        [.. found.Places.Where(place => place.Field == field).Select(place => new LitRange(place.Start, place.Length))];

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}

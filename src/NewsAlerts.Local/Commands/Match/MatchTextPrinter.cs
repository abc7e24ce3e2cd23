using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Rules;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>Prints the items that match, with the words lit up: in colour on a terminal, in brackets elsewhere.</summary>
internal sealed class MatchTextPrinter(TextWriter output) : IMatchPrinter
{
    private readonly LitLines _lines = new(output);

    public void Print(MatchItem item, MatchRules rules, IReadOnlyList<int> matched)
    {
        if (matched.Count == 0)
        {
            return;
        }

        var places = matched.SelectMany(rule => rules.Matcher.Locate(rule, item.Text)).ToList();
        _lines.Write(MatchExcerpt.Whole(item.Text, TextField.Title, places));
        foreach (var field in (TextField[])[TextField.Summary, TextField.Body])
        {
            if (places.Exists(place => place.Field == field))
            {
                _lines.Write([("  ", false), .. MatchExcerpt.AroundFirst(item.Text, field, places)]);
            }
        }

        _lines.Write([("  " + string.Join(" · ", item.About.Append($"rules: {string.Join(", ", matched.Select(rules.NameOf))}")), false)]);
    }
}

using NewsAlerts.Rules.Compiling;
using NewsAlerts.Rules.Matching;

namespace NewsAlerts.Rules.Places;

/// <summary>Tells the places in an item that make a rule hold.</summary>
internal static class MatchPlaces
{
    /// <summary>The places of instructions that hold, in the order of the text, none overlapping another.</summary>
    public static IReadOnlyList<WordMatch> Of(int start, RuleProgram program, MatchScratch scratch)
    {
        var finder = new TokenPlaces(program, scratch);
        var spans = new List<TokenSpan>();
        scratch.Patterns.Clear();
        for (var field = 0; field < scratch.Tokens.Fields; field++)
        {
            finder.Add(start, RuleEvaluator.AnyField, field, spans);
        }

        var places = spans.ConvertAll(scratch.Tokens.PlaceOf);
        places.AddRange(scratch.Patterns);
        places.Sort(static (one, other) => (one.Field, one.Start).CompareTo((other.Field, other.Start)));
        return Joined(places);
    }

    private static List<WordMatch> Joined(List<WordMatch> places)
    {
        var joined = new List<WordMatch>();
        foreach (var place in places)
        {
            if (joined is [.., var last] && last.Field == place.Field && place.Start < last.Start + last.Length)
            {
                joined[^1] = last with { Length = Math.Max(last.Length, place.Start + place.Length - last.Start) };
            }
            else
            {
                joined.Add(place);
            }
        }

        return joined;
    }
}

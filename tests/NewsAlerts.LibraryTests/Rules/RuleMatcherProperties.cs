using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Rules;

namespace NewsAlerts.LibraryTests.Rules;

public class RuleMatcherProperties
{
    private const int RulesTogether = 20;
    private const int DefaultPairs = 20_000;

    // A longer run: MATCH_PAIRS=1000000.
    private static readonly int Pairs =
        int.TryParse(Environment.GetEnvironmentVariable("MATCH_PAIRS"), out var pairs) ? pairs : DefaultPairs;

    [Fact]
    public void Match_AnyRulesAndItem_AgreesWithNaiveEvaluation() =>
        Check((matcher, queries, item) =>
        {
            var rules = new List<int>();
            matcher.Match(item, rules);
            var naive = new NaiveEvaluator(item);
            return rules.SequenceEqual(Enumerable.Range(0, queries.Count).Where(rule => naive.Holds(queries[rule])));
        });

    [Fact]
    public void With_AnyRulesOneByOne_AgreesWithAllTogether() =>
        Check((matcher, queries, item) =>
        {
            // Every rule takes the place of another one, some are new, and one is removed.
            var changed = RuleMatcher.Compile(queries.Reverse().Take(queries.Count - 3));
            for (var rule = 0; rule < queries.Count; rule++)
            {
                changed = changed.With(rule, queries[rule]);
            }

            var (rules, expected) = (new List<int>(), new List<int>());
            changed.With(3, null).Match(item, rules);
            matcher.Match(item, expected);
            expected.Remove(3);
            return rules.SequenceEqual(expected);
        });

    [Fact]
    public void Locate_AnyRuleAndItem_FindsPlacesOnlyWhereItMatches() =>
        Check((matcher, queries, item) =>
        {
            var naive = new NaiveEvaluator(item);
            return Enumerable.Range(0, queries.Count).All(rule =>
            {
                var places = matcher.Locate(rule, item);
                return places.Count > 0 == naive.Holds(queries[rule]) && AreApartAndInOrder(places, item);
            });
        });

    [Fact]
    public void Locate_AnyRuleAndItem_FindsAllThatIsNeeded() =>
        Check((matcher, queries, item) =>
        {
            for (var rule = 0; rule < queries.Count; rule++)
            {
                var places = matcher.Locate(rule, item);

                // What is not lit up is not what made a rule match, unless it asks for what is not there or stands around.
                if (places.Count > 0 && !AsksForMore(queries[rule].ToString())
                    && !new NaiveEvaluator(OnlyAt(item, places)).Holds(queries[rule]))
                {
                    return false;
                }
            }

            return true;
        });

    private static bool AsksForMore(string query) =>
        query.Contains("NOT ", StringComparison.Ordinal) || query.Contains("name:", StringComparison.Ordinal);

    private static ItemText OnlyAt(ItemText item, IReadOnlyList<WordMatch> places)
    {
        return item with { Title = Only(TextField.Title), Summary = Only(TextField.Summary), Body = Only(TextField.Body) };

        string Only(TextField field)
        {
            // A word of no rule in the place of each other one keeps the distances.
            var text = item[field];
            return string.Join(' ', text.Split(' ').Zip(Starts(text)).Select(word =>
                places.Any(place => place.Field == field && place.Start < word.Second + word.First.Length && place.Start + place.Length > word.Second)
                    ? word.First
                    : word.First.Replace('a', 'q').Replace('b', 'q').Replace('B', 'q').Replace('e', 'q').Replace('ж', 'q').Replace('台', '国')
                        .Replace('한', '둘').Replace('5', '6')));
        }
    }

    private static IEnumerable<int> Starts(string text)
    {
        var start = 0;
        foreach (var word in text.Split(' '))
        {
            yield return start;
            start += word.Length + 1;
        }
    }

    private static bool AreApartAndInOrder(IReadOnlyList<WordMatch> places, ItemText item) =>
        places.All(place => place.Length > 0 && place.Start >= 0 && place.Start + place.Length <= item[place.Field].Length)
        && places.Zip(places.Skip(1)).All(pair =>
            pair.First.Field < pair.Second.Field
            || (pair.First.Field == pair.Second.Field && pair.First.Start + pair.First.Length <= pair.Second.Start));

    private static void Check(Func<RuleMatcher, IReadOnlyList<Query>, ItemText, bool> holds)
    {
        var cases =
            from texts in RandomRules.Queries.ArrayOf(RulesTogether)
            from item in RandomRules.Items
            select (Texts: texts, Item: item);
        Prop.ForAll(
            cases.ToArbitrary(),
            one =>
            {
                IReadOnlyList<Query> queries = [.. one.Texts.Select(Queries.Parse)];
                return holds(RuleMatcher.Compile(queries), queries, one.Item);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(Pairs / RulesTogether));
    }
}

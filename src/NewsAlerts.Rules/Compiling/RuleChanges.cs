using System.Collections.Immutable;
using NewsAlerts.Rules.Matching;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>
/// What has changed since rules were compiled: rules added, changed and removed one by one. It never changes itself: with
/// one more change, it is a new one, which shares nearly all with the old one.
/// </summary>
internal sealed class RuleChanges
{
    private readonly CompiledRules _compiled;

    public RuleChanges(CompiledRules compiled)
    {
        _compiled = compiled;
        Terms = new(compiled.Terms);
        Count = compiled.Starts.Length;
        Fields = [.. compiled.Program.Extras.Fields];
        LooksAtTexts = !compiled.Program.Extras.IsEmpty;
    }

    private RuleChanges(RuleChanges other)
    {
        _compiled = other._compiled;
        Terms = other.Terms;
        Count = other.Count;
        Fields = other.Fields;
        LooksAtTexts = other.LooksAtTexts;
        Rules = other.Rules;
        Replaced = other.Replaced;
        Anchors = other.Anchors;
        Postings = other.Postings;
    }

    public NewTerms Terms { get; private init; }

    /// <summary>Above the numbers of all rules, those that were removed included.</summary>
    public int Count { get; private init; }

    /// <summary>The fields beside the texts that some rule looks at, ascending.</summary>
    public ImmutableSortedSet<TextField> Fields { get; private init; }

    /// <summary>Whether some rule looks at more of an item than the words of its texts.</summary>
    public bool LooksAtTexts { get; private init; }

    /// <summary>The rules that are not the compiled ones, by their numbers; null where a rule was removed.</summary>
    public ImmutableDictionary<int, ChangedRule?> Rules { get; private init; } = ImmutableDictionary<int, ChangedRule?>.Empty;

    /// <summary>The compiled rules that count no more.</summary>
    public NumberPages Replaced { get; private init; } = NumberPages.Empty;

    /// <summary>The terms that changed rules are posted under, and perhaps some that they were posted under.</summary>
    private NumberPages Anchors { get; init; } = NumberPages.Empty;

    private ImmutableDictionary<int, ImmutableList<(ChangedRule Rule, RulePosting Posting)>> Postings { get; init; } =
        ImmutableDictionary<int, ImmutableList<(ChangedRule, RulePosting)>>.Empty;

    /// <summary>With one rule more, changed, or removed.</summary>
    /// <param name="number">The rule's number; that of a new rule is <see cref="Count"/>.</param>
    /// <param name="query">Its query; null where it is removed.</param>
    public RuleChanges With(int number, Query? query)
    {
        var changes = Without(number);
        if (query is null)
        {
            return changes;
        }

        var (rule, terms) = RuleCompiler.Compile(number, query, _compiled, Terms);
        var (anchors, postings) = (changes.Anchors, changes.Postings);
        foreach (var posting in rule.Postings)
        {
            anchors = anchors.With(posting.Anchor);
            postings = postings.SetItem(posting.Anchor, postings.GetValueOrDefault(posting.Anchor, []).Add((rule, posting)));
        }

        return new(changes)
        {
            Terms = terms,
            Count = Math.Max(Count, number + 1),
            Fields = Fields.Union(rule.Program.Extras.Fields),
            LooksAtTexts = LooksAtTexts || !rule.Program.Extras.IsEmpty,
            Rules = changes.Rules.SetItem(number, rule),
            Anchors = anchors,
            Postings = postings,
        };
    }

    /// <summary>Replaces the rules found, which are compiled ones, by those that the item satisfies now.</summary>
    public void Match(MatchScratch scratch)
    {
        Terms.Find(scratch);
        scratch.Rules.RemoveAll(Replaced);
        foreach (var term in scratch.Terms.Members)
        {
            if (Anchors.Contains(term) && Postings.TryGetValue(term, out var postings))
            {
                foreach (var (rule, posting) in postings)
                {
                    if (Holds(rule, posting, scratch))
                    {
                        scratch.Rules.Add(rule.Number);
                    }
                }
            }
        }
    }

    private static bool Holds(ChangedRule rule, RulePosting posting, MatchScratch scratch)
    {
        var terms = scratch.Terms;
        if (!terms.Contains(posting.Required))
        {
            return false;
        }

        return posting.IsDecided
            ? posting.Forbidden == RulePosting.None || !terms.Contains(posting.Forbidden)
            : new RuleEvaluator(rule.Program, scratch).Holds(0);
    }

    private RuleChanges Without(int number)
    {
        var postings = Postings;
        foreach (var posting in Rules.GetValueOrDefault(number)?.Postings ?? [])
        {
            var left = postings.GetValueOrDefault(posting.Anchor, []).RemoveAll(entry => entry.Rule.Number == number);
            postings = left.IsEmpty ? postings.Remove(posting.Anchor) : postings.SetItem(posting.Anchor, left);
        }

        return new(this)
        {
            Rules = Rules.SetItem(number, null),
            Replaced = number < _compiled.Starts.Length ? Replaced.With(number) : Replaced,
            Postings = postings,
        };
    }
}

using NewsAlerts.Names.Given;
using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names.People;

/// <summary>
/// Whether a family name in a text is the person's: by the given name, initial or office beside it, their absence, and
/// by whom the text has named before.
/// </summary>
/// <param name="family">The family name's variants, folded.</param>
/// <param name="given">The given names and initials, the first one first.</param>
/// <param name="isFamilyFirst">Whether the family name comes first where the person comes from.</param>
/// <param name="isAlsoGivenName">Whether the family name is a given name, too.</param>
internal sealed class NamePlaceCheck(
    IReadOnlySet<string> family,
    IReadOnlyList<GivenName> given,
    bool isFamilyFirst,
    bool isAlsoGivenName)
{
    private const int WordsRead = 5;

    private static readonly HashSet<string> Suffixes = ["jr", "sr"];
    private static readonly HashSet<string> CapitalSuffixes = ["ii", "iii", "iv", "junior", "senior"];

    public bool Accepts(ReadOnlySpan<char> text, int start, int length) => Judge(text, start, start + length) switch
    {
        NameVerdict.Person => true,
        NameVerdict.Alone => !IsAnothersBefore(text, start, start + length),
        _ => false,
    };

    /// <summary>
    /// Whether the text named somebody else of this family name in full last: then the family name alone is his.
    /// </summary>
    private bool IsAnothersBefore(ReadOnlySpan<char> text, int start, int end)
    {
        var last = NameVerdict.Alone;
        foreach (var mention in EarlierMentions.Before(text, start, end))
        {
            var verdict = Judge(text, mention.Start.Value, mention.End.Value);
            last = verdict is NameVerdict.Another or NameVerdict.Person ? verdict : last;
        }

        return last == NameVerdict.Another;
    }

    private NameVerdict Judge(ReadOnlySpan<char> text, int start, int end)
    {
        var script = Scripts.Of(text[start..end]);
        if (Scripts.HasCapitals(script) && !IsCapitalised(text[start..end]) && !TextStyle.IsAllSmall(text, start))
        {
            return NameVerdict.Nobody;
        }

        if (script == Script.Kana && KanaRun.IsInside(text, start, end))
        {
            return NameVerdict.Nobody;
        }

        if (given.Count == 0 || script == Script.Other)
        {
            return NameVerdict.Person;
        }

        var hidesNames = TextStyle.HidesNames(text, start, end);
        var place = new NamePlace(text[start..end].ToString(), script, hidesNames, isAlsoGivenName, family);
        var after = NearbyWords.After(text, end, 3);
        var before = script == Script.Kana ? KanaRun.Before(text, start)
            : place.HasPrefix ? []
            : NearbyWords.Before(text, start, WordsRead);
        before.RemoveAll(IsParticle);
        return IsSuffix(after, place) ? NameVerdict.Another
            : IsGivenAfter(after) || IsGivenBefore(before, place) ? NameVerdict.Person
            : IsOtherAfter(after, place) || place.IsAccusative || IsWoman(before, after, place) ? NameVerdict.Nobody
            : JudgeBefore(before, place);
    }

    private bool IsGivenAfter(List<NearbyWord> words) =>
        words is [var next, ..]
        && ((next.Gap is WordGap.Space or WordGap.Comma or WordGap.Hyphen && (IsGiven(next) || StartsWithGiven(words)))
            || (next is { Gap: WordGap.Comma, Text.Length: 1, IsCapitalised: true } && given[0].StartsWith(next.Key)));

    /// <summary>Whether the given name stands before the place, with middle names between them or not.</summary>
    private bool IsGivenBefore(List<NearbyWord> words, NamePlace place)
    {
        var names = words
            .TakeWhile(word => word.Gap is WordGap.Space or WordGap.Stop or WordGap.Hyphen && word.IsCapitalised)
            .Take(3)
            .ToList();
        if (names.Count > 1
            && given.Any(name =>
                name.IsSpelled(names[1].Key + names[0].Key) || name.SoundsLike(names[1].Text + names[0].Text)))
        {
            return true;
        }

        var found = names.FindIndex(word => IsGiven(word) || (place.IsCaseForm && IsGivenInCase(word)));
        return found >= 0
            && (found == 0 || !IsInitial(names[found - 1]) || IsMiddle(names[found - 1]))
            && names[..found].TrueForAll(word => !Titles.Contains(word.Key));
    }

    /// <summary>Whether a suffix makes the place another one's of this name: "Johnson Jr.".</summary>
    private static bool IsSuffix(List<NearbyWord> words, NamePlace place) =>
        words is [{ Gap: WordGap.Space or WordGap.Comma } next, ..]
        && (Suffixes.Contains(next.Key)
            || (next.IsCapitalised && !place.HidesNames && CapitalSuffixes.Contains(next.Key)));

    /// <summary>Whether the word after the place makes it something else: "Johnson Controls", "Cameron Diaz".</summary>
    private bool IsOtherAfter(List<NearbyWord> words, NamePlace place)
    {
        if (words is not [{ Gap: WordGap.Space or WordGap.Comma or WordGap.Hyphen } next, ..])
        {
            return place.Script is Script.Arabic or Script.Hebrew && place.IsGivenName;
        }

        if (!Scripts.HasCapitals(place.Script))
        {
            return place.IsGivenName;
        }

        return next is { Gap: WordGap.Space, IsCapitalised: true } && ThingWords.IsThing(next.Key)
            || (next.IsCapitalised && !next.IsAllCapitals && !place.HidesNames && !Titles.Contains(next.Key)
                && (next.Gap == WordGap.Space || (isFamilyFirst && next.Gap == WordGap.Hyphen)));
    }

    /// <summary>
    /// Whether a man's genitive is rather the nominative of a woman's name, or of a word that looks like it: it opens
    /// the
    /// clause, and the verb behind it is feminine.
    /// </summary>
    private bool IsWoman(List<NearbyWord> before, List<NearbyWord> after, NamePlace place) =>
        place.Script == Script.Cyrillic
        && place.Key is [.., 'а' or 'я']
        && family.Contains(place.Key[..^1])
        && after is [{ Gap: WordGap.Space, IsCapitalised: false } next, ..]
        && next.Key is [.., 'л', 'а'] or [.., 'л', 'а', 'с', 'ь' or 'я']
        && (before is not [{ Gap: WordGap.Space or WordGap.Hyphen } nearest, ..] || IsMansWord(nearest));

    /// <summary>
    /// Whether a word is a noun of the masculine gender, by its ending: with a feminine verb only a woman is its
    /// bearer.
    /// </summary>
    private static bool IsMansWord(NearbyWord word) =>
        word.Key.Length > 4 && !"аеиоуыэюяьіїє".Contains(word.Key[^1], StringComparison.Ordinal);

    private NameVerdict JudgeBefore(List<NearbyWord> words, NamePlace place)
    {
        if (words is not [var nearest, ..] || nearest.Gap == WordGap.Comma)
        {
            return NameVerdict.Alone;
        }

        if (nearest.Gap == WordGap.Space && ThingWords.IsMonth(place.Key, nearest.Key))
        {
            return NameVerdict.Nobody;
        }

        if (nearest.Gap is WordGap.Space or WordGap.Hyphen && Titles.IsOffice(nearest.Key))
        {
            return NameVerdict.Person;
        }

        if (!nearest.IsCapitalised || Titles.Contains(nearest.Key))
        {
            return NameVerdict.Alone;
        }

        if (nearest.Gap == WordGap.Apostrophe)
        {
            return nearest.Key == "o" ? NameVerdict.Nobody : NameVerdict.Alone;
        }

        if (IsInitial(nearest))
        {
            return given[0].StartsWith(words.TakeWhile(IsInitial).Last().Key)
                ? NameVerdict.Person
                : NameVerdict.Another;
        }

        if (nearest.Gap == WordGap.Stop)
        {
            return NameVerdict.Alone;
        }

        if (nearest.Gap == WordGap.Hyphen)
        {
            return words is [_] || !GivenNames.Contains(words[1].Key) ? NameVerdict.Alone : NameVerdict.Another;
        }

        return IsGivenNameOfOthers(nearest, place) ? NameVerdict.Another
            : MayStandBefore(nearest, words.Count == 1, place) ? NameVerdict.Alone
            : NameVerdict.Nobody;
    }

    private static bool IsGivenNameOfOthers(NearbyWord word, NamePlace place) =>
        GivenNames.Contains(word.Key)
        || (place.IsCaseForm && LatinCases.NamesOf(word.Key).Any(GivenNames.Contains))
        || (SemiticPrefixes.Without(word.Key) is { } name && GivenNames.Contains(name));

    /// <summary>
    /// Whether a capitalised word that is not known can stand before a family name without being a given name.
    /// </summary>
    private bool MayStandBefore(NearbyWord word, bool isFirst, NamePlace place) => place.Script switch
    {
        Script.Kana => given.Any(name => name.Resembles(word.Text)),
        Script.Arabic or Script.Hebrew => true,
        _ => !ThingWords.MakesThing(word.Key)
            && (place.HidesNames
                || (word.IsAllCapitals && !place.IsAllCapitals)
                || Titles.IsInstitution(word.Key)
                || (isFirst && IsParticiple(word.Key))
                || !place.AgreesWith(word.Key)),
    };

    /// <summary>Whether a word that opens a sentence is rather a verb than a name: "Addressing Lavrov".</summary>
    private static bool IsParticiple(string folded) =>
        folded.Length > 6 && folded.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>Whether an initial between given and family name can be one of the person's.</summary>
    private bool IsMiddle(NearbyWord initial) =>
        given.Count == 1 || given.Skip(1).Any(name => name.StartsWith(initial.Key));

    private bool IsParticle(NearbyWord word) =>
        Particles.Contains(word.Key) && (!word.IsCapitalised || !GivenNames.Contains(word.Key)) && !IsGiven(word);

    private static bool IsInitial(NearbyWord word) =>
        word.IsCapitalised
        && (word.Text.Length == 1 || (word.Text.Length == 2 && word.Gap == WordGap.Stop && !Titles.Contains(word.Key)));

    private bool IsGiven(NearbyWord word) =>
        given.Any(name =>
            !name.IsInitial && (name.Is(word.Key) || (word.Text.Length > 2 && name.SoundsLike(word.Text))));

    private bool IsGivenInCase(NearbyWord word) =>
        LatinCases.NamesOf(word.Key).Any(one => given.Any(name => name.Is(one) || name.SoundsLike(one)));

    private bool StartsWithGiven(List<NearbyWord> words) =>
        words.Count > 1
        && words[1].Gap is WordGap.Space or WordGap.Hyphen
        && given.Any(name => name.Is(words[0].Key + words[1].Key) || name.SoundsLike(words[0].Text + words[1].Text));

    private static bool IsCapitalised(ReadOnlySpan<char> place) =>
        char.IsUpper(place[place.LastIndexOfAny(" '’-") + 1]) || char.IsUpper(place[0]);
}

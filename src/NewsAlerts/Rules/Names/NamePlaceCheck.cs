namespace NewsAlerts.Rules.Names;

/// <summary>Whether a family name in a text is the person's: by the given name, initial or title beside it, or their absence.</summary>
internal sealed class NamePlaceCheck(IReadOnlyList<GivenName> given, bool isFamilyFirst, bool isAlsoGivenName) : IPlaceCheck
{
    private const int WordsRead = 5;

    private static readonly HashSet<string> Suffixes = ["jr", "sr", "ii", "iii", "junior", "senior"];

    public bool Accepts(ReadOnlySpan<char> text, int start, int length)
    {
        var end = start + length;
        var script = Scripts.Of(text[start..end]);
        if (Scripts.HasCapitals(script) && !IsCapitalised(text[start..end]) && !TextStyle.IsAllSmall(text, start))
        {
            return false;
        }

        if (script == Script.Kana && KanaRun.IsInside(text, start, end))
        {
            return false;
        }

        if (given.Count == 0 || script == Script.Other)
        {
            return true;
        }

        var place = new Place(text[start..end].ToString(), script, TextStyle.HidesNames(text, start, end), isAlsoGivenName);
        var after = NearbyWords.After(text, end, 3);
        var before = script == Script.Kana ? KanaRun.Before(text, start) : NearbyWords.Before(text, start, WordsRead);
        before.RemoveAll(IsParticle);
        return IsGivenAfter(after) || IsGivenBefore(before) || (!IsOtherAfter(after, place) && IsNobodyElseBefore(before, place));
    }

    private bool IsGivenAfter(List<NearbyWord> words) =>
        words is [var next, ..]
        && ((next.Gap is WordGap.Space or WordGap.Comma or WordGap.Hyphen && (IsGiven(next) || StartsWithGiven(words)))
            || (next.Gap == WordGap.Comma && next.Text.Length == 1 && next.IsCapitalised && given[0].StartsWith(next.Key)));

    /// <summary>Whether the given name stands before the place, with middle names between them or not.</summary>
    private bool IsGivenBefore(List<NearbyWord> words)
    {
        var names = words.TakeWhile(word => word.Gap is WordGap.Space or WordGap.Stop or WordGap.Hyphen && word.IsCapitalised).Take(3).ToList();
        if (names.Count > 1 && given.Any(name => name.IsSpelled(names[1].Key + names[0].Key) || name.SoundsLike(names[1].Text + names[0].Text)))
        {
            return true;
        }

        var found = names.FindIndex(IsGiven);
        return found >= 0 && (found == 0 || !IsInitial(names[found - 1]) || IsMiddle(names[found - 1])) && names[..found].TrueForAll(word => !Titles.Contains(word.Key));
    }

    /// <summary>Whether the word after the place makes it somebody or something else: "Johnson Jr.", "Johnson Controls".</summary>
    private bool IsOtherAfter(List<NearbyWord> words, Place place)
    {
        if (words is not [{ Gap: WordGap.Space or WordGap.Comma or WordGap.Hyphen } next, ..])
        {
            return !Scripts.HasCapitals(place.Script) && place.Script != Script.Kana && place.IsGivenName;
        }

        if (Suffixes.Contains(next.Key) && next.Gap != WordGap.Hyphen)
        {
            return true;
        }

        return place.Script switch
        {
            Script.Arabic or Script.Hebrew => place.IsGivenName,
            Script.Kana => place.IsGivenName,
            _ => next.IsCapitalised && !next.IsAllCapitals && !place.HidesNames && !Titles.Contains(next.Key)
                && (next.Gap == WordGap.Space || (isFamilyFirst && next.Gap == WordGap.Hyphen)),
        };
    }

    private bool IsNobodyElseBefore(List<NearbyWord> words, Place place)
    {
        if (words is not [var nearest, ..]
            || nearest.Gap == WordGap.Comma
            || !nearest.IsCapitalised
            || Titles.Contains(nearest.Key))
        {
            return true;
        }

        if (nearest.Gap == WordGap.Apostrophe)
        {
            return nearest.Key != "o";
        }

        if (IsInitial(nearest))
        {
            return given[0].StartsWith(words.TakeWhile(IsInitial).Last().Key);
        }

        if (nearest.Gap == WordGap.Stop)
        {
            return true;
        }

        if (nearest.Gap == WordGap.Hyphen)
        {
            return words is [_] || !GivenNames.Contains(words[1].Key);
        }

        if (GivenNames.Contains(nearest.Key))
        {
            return false;
        }

        return !Scripts.HasCapitals(place.Script)
            || place.HidesNames
            || (nearest.IsAllCapitals && !place.IsAllCapitals);
    }

    /// <summary>Whether an initial between given and family name can be one of the person's.</summary>
    private bool IsMiddle(NearbyWord initial) => given.Count == 1 || given.Skip(1).Any(name => name.StartsWith(initial.Key));

    private bool IsParticle(NearbyWord word) =>
        Particles.Contains(word.Key) && (!word.IsCapitalised || !GivenNames.Contains(word.Key)) && !IsGiven(word);

    private static bool IsInitial(NearbyWord word) =>
        word.IsCapitalised && (word.Text.Length == 1 || (word.Text.Length == 2 && word.Gap == WordGap.Stop && !Titles.Contains(word.Key)));

    private bool IsGiven(NearbyWord word) => given.Any(name => !name.IsInitial && (name.Is(word.Key) || (word.Text.Length > 2 && name.SoundsLike(word.Text))));

    private bool StartsWithGiven(List<NearbyWord> words) =>
        words.Count > 1 && words[1].Gap is WordGap.Space or WordGap.Hyphen && given.Any(name => name.Is(words[0].Key + words[1].Key) || name.SoundsLike(words[0].Text + words[1].Text));

    private static bool IsCapitalised(ReadOnlySpan<char> place) => char.IsUpper(place[place.LastIndexOfAny(" '’-") + 1]) || char.IsUpper(place[0]);

    /// <summary>What is known of the place itself.</summary>
    private sealed record Place(string Text, Script Script, bool HidesNames, bool IsGivenSomewhere)
    {
        /// <summary>Whether the family name is a given name, too: then it may be somebody else's.</summary>
        public bool IsGivenName => IsGivenSomewhere || GivenNames.Contains(Folded.Joined(Text));

        public bool IsAllCapitals => !Text.Any(char.IsLower);
    }
}

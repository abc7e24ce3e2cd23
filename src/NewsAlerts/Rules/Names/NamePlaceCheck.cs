namespace NewsAlerts.Rules.Names;

/// <summary>Whether a family name in a text is the person's: by the given name, initial or title beside it, or their absence.</summary>
internal sealed class NamePlaceCheck(IReadOnlyList<GivenName> given, bool isFamilyFirst) : IPlaceCheck
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

        var hidesNames = TextStyle.HidesNames(text, start, end);
        return AfterDecides(NearbyWords.After(text, end, 3), hidesNames)
            ?? BeforeAccepts(script == Script.Kana ? KanaRun.Before(text, start) : NearbyWords.Before(text, start, WordsRead), script, hidesNames, IsAllCapitals(text[start..end]));
    }

    /// <summary>What the words after the place say; null where they leave it open.</summary>
    private bool? AfterDecides(List<NearbyWord> words, bool hidesNames)
    {
        if (words is not [var next, ..])
        {
            return null;
        }

        if (next.Gap is WordGap.Space or WordGap.Comma or WordGap.Hyphen && (IsGiven(next) || StartsWithGiven(words)))
        {
            return true;
        }

        if (next.Gap == WordGap.Comma && next.Text.Length == 1 && next.IsCapitalised && given[0].StartsWith(next.Key))
        {
            return true;
        }

        if (next.Gap is WordGap.Space or WordGap.Comma && Suffixes.Contains(next.Key))
        {
            return false;
        }

        var namesOther = next.Gap is WordGap.Space or WordGap.Hyphen && next.IsCapitalised && !next.IsAllCapitals && !Titles.Contains(next.Key);
        return isFamilyFirst && namesOther && !hidesNames ? false : null;
    }

    private bool BeforeAccepts(List<NearbyWord> words, Script script, bool hidesNames, bool isLoud)
    {
        words.RemoveAll(word => Particles.Contains(word.Key) && (!word.IsCapitalised || !GivenNames.Contains(word.Key)) && !IsGiven(word));
        if (words is not [var nearest, ..] || nearest.Gap is WordGap.Comma)
        {
            return true;
        }

        if (IsGiven(nearest))
        {
            return true;
        }

        if (!nearest.IsCapitalised || Titles.Contains(nearest.Key))
        {
            return true;
        }

        if (nearest.Gap == WordGap.Apostrophe)
        {
            return nearest.Key != "o";
        }

        if (IsInitial(nearest, words))
        {
            return InitialsAccept(words);
        }

        if (nearest.Gap == WordGap.Stop)
        {
            return true;
        }

        if (words.Skip(1).TakeWhile(word => word.Gap is WordGap.Space or WordGap.Stop or WordGap.Hyphen && word.IsCapitalised).Take(3).Any(IsGiven))
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

        var opensSentence = words.Count == 1 || words[1].Gap == WordGap.Stop;
        return !Scripts.HasCapitals(script) || opensSentence || hidesNames || (nearest.IsAllCapitals && !isLoud);
    }

    /// <summary>Whether initials before the place, and the name before them, can be the person's.</summary>
    private bool InitialsAccept(List<NearbyWord> words)
    {
        var initials = words.TakeWhile((word, i) => IsInitial(word, words[i..])).ToList();
        var first = initials[^1];
        var before = words.Count > initials.Count ? words[initials.Count] : null;
        if (before is not null && before.Gap == WordGap.Space && before.IsCapitalised && IsGiven(before))
        {
            return given.Count == 1 || given[1].StartsWith(first.Key);
        }

        return given[0].StartsWith(first.Key);
    }

    private static bool IsInitial(NearbyWord word, List<NearbyWord> _) =>
        word.IsCapitalised && (word.Text.Length == 1 || (word.Text.Length == 2 && word.Gap == WordGap.Stop && !Titles.Contains(word.Key)));

    private bool IsGiven(NearbyWord word) => given.Any(name => !name.IsInitial && name.Is(word.Key));

    private bool StartsWithGiven(List<NearbyWord> words) =>
        words.Count > 1 && words[1].Gap is WordGap.Space or WordGap.Hyphen && given.Any(name => name.Is(words[0].Key + words[1].Key));

    private static bool IsCapitalised(ReadOnlySpan<char> place) => char.IsUpper(place[place.LastIndexOf(' ') + 1]) || char.IsUpper(place[0]);

    private static bool IsAllCapitals(ReadOnlySpan<char> place)
    {
        foreach (var letter in place)
        {
            if (char.IsLower(letter))
            {
                return false;
            }
        }

        return true;
    }
}

using System.Collections.Immutable;
using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Matching;

/// <summary>Reads what rules ask of an item beside the words of its texts.</summary>
internal readonly ref struct ItemAboutReader(ImmutableSortedSet<TextField> fields, MatchScratch scratch)
{
    // As between two texts: no phrase and no NEAR reaches from one value to the next.
    private const int Gap = 100;

    // Of more values only phrases are kept apart: every place takes memory, and no honest item has as many.
    private const int MostApart = 1_000;

    private readonly ImmutableSortedSet<TextField> _fields = fields;
    private readonly MatchScratch _scratch = scratch;

    /// <summary>Adds the terms of the fields that some rule looks at, after the tokens of the texts.</summary>
    public void Read(in ItemText item)
    {
        _scratch.Item = item;
        for (var field = FieldTerms.First; field <= _fields.Max; field++)
        {
            if (item.About is { } about && _fields.Contains(field))
            {
                Read(field, about);
            }

            _scratch.Tokens.EndField((int)field);
        }
    }

    private void Read(TextField field, ItemAbout about)
    {
        switch (field)
        {
            case TextField.Author:
                ReadEach(field, about.Authors);
                break;
            case TextField.Category:
                ReadEach(field, about.Categories);
                break;
            case TextField.Feed:
                ReadEach(field, about.FeedLabels);
                break;
            case TextField.Link:
                ReadWords(field, about.Link, 0);
                break;
            case TextField.Site:
                ReadSite(SiteName.OfLink(about.Site ?? about.Link));
                break;
            case TextField.Language:
                ReadLanguage(about.Language);
                break;
        }
    }

    private void ReadEach(TextField field, IReadOnlyList<string> values)
    {
        var start = 0;
        for (var i = 0; i < values.Count; i++)
        {
            if (FieldTerms.IsWhole(field))
            {
                ReadLabel(values[i], start);
            }
            else
            {
                AddGap(i switch { 0 => 0, < MostApart => Gap, _ => 1 }, start);
                ReadWords(field, values[i], start);
            }

            start += values[i].Length + 1;
        }
    }

    private void AddGap(int length, int start)
    {
        for (var i = 0; i < length; i++)
        {
            _scratch.Tokens.AddTerm([], start, start);
        }
    }

    private void ReadWords(TextField field, ReadOnlySpan<char> text, int offset)
    {
        var buffer = _scratch.Room(TextFolding.Room(text.Length) + 1);
        var reader = new TokenReader(text, buffer, 1);
        while (reader.Read())
        {
            // The mark overwrites the end of the word before, which has been added.
            buffer[reader.FoldedStart - 1] = FieldTerms.MarkOf(field);
            _scratch.Tokens.AddTerm(buffer[(reader.FoldedStart - 1)..reader.FoldedEnd], offset + reader.Start, offset + reader.End);
        }
    }

    private void ReadLabel(ReadOnlySpan<char> label, int offset)
    {
        var room = TextFolding.Room(label.Length);
        var buffer = _scratch.Room((2 * room) + 1);
        var term = buffer[room..];
        var length = 0;
        var reader = new TokenReader(label, buffer[..room]);
        while (reader.Read())
        {
            term[length] = length == 0 ? FieldTerms.MarkOf(TextField.Feed) : ' ';
            reader.Folded.CopyTo(term[(length + 1)..]);
            length += reader.Folded.Length + 1;
        }

        if (length > 0)
        {
            _scratch.Tokens.AddTerm(term[..length], offset, offset + label.Length);
        }
    }

    // The host, and every domain that it is part of.
    private void ReadSite(ReadOnlySpan<char> host)
    {
        var name = SiteName.IsPlain(host) ? host : SiteName.Normalize(host);
        var term = _scratch.Room(name.Length + 1);
        name.ToLowerInvariant(term[1..]);
        for (var at = 0; at < name.Length; at++)
        {
            if (at == 0 || name[at - 1] == '.')
            {
                // The mark overwrites the dot, behind which the shorter names are.
                term[at] = FieldTerms.MarkOf(TextField.Site);
                _scratch.Tokens.AddTerm(term[at..], Math.Min(at, host.Length - 1), host.Length);
            }
        }
    }

    // The whole tag, and what it begins with: en-US is English, too.
    private void ReadLanguage(ReadOnlySpan<char> language)
    {
        var tag = LanguageTag.IsTag(language) ? language : default;
        var term = _scratch.Room(tag.Length + 1);
        term[0] = FieldTerms.MarkOf(TextField.Language);
        tag.ToLowerInvariant(term[1..]);
        term.Replace('_', '-');
        for (var end = 1; end < term.Length; end++)
        {
            if (end + 1 == term.Length || term[end + 1] == '-')
            {
                _scratch.Tokens.AddTerm(term[..(end + 1)], 0, end);
            }
        }
    }
}

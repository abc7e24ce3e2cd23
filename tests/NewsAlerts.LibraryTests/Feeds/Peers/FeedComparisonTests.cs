using System.Text;
using System.Text.RegularExpressions;
using NewsAlerts.Feeds;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.LibraryTests.Feeds.Peers;

/// <summary>Holds the tables of docs/feeds.md against what the three readers make of each document there.</summary>
public sealed partial class FeedComparisonTests
{
    private const string Page = "docs/feeds.md";
    private const string Ours = "this reader";
    private const int FewestRows = 50;

    private static readonly IReadOnlyDictionary<string, Func<byte[], FeedDocument>> Readers =
        new Dictionary<string, Func<byte[], FeedDocument>>
        {
            [Name(FeedPeer.CodeHollow)] = FeedPeer.CodeHollow.Read,
            [Name(FeedPeer.Syndication)] = FeedPeer.Syndication.Read,
            [Ours] = Read,
        };

    [Fact]
    public void Page_EveryRow_StatesWhatEachReaderMakesOfIt()
    {
        var wrong = ComparisonRow.Parse(RepositoryFile.Read(Page))
            .SelectMany(row => Readers.Select(reader => (Row: row, Reader: reader.Key, Seen: Describe(reader.Value, row))))
            .Where(one => one.Seen != one.Row.Stated.GetValueOrDefault(one.Reader))
            .Select(one => $"{one.Row.Document}: {one.Row.Field} by {one.Reader} is {one.Seen}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Page_EveryTable_NamesTheReadersAndTheirVersions()
    {
        var rows = ComparisonRow.Parse(RepositoryFile.Read(Page));

        Assert.True(rows.Count >= FewestRows, $"{rows.Count} rows were found.");
        Assert.All(rows, row => Assert.Equal(Readers.Keys.Order(), row.Stated.Keys.Order()));
    }

    private static string Describe(Func<byte[], FeedDocument> read, ComparisonRow row)
    {
        var name = Declared().Match(row.Document) is { Success: true } declared ? declared.Groups[1].Value : "utf-8";
        var encoding = Encoding.GetEncoding(name);

        // XML demands the mark in UTF-16 (§4.3.3).
        byte[] mark = encoding is UnicodeEncoding ? encoding.GetPreamble() : [];
        return ComparedField.Describe(() => read([.. mark, .. encoding.GetBytes(row.Document)]), row.Field);
    }

    private static FeedDocument Read(byte[] document)
    {
        var result = FeedParser.Parse(document, new FeedSource());
        return result.IsFeed ? result.Document : throw new InvalidDataException(result.Error);
    }

    private static string Name(FeedPeer peer) => $"{peer.Package} {peer.Version}";

    [GeneratedRegex("""encoding="([^"]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();
}

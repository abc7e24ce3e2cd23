namespace NewsAlerts.LibraryTests.Feeds.Peers;

/// <summary>
/// A row of a table in docs/feeds.md. The table stands behind a fenced document; its column <c>in place of …</c>, where it has
/// one, is what the document holds there, and <c>read</c> names the field that the other columns state.
/// </summary>
internal sealed record ComparisonRow(string Document, string Field, IReadOnlyDictionary<string, string> Stated)
{
    private const string Place = "in place of …";
    private const string Read = "read";
    private const string Fence = "```";

    /// <summary>The rows of all tables that compare.</summary>
    public static IReadOnlyList<ComparisonRow> Parse(string markdown)
    {
        var rows = new List<ComparisonRow>();
        var (document, isInDocument, columns) = ("", false, Array.Empty<string>());
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                isInDocument = !isInDocument;
                document = isInDocument ? "" : document.TrimEnd();
            }
            else if (isInDocument)
            {
                document += line + "\n";
            }
            else if (!line.StartsWith('|'))
            {
                columns = [];
            }
            else if (columns.Length == 0)
            {
                columns = Cells(line);
            }
            else if (columns.Contains(Read) && !line.StartsWith("|-", StringComparison.Ordinal))
            {
                rows.Add(Of(document, columns.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second)));
            }
        }

        return rows;
    }

    private static ComparisonRow Of(string document, Dictionary<string, string> cells)
    {
        var whole = cells.Remove(Place, out var place) ? document.Replace("…", place.Trim('`')) : document;
        cells.Remove(Read, out var field);
        return new ComparisonRow(whole, field ?? "", cells);
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}

using NewsAlerts.Names.Text;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Benchmarks.Matching;

/// <summary>The core of the query language, which is all that the peers know.</summary>
internal static class Core
{
    /// <summary>A query that is right.</summary>
    public static Query Parse(string text)
    {
        var result = QueryParser.Parse(text);
        return result.IsQuery ? result.Query : throw new FormatException($"{text}: {result.Mistake}");
    }

    /// <summary>A text's tokens, folded.</summary>
    public static IReadOnlyList<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var reader = new TokenReader(text, new char[TextFolding.Room(text.Length)]);
        while (reader.Read())
        {
            tokens.Add(reader.Folded.ToString());
        }

        return tokens;
    }

    public static Exception Unknown(QueryNode node) =>
        new NotSupportedException($"The peers know words, phrases, prefixes, NEAR between words, AND, OR and NOT; not {node}.");
}

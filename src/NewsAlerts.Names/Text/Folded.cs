namespace NewsAlerts.Names.Text;

/// <summary>Words as the matcher compares them.</summary>
public static class Folded
{
    /// <summary>The folded tokens of a text as one word: hyphens and spaces make no difference.</summary>
    public static string Joined(string text) => Of(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The folded tokens of a text, with a space between two of them.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var reader = new TokenReader(text, new char[TextFolding.Room(text.Length)]);
        var words = new List<string>();
        while (reader.Read())
        {
            words.Add(reader.Folded.ToString());
        }

        return string.Join(' ', words);
    }
}

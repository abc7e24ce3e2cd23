namespace NewsAlerts.Configuration.Editing;

/// <summary>A change of a text: something is put where something else (or nothing) was.</summary>
internal readonly record struct TextEdit(int Start, int End, string Replacement)
{
    public static TextEdit Insert(int at, string text) => new(at, at, text);

    /// <summary>The text after the edits, which do not overlap and are in the order of the text.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits) =>
        edits.Reverse().Aggregate(text, (edited, edit) => edited[..edit.Start] + edit.Replacement + edited[edit.End..]);
}

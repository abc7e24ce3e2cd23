using YamlDotNet.Core;

namespace NewsAlerts.Yaml.Nodes;

/// <summary>Finds a part of a scalar's value in the file, behind quotes and escapes.</summary>
internal static class ScalarPlace
{
    /// <summary>
    /// Where the part stands in the file's text; null where the scalar is written on several lines, whose places YAML
    /// folds away. Those of a literal block (<c>|</c>) are kept.
    /// </summary>
    public static (int Start, int End)? Find(SourceText source, Node scalar, int start, int length)
    {
        if (scalar.Style == ScalarStyle.Literal)
        {
            return FindInBlock(source, scalar, start, length);
        }

        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
            || scalar.End > source.EndOfLine(scalar.Start))
        {
            return null;
        }

        var index = scalar.Start + (scalar.Style == ScalarStyle.Plain ? 0 : 1);
        var first = index;
        for (var position = 0; position < start + length && index < scalar.End;)
        {
            if (position == start)
            {
                first = index;
            }

            var (written, meant) = Unit(source.Text, index, scalar.Style);
            index += written;
            position += meant;
            if (position <= start)
            {
                first = index;
            }
        }

        return (first, index);
    }

    private static (int Start, int End)? FindInBlock(SourceText source, Node scalar, int start, int length)
    {
        var (header, _) = source.Position(scalar.Start);
        var lines = scalar.Text.Split('\n');
        var first = Array.FindIndex(lines, line => line.Length > 0);
        if (source.Line(header)[^1] is not ('|' or '-' or '+') || first < 0)
        {
            // Its header tells how far it is indented, or has a comment.
            return null;
        }

        var indent = source.Line(header + 1 + first).Length - lines[first].Length;
        var before = scalar.Text.AsSpan(0, start);
        var line = header + 1 + before.Count('\n');
        var column = indent + start - (before.LastIndexOf('\n') + 1);
        var place = source.StartOf(line) + column;
        return (place, Math.Min(place + length, source.EndOfLine(place)));
    }

    /// <summary>How many characters the next one is written with, and how many it stands for.</summary>
    private static (int Written, int Meant) Unit(string text, int index, ScalarStyle style) => (text[index], style) switch
    {
        ('\'', ScalarStyle.SingleQuoted) => (2, 1),
        ('\\', ScalarStyle.DoubleQuoted) when index + 1 < text.Length => text[index + 1] switch
        {
            'x' => (4, 1),
            'u' => (6, 1),
            'U' => (10, string.CompareOrdinal(text, index + 2, "0000", 0, 4) == 0 ? 1 : 2),
            _ => (2, 1),
        },
        _ => (1, 1),
    };
}

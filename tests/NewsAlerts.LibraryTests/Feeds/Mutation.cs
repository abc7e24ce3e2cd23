namespace NewsAlerts.LibraryTests.Feeds;

/// <summary>Breaks a document in one to eight places, as networks, editors and attackers do.</summary>
internal static class Mutation
{
    private static readonly byte[][] Pieces =
    [
        .. ((string[])["<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&", "&#", "&#x110000;", ";", "\"",
            "'", "=", "<item>", "</item>", "<entry>", "<rss>", "<!DOCTYPE x [", "<!ENTITY a '&b;'>", "xmlns=''", "xml:base='//:'", "{", "}",
            "[", "]", "\\ud800", ":", ",", "null", "\0", "\uFEFF"]).Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF, 0xFE],
        [0xC3],
        [0x80],
    ];

    public static byte[] Of(byte[] document, byte[] other, Random random)
    {
        var bytes = document.ToList();
        for (var left = random.Next(1, 9); left > 0 && bytes.Count > 0; left--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 200), other.Length - from)).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }
}

namespace NewsAlerts.Items.Text;

/// <summary>Guesses the encoding of bytes that nothing truthful is said about and that are not UTF-8.</summary>
internal static class EncodingDetector
{
    private const int SampleLength = 65_536;

    private static readonly Candidate[] Candidates =
    [
        new(new NamedEncoding("EUC-JP", 51932), [('\u3040', '\u30FF')]),
        new(new NamedEncoding("Shift_JIS", 932), [('\u3040', '\u30FF')]),
        new(new NamedEncoding("EUC-KR", 51949), [('\uAC00', '\uD7A3')]),
        new(new NamedEncoding("GB2312", 936), [('\u4E00', '\u9FFF')]),
        new(new NamedEncoding("Big5", 950), [('\u4E00', '\u9FFF')]),
        new(new NamedEncoding("TIS-620", 874), [('\u0E01', '\u0E5B')]),
        new(new NamedEncoding("windows-1255", 1255), [('\u05D0', '\u05EA')]),
        new(new NamedEncoding("windows-1256", 1256), [('\u0621', '\u064A')]),
        new(new NamedEncoding("windows-1253", 1253), [('\u03AC', '\u03CE')]),
        new(new NamedEncoding("windows-1251", 1251), [('\u0430', '\u044F')]),
        new(new NamedEncoding("KOI8-R", 20866), [('\u0430', '\u044F')]),
    ];

    public static NamedEncoding Detect(ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes);
        var best = (Encoding: NamedEncoding.Windows1252, Score: 0.75);
        foreach (var candidate in Candidates)
        {
            var score = candidate.Score(sample);
            if (score > best.Score)
            {
                best = (candidate.Encoding, score);
            }
        }

        return best.Encoding;
    }

    // Whole lines, so that no character is cut in two.
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= SampleLength)
        {
            return bytes;
        }

        var end = bytes[..SampleLength].LastIndexOf((byte)'\n');
        return bytes[..(end < 0 ? SampleLength : end)];
    }

    private sealed record Candidate(NamedEncoding Encoding, (char From, char To)[] Script)
    {
        /// <summary>Which part of the characters beyond ASCII are letters of the script; 0 if bytes are wrong.</summary>
        public double Score(ReadOnlySpan<byte> sample)
        {
            if (Encoding.TryDecode(sample) is not { } text)
            {
                return 0;
            }

            var (letters, others) = (0, 0);
            foreach (var c in text)
            {
                if (c <= '\x7F')
                {
                    continue;
                }

                if (Array.Exists(Script, range => c >= range.From && c <= range.To))
                {
                    letters++;
                }
                else
                {
                    others++;
                }
            }

            return letters == 0 ? 0 : (double)letters / (letters + others);
        }
    }
}

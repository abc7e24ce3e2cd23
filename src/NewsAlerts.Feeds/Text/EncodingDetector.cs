namespace NewsAlerts.Feeds.Text;

/// <summary>Guesses the encoding of bytes that nothing truthful is said about and that are not UTF-8.</summary>
internal static class EncodingDetector
{
    private const int SampleLength = 65_536;
    private const double FewestInRuns = 0.5;

    // In this order: each encoding is recognised by how much of the text is in its everyday letters, and those after it
    // would take its text for theirs.
    private static readonly Candidate[] InOrder =
    [
        new("EUC-JP", 51932, '\u3041', '\u309F', 0.1),
        new("Shift_JIS", 932, '\u3041', '\u309F', 0.1),
        new("windows-1255", 1255, '\u05D0', '\u05EA', 0.9),
        new("KOI8-R", 20866, '\u0430', '\u044F', 0.8),
        new("EUC-KR", 51949, '\uAC00', '\uD7A3', 0.9),
        new("TIS-620", 874, '\u0E01', '\u0E2E', 0.4),
        new("GB2312", 51936, '\u4E00', '\u9FFF', 0.6),
        new("Big5", 950, '\u4E00', '\u9FFF', 0.6),
        new("windows-1256", 1256, '\u0621', '\u064A', 0.75),
    ];

    private static readonly Candidate[] Alphabets =
    [
        new("windows-1251", 1251, '\u0430', '\u044F', 0.6),
        new("windows-1253", 1253, '\u03AC', '\u03CE', 0.6),
    ];

    public static NamedEncoding Detect(ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes);
        if (PartInRuns(sample) < FewestInRuns)
        {
            // Single accented letters between plain ones.
            return NamedEncoding.Windows1252;
        }

        foreach (var candidate in InOrder)
        {
            if (candidate.Score(sample) >= candidate.AtLeast)
            {
                return candidate.Encoding;
            }
        }

        var best = (Encoding: NamedEncoding.Windows1252, Score: 0.0);
        foreach (var candidate in Alphabets)
        {
            var score = candidate.Score(sample);
            if (score >= candidate.AtLeast && score > best.Score)
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

    /// <summary>Which part of the bytes beyond ASCII follows another one.</summary>
    private static double PartInRuns(ReadOnlySpan<byte> sample)
    {
        var (all, following) = (1, 0);
        for (var i = 1; i < sample.Length; i++)
        {
            if (sample[i] >= 0x80)
            {
                all++;
                following += sample[i - 1] >= 0x80 ? 1 : 0;
            }
        }

        return (double)following / all;
    }

    private sealed record Candidate(NamedEncoding Encoding, char First, char Last, double AtLeast)
    {
        public Candidate(string name, int codePage, char first, char last, double atLeast)
            : this(new NamedEncoding(name, codePage), first, last, atLeast)
        {
        }

        /// <summary>
        /// Which part of the characters beyond ASCII are those letters; 0 if there are bytes that the encoding does
        /// not have, which some code pages read as control or private characters.
        /// </summary>
        public double Score(ReadOnlySpan<byte> sample)
        {
            if (Encoding.TryDecode(sample) is not { } text)
            {
                return 0;
            }

            var (all, letters) = (1, 0);
            foreach (var c in text)
            {
                if (c is (>= '\x80' and <= '\x9F') or (>= '\uE000' and <= '\uF8FF'))
                {
                    return 0;
                }

                if (c > '\x7F')
                {
                    all++;
                    letters += c >= First && c <= Last ? 1 : 0;
                }
            }

            return (double)letters / all;
        }
    }
}

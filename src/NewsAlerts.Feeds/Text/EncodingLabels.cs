using System.Collections.Frozen;
using System.Text;

namespace NewsAlerts.Feeds.Text;

/// <summary>The encodings that labels in headers and declarations mean (Encoding Standard §4.2, and habits beside it).</summary>
internal static class EncodingLabels
{
    // Where the label's own encoding is a part of a larger one that publishers really use, the larger one is read.
    private static readonly FrozenDictionary<string, NamedEncoding> Known = new Dictionary<string, NamedEncoding>
    {
        ["utf-8"] = NamedEncoding.Utf8,
        ["utf8"] = NamedEncoding.Utf8,
        ["u8"] = NamedEncoding.Utf8,
        ["us-ascii"] = new("us-ascii", 20127),
        ["ascii"] = new("us-ascii", 20127),
        ["iso-8859-1"] = new("iso-8859-1", 1252),
        ["iso8859-1"] = new("iso-8859-1", 1252),
        ["latin1"] = new("iso-8859-1", 1252),
        ["latin-1"] = new("iso-8859-1", 1252),
        ["gb2312"] = new("gb18030", 54936),
        ["gbk"] = new("gb18030", 54936),
        ["x-gbk"] = new("gb18030", 54936),
        ["euc-cn"] = new("gb18030", 54936),
        ["gb18030"] = new("gb18030", 54936),
        ["big5"] = new("big5", 950),
        ["big5-hkscs"] = new("big5", 950),
        ["shift-jis"] = new("shift_jis", 932),
        ["sjis"] = new("shift_jis", 932),
        ["x-sjis"] = new("shift_jis", 932),
        ["windows-31j"] = new("shift_jis", 932),
        ["euc-jp"] = new("euc-jp", 51932),
        ["eucjp"] = new("euc-jp", 51932),
        ["euc-kr"] = new("euc-kr", 949),
        ["ks-c-5601-1987"] = new("euc-kr", 949),
        ["cp949"] = new("euc-kr", 949),
        ["tis-620"] = new("tis-620", 874),
        ["iso-8859-11"] = new("iso-8859-11", 874),
        ["mac"] = new("macintosh", 10000),
        ["macroman"] = new("macintosh", 10000),
        ["mac-roman"] = new("macintosh", 10000),
        ["utf-16"] = new("utf-16le", 1200),
        ["utf-16le"] = new("utf-16le", 1200),
        ["utf-16be"] = new("utf-16be", 1201),
        ["utf-32"] = new("utf-32le", 12000),
        ["utf-32le"] = new("utf-32le", 12000),
        ["utf-32be"] = new("utf-32be", 12001),
    }.ToFrozenDictionary();

    /// <summary>The encoding that a label means; null where nobody knows.</summary>
    public static NamedEncoding? Find(string? label)
    {
        var clean = label?.Trim(" \t\r\n\"';".ToCharArray()).Replace('_', '-').ToLowerInvariant();
        if (string.IsNullOrEmpty(clean))
        {
            return null;
        }

        if (Known.TryGetValue(clean, out var known))
        {
            return known;
        }

        string[] spellings =
        [
            clean,
            clean.Replace("cp", "windows-"),
            clean.Replace("cp", "ibm"),
            clean.Replace("iso8859", "iso-8859"),
            "x-" + clean,
        ];
        foreach (var name in spellings.Distinct())
        {
            try
            {
                var encoding = Encoding.GetEncoding(name);
                return new NamedEncoding(clean, encoding.CodePage);
            }
            catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
            {
                // The next spelling of it.
            }
        }

        return null;
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Reflection;

namespace NewsAlerts.Http;

/// <summary>
/// Finds the domain that somebody registered, which is whom a host belongs to: <c>example.co.uk</c> for
/// <c>feeds.example.co.uk</c>. By the public suffix list (https://publicsuffix.org/list/, MPL 2.0), with its part for
/// hosting services, so that two blogs of one service belong to two people.
/// </summary>
internal static class RegistrableDomain
{
    private static readonly Lazy<FrozenSet<string>> Rules = new(ReadRules);

    /// <summary>The domain of a host; the host itself where it is an address, a suffix or a single name.</summary>
    /// <param name="host">The host, in its ASCII form (RFC 5891).</param>
    public static string Of(string host)
    {
        var name = host.Trim('.').ToLowerInvariant();
        if (IPAddress.TryParse(name.Trim('[', ']'), out _))
        {
            return name;
        }

        var labels = name.Split('.');
        var suffix = SuffixLength(labels);
        return suffix >= labels.Length ? name : string.Join('.', labels[^(suffix + 1)..]);
    }

    // The longest rule decides, an exception before all others; a name that no rule knows has a suffix of one label.
    private static int SuffixLength(string[] labels)
    {
        for (var start = 0; start < labels.Length; start++)
        {
            var length = labels.Length - start;
            if (Rules.Value.Contains("!" + string.Join('.', labels[start..])))
            {
                return length - 1;
            }

            if (Rules.Value.Contains(string.Join('.', labels[start..]))
                || (length > 1 && Rules.Value.Contains("*." + string.Join('.', labels[(start + 1)..]))))
            {
                return length;
            }
        }

        return 1;
    }

    private static FrozenSet<string> ReadRules()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("public_suffix_list.dat")
            ?? throw new InvalidOperationException("the public suffix list is not in the assembly");
        using var reader = new StreamReader(stream);
        var rules = new HashSet<string>();
        var idn = new IdnMapping();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(' ')[0] is { Length: > 0 } rule && !rule.StartsWith("//", StringComparison.Ordinal))
            {
                rules.Add(rule.All(char.IsAscii) ? rule : idn.GetAscii(rule));
            }
        }

        return rules.ToFrozenSet();
    }
}

using System.Text.RegularExpressions;
using NewsAlerts.Rules.Places;

namespace NewsAlerts.Rules.Compiling;

/// <summary>What compiled rules need beyond the words of the texts; most rules need nothing.</summary>
internal sealed class RuleExtras
{
    /// <summary>The checks, by the numbers that the instructions name.</summary>
    public List<IPlaceCheck> Checks { get; } = [];

    /// <summary>The regular expressions, by the numbers that the instructions name.</summary>
    public List<Regex> Patterns { get; } = [];

    /// <summary>The fields beside the texts that some rule looks at, ascending.</summary>
    public SortedSet<TextField> Fields { get; } = [];

    /// <summary>Whether an item has to be read for more than its words.</summary>
    public bool IsEmpty => Checks.Count == 0 && Patterns.Count == 0 && Fields.Count == 0;
}

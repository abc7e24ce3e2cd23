using System.Text.RegularExpressions;

namespace NewsAlerts.LibraryTests.Feeds.Conformance;

/// <summary>Authors as the cases compare them: by name where both have one, else by address.</summary>
internal static partial class ComparedAuthor
{
    public static bool AreEqual(string? expected, string? actual)
    {
        if (string.IsNullOrWhiteSpace(actual))
        {
            return false;
        }

        if (ComparedText.AreEqual(expected, actual))
        {
            return true;
        }

        var (expectedName, expectedAddress) = Parts(expected);
        var (actualName, actualAddress) = Parts(actual);
        if (expectedName.Length > 0 && actualName.Length > 0)
        {
            return actualName.Contains(expectedName, StringComparison.Ordinal);
        }

        return expectedAddress is not null && expectedAddress == actualAddress;
    }

    private static (string Name, string? Address) Parts(string? author)
    {
        var text = ComparedText.Of(author);
        var address = Address().Match(text);
        var name = Brackets().Replace(Address().Replace(text, ""), "");
        var written = Regex.Replace(name, @"\s+", " ").Trim().ToLowerInvariant();
        return (written, address.Success ? address.Value.ToLowerInvariant() : null);
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"[()<>\[\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();
}

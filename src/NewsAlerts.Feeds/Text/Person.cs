using System.Text.RegularExpressions;

namespace NewsAlerts.Feeds.Text;

/// <summary>The persons whom the formats name in one text, with an address in any of its customary places.</summary>
internal static partial class Person
{
    private const int LongestPerson = 500;

    /// <summary>
    /// The name in <c>address (name)</c> (RSS 2.0 <c>author</c>), <c>name &lt;address&gt;</c> or <c>name (address)</c>,
    /// or the address where there is no name; of a link, its text. Null where nothing is left.
    /// </summary>
    public static string? NameOf(string? text)
    {
        if (PlainText.OfTitle(text) is not { } person)
        {
            return null;
        }

        var address = person.Length <= LongestPerson ? Address().Match(person) : Match.Empty;
        if (!address.Success)
        {
            return person;
        }

        var name = person.Remove(address.Index, address.Length)
            .Replace("mailto:", "", StringComparison.OrdinalIgnoreCase)
            .Trim(" \t()<>[],;\"".ToCharArray());
        return name.Length > 0 ? name : address.Value;
    }

    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

using NewsAlerts.Names.Given;
using NewsAlerts.Names.People;
using NewsAlerts.Names.Spellings;

namespace NewsAlerts.Names;

/// <summary>
/// Finds a person by name, as other outlets write it: the family name's spellings are words to look for, made when the
/// rule is compiled, and what stands around a place decides whether it is this person.
/// </summary>
public static class NameVariants
{
    private const int WordsCompared = 2;

    /// <summary>Reads a name in any script: "Sergei Lavrov", "Lavrov, Sergei", "Xi Jinping", "Лавров", "習近平".</summary>
    public static NameReading Read(string name)
    {
        if (PersonNameReader.Mistake(name) is { } mistake)
        {
            return mistake;
        }

        var person = PersonNameReader.Read(name);
        var origin = NameOrigins.Of(person);
        var script = Scripts.Of(person.Family[^1]);
        var words = person.Family.Select(word => new WordSpellings(word, origin, given: person.Given)).ToList();
        var given = person.Given.Select(word => new GivenName(word, origin)).ToList();
        var family = FamilyVariants.Of(words, script, origin);
        if (family.Count == 0)
        {
            return NameReading.Wrong("This cannot be read as a name; write it in one script.");
        }

        var isAlsoGivenName = family.Take(WordsCompared).Any(GivenNames.Contains);
        return NameReading.Read(
            family,
            [.. given.SelectMany(word => word.Forms)],
            new NamePlaceCheck(family.ToHashSet(), given, person.IsFamilyFirst, isAlsoGivenName));
    }
}

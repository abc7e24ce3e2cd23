using NewsAlerts.Names;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Places;

namespace NewsAlerts.LibraryTests.Names;

/// <summary>Looks for a name in a text as a rule does: first the variants' words, then the check at each place.</summary>
internal sealed class NameSearch
{
    private readonly RuleMatcher _matcher;
    private readonly NamedPerson _person;

    public NameSearch(string name)
    {
        var reading = NameVariants.Read(name);
        Assert.True(reading.IsName, $"{name}: {reading.Mistake}");
        _person = new NamedPerson(reading);
        _matcher = RuleMatcher.Compile([new Query(_person.Variants)]);
    }

    public bool Finds(string text) =>
        _matcher.Locate(0, new ItemText(text, "", "")).Any(place => _person.Accepts(text, place.Start, place.Length));
}

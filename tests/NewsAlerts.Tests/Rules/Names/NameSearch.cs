using NewsAlerts.Rules;
using NewsAlerts.Rules.Names;

namespace NewsAlerts.Tests.Rules.Names;

/// <summary>Looks for a name in a text as a rule does: first the variants' words, then the check at each place.</summary>
internal sealed class NameSearch
{
    private readonly RuleMatcher _matcher;
    private readonly IPlaceCheck _check;

    public NameSearch(string name)
    {
        var reading = NameVariants.Read(name);
        Assert.True(reading.IsName, $"{name}: {reading.Mistake}");
        _matcher = RuleMatcher.Compile([new Query(reading.Variants)]);
        _check = reading.Check;
    }

    public bool Finds(string text) =>
        _matcher.Locate(0, new ItemText(text, "", "")).Any(place => _check.Accepts(text, place.Start, place.Length));
}

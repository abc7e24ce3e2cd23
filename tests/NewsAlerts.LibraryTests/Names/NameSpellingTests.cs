using System.Globalization;

namespace NewsAlerts.LibraryTests.Names;

/// <summary>Recall and precision on the spellings of real people; those of every second person were not looked at for the tables.</summary>
public class NameSpellingTests(ITestOutputHelper output)
{
    // What holds on both halves.
    private const double LeastRecall = 0.9;
    private const double LeastPrecision = 0.98;

    // Who sees what the other half misses can keep nothing of it.
    private const int ForWork = 0;

    [Theory]
    [InlineData(ForWork)]
    [InlineData(1)]
    public void Find_RealSpellings_RecallAndPrecisionHold(int half)
    {
        var (found, missed, wrong) = (0, new List<string>(), new List<string>());
        foreach (var (person, spellings) in NameFixture.People.Where((_, i) => i % 2 == half))
        {
            var search = new NameSearch(person);
            var misses = spellings.Where(one => !search.Finds(NameFixture.Sentence(one.Spelling, one.Language))).ToList();
            found += spellings.Count - misses.Count;
            missed.AddRange(misses.Select(one => $"{person}: {one.Spelling}"));
            wrong.AddRange(Strangers(person).Where(search.Finds).Select(text => $"{person}: {text}"));
        }

        var recall = (double)found / (found + missed.Count);
        var precision = (double)found / (found + wrong.Count);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(half == ForWork ? "For work" : "Kept")}: {found + missed.Count} spellings, recall {recall:0.000}, precision {precision:0.000}"));
        if (half == ForWork)
        {
            output.WriteLine($"Missed: {string.Join("; ", missed)}");
            output.WriteLine($"Wrong: {string.Join("; ", wrong)}");
        }

        Assert.True(recall >= LeastRecall, $"recall {recall}");
        Assert.True(precision >= LeastPrecision, $"precision {precision}");
    }

    private static IEnumerable<string> Strangers(string person) =>
        NameFixture.People
            .Where(other => other.Person != person)
            .SelectMany(other => other.Spellings)
            .Select(one => NameFixture.Sentence(one.Spelling, one.Language))
            .Concat(NameFixture.Distractors.Where(one => one.Person == person).Select(one => one.Text));
}

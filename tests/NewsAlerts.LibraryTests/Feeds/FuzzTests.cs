using System.Globalization;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

/// <summary>
/// Feeds the parser fixtures that were broken at random: as many as <c>FUZZ_DOCUMENTS</c> says, 5,000 without it. Each is
/// made from its number alone, so that one that fails can be made again.
/// </summary>
public class FuzzTests
{
    private const int Default = 5_000;

    // What a document may cost is bounded by its length: no text, element or attribute is worked on over and over.
    private const long BytesForAny = 4_000_000;
    private const long BytesForAByte = 2_000;

    [Fact]
    public void Parse_MutatedFixtures_AnswersWithBoundedWork()
    {
        var fixtures = FeedFixture.Names().Select(FeedFixture.Read).ToList();
        var count = int.TryParse(Environment.GetEnvironmentVariable("FUZZ_DOCUMENTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? wanted
            : Default;
        for (var number = 0; number < count; number++)
        {
            var random = new Random(number);
            var fixture = fixtures[number % fixtures.Count];
            var mutated = Mutation.Of(fixture.Bytes, fixtures[random.Next(fixtures.Count)].Bytes, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var result = FeedParser.Parse(mutated, fixture.Source);
                Assert.True(result.IsFeed || result.Error.Length > 0, $"document {number}: neither a feed nor a reason");
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"document {number}: {e}");
            }

            var cost = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(cost < BytesForAny + (BytesForAByte * mutated.Length), $"document {number}: {cost} bytes for {mutated.Length}");
        }
    }
}

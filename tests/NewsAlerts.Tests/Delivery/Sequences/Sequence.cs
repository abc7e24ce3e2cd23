using FsCheck;
using FsCheck.Fluent;
using NewsAlerts.Channels.Timing;

namespace NewsAlerts.Tests.Delivery.Sequences;

/// <summary>How a destination is sent to, and what happens, one after the other.</summary>
/// <param name="Timing">When it is sent to.</param>
/// <param name="Steps">What happens, and how much of it.</param>
internal sealed record Sequence(DeliveryTiming Timing, IReadOnlyList<(Happening What, int HowMuch)> Steps)
{
    private static readonly DeliveryTiming[] Timings =
    [
        new() { Group = TimeSpan.Zero },
        new() { Group = TimeSpan.FromSeconds(30) },
        new() { Group = TimeSpan.Zero, MostAnHour = 3 },
        new() { Digests = new SendSchedule(SendEvery.Hour) },
    ];

    // What is likelier stands more often.
    private static readonly Happening[] Likely =
    [
        .. Enum.GetValues<Happening>(), Happening.Found, Happening.Found, Happening.Work, Happening.Work, Happening.Later, Happening.Later,
        Happening.Tick, Happening.CrashSoon,
    ];

    /// <summary>Any of them; one that fails is made smaller by leaving steps out.</summary>
    public static Arbitrary<Sequence> Any { get; } = Arb.From(
        from timing in Gen.Elements(Timings)
        from steps in (from what in Gen.Elements(Likely) from howMuch in Gen.Choose(1, 12) select (what, howMuch)).ListOf()
        select new Sequence(timing, [.. steps]),
        Smaller);

    public override string ToString() => $"{Timing}: {string.Join(", ", Steps.Select(step => $"{step.What} {step.HowMuch}"))}";

    private static IEnumerable<Sequence> Smaller(Sequence sequence) => Enumerable.Range(0, sequence.Steps.Count)
        .Select(left => sequence with { Steps = [.. sequence.Steps.Where((_, index) => index != left)] });
}

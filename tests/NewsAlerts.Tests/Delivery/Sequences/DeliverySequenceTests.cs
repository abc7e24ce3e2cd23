using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace NewsAlerts.Tests.Delivery.Sequences;

/// <summary>
/// Whatever happens, in whatever order: nothing is lost, nothing is sent twice but what was in flight at a crash, the order is kept,
/// nothing is given up that is taken in the end, and every wait ends. <c>DELIVERY_SEQUENCES</c> in the environment says how many
/// sequences are tried.
/// </summary>
public class DeliverySequenceTests
{
    private static readonly int Sequences =
        int.Parse(Environment.GetEnvironmentVariable("DELIVERY_SEQUENCES") ?? "10000", CultureInfo.InvariantCulture);

    [Fact]
    public void Run_AnySequence_KeepsThePromises() => Prop.ForAll(Sequence.Any, sequence =>
    {
        using var run = new DestinationRun(sequence);
        var broken = run.RunAsync().GetAwaiter().GetResult();
        return (broken is null).Label(broken ?? "");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences).WithEndSize(40));
}

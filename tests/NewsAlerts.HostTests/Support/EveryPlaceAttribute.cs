using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace NewsAlerts.HostTests.Support;

/// <summary>Runs a case of the local program on files and on a storage account.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryPlaceAttribute : DataAttribute
{
    /// <summary>Whether it runs under the Functions app, too: a case that asks nothing of the program's output can.</summary>
    public bool EveryHost { get; init; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Place>().Where(place => EveryHost || place != Place.Functions).Select(place => new TheoryDataRow<Place>(place))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

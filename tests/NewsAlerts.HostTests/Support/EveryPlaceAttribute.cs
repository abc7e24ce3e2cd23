using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace NewsAlerts.HostTests.Support;

/// <summary>Runs a case on files and on a storage account.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryPlaceAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Place>().Select(place => new TheoryDataRow<Place>(place))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

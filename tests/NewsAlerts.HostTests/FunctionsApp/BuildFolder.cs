using System.Reflection;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>Where other projects of the solution were built to, which the project file of these tests says.</summary>
internal static class BuildFolder
{
    /// <summary>The folder of the Functions app.</summary>
    public static string OfFunctionsApp { get; } = typeof(BuildFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "FunctionsAppFolder")
        .Value ?? throw new InvalidOperationException("the project file names no folder");
}

using System.Text.Json;
using System.Text.RegularExpressions;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.HostTests.Infra;

/// <summary>What infra/main.bicep would deploy, as the compiler works it out without asking Azure.</summary>
internal sealed partial class Deployment
{
    private readonly List<JsonElement> _resources;

    private Deployment(JsonElement snapshot) => _resources = [.. snapshot.GetProperty("predictedResources").EnumerateArray()];

    /// <summary>Works it out.</summary>
    /// <param name="parameters">Parameters that are not to have their defaults, in Bicep: <c>param name = 'value'</c>.</param>
    public static async Task<Deployment> PredictAsync(string parameters, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var template = Path.GetRelativePath(folder.Path, RepositoryFile.PathOf("infra/main.bicep"));
        await File.WriteAllTextAsync(
            folder.PathOf("main.bicepparam"),
            $"""
            using '{template}'
            param environmentName = 'test'
            param location = 'westeurope'
            {parameters}
            """,
            cancellationToken);
        var (exitCode, output, error) = await BicepCompiler.RunAsync(
            folder.Path,
            ["snapshot", "main.bicepparam", "--mode", "overwrite", "--subscription-id", Guid.Empty.ToString(), "--location", "westeurope"],
            cancellationToken);
        Assert.True(exitCode == 0, output + error);
        await using var snapshot = File.OpenRead(folder.PathOf("main.snapshot.json"));
        return new Deployment((await JsonDocument.ParseAsync(snapshot, default, cancellationToken)).RootElement);
    }

    /// <summary>The properties of the only resource of a type, such as <c>Microsoft.Web/sites</c>.</summary>
    public JsonElement this[string type] => Assert.Single(Of(type)).GetProperty("properties");

    /// <summary>The last part of the names of the resources of a type.</summary>
    public IEnumerable<string?> NamesOf(string type) =>
        Of(type).Select(resource => resource.GetProperty("name").GetString()?.Split('/')[^1]);

    /// <summary>The settings of the app.</summary>
    public IReadOnlyDictionary<string, string?> Settings => this["Microsoft.Web/sites/config"].EnumerateObject()
        .ToDictionary(setting => setting.Name, setting => setting.Value.GetString(), StringComparer.Ordinal);

    /// <summary>The type of resource and the id of the role, of each role that somebody is given, in order.</summary>
    /// <param name="principal">A part of who that is: an id, or the name of the identity's type.</param>
    public IEnumerable<(string Type, string Role)> RolesOf(string principal) =>
        from assignment in Of("Microsoft.Authorization/roleAssignments")
        let properties = assignment.GetProperty("properties")
        where properties.GetProperty("principalId").GetString()?.Contains(principal, StringComparison.Ordinal) == true
        let role = (
            Scope().Match(assignment.GetProperty("id").GetString() ?? "").Groups[1].Value,
            properties.GetProperty("roleDefinitionId").GetString()?.Split('/')[^1] ?? "")
        orderby role
        select role;

    private IEnumerable<JsonElement> Of(string type) =>
        _resources.Where(resource => resource.GetProperty("type").GetString() == type);

    [GeneratedRegex("resourceGroups/[^/]+/providers/([^/]+/[^/]+)/")]
    private static partial Regex Scope();
}

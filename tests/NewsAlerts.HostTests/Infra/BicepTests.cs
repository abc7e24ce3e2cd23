using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.HostTests.Infra;

/// <summary>The Bicep files compile and lint without a warning, and azd sets each of their parameters.</summary>
public sealed partial class BicepTests
{
    private static readonly string Folder = RepositoryFile.PathOf("infra");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Build_Main_SaysNothing()
    {
        var (exitCode, _, error) = await BicepCompiler.RunAsync(Folder, ["build", "main.bicep", "--stdout"], Token);

        Assert.Equal((0, ""), (exitCode, error));
    }

    [Fact]
    public async Task Lint_Main_SaysNothing()
    {
        var (exitCode, output, error) = await BicepCompiler.RunAsync(Folder, ["lint", "main.bicep"], Token);

        Assert.Equal((0, "", ""), (exitCode, output, error));
    }

    [Fact]
    public async Task Format_EachFile_ChangesNothing()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.bicep", SearchOption.AllDirectories))
        {
            var (exitCode, output, error) = await BicepCompiler.RunAsync(Folder, ["format", file, "--stdout"], Token);

            Assert.Equal((0, ""), (exitCode, error));
            Assert.Equal(await File.ReadAllTextAsync(file, Token), output);
        }
    }

    /// <summary>Azd replaces <c>${NAME=default}</c>: what it falls back on is what the template falls back on.</summary>
    [Fact]
    public async Task Parameters_OfAzd_AreThoseOfTheTemplateWithItsDefaults()
    {
        var (_, template, _) = await BicepCompiler.RunAsync(Folder, ["build", "main.bicep", "--stdout"], Token);

        Assert.Equal(
            ParametersOf(template).ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value?["defaultValue"]),
            ParametersOf(RepositoryFile.Read("infra/main.parameters.json")).ToDictionary(
                parameter => parameter.Key, parameter => DefaultOf((string?)parameter.Value?["value"] ?? "")));

        static JsonObject ParametersOf(string json) => JsonNode.Parse(json)?["parameters"]?.AsObject() ?? [];

        static string? DefaultOf(string variable)
        {
            var match = Variable().Match(variable);
            Assert.True(match.Success, $"{variable} is no variable of azd's environment.");
            return match.Groups["default"] is { Success: true } found ? found.Value : null;
        }
    }

    [Fact]
    public void Parameters_OfAzd_AreDocumentedWithTheirDefaults()
    {
        var variables = AnyVariable().Matches(RepositoryFile.Read("infra/main.parameters.json"))
            .Where(variable => !variable.Groups["name"].Value.StartsWith("AZURE_", StringComparison.Ordinal))
            .ToList();
        var documented = RepositoryFile.Read("docs/azure.md");

        Assert.NotEmpty(variables);
        Assert.All(variables, variable => Assert.Contains(RowOf(variable), documented, StringComparison.Ordinal));

        static string RowOf(Match variable)
        {
            var byDefault = variable.Groups["default"].Value;
            return $"\n| `{variable.Groups["name"].Value}` | {(byDefault.Length == 0 ? "" : $"`{byDefault}` ")}|";
        }
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)=(?<default>[^}]*)\}")]
    private static partial Regex AnyVariable();

    [GeneratedRegex(@"^\$\{[A-Z_]+(=(?<default>[^}]*))?\}$")]
    private static partial Regex Variable();
}

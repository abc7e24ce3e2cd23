using System.CommandLine;
using NewsAlerts.Local.Commands;

namespace NewsAlerts.HostTests.Commands;

public class PlaceOptionsTests
{
    private static readonly string[] All = ["--config", "--data", "--storage"];

    // The demo brings all of it with it.
    public static TheoryData<string> Commands =>
        [.. Paths(AlertsProgram.Create()).Where(command => command != "demo" && Find(command).Options.Any(option => All.Contains(option.Name)))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_WithOneOfTheOptions_TakesAll(string path)
    {
        var command = Find(path);

        Assert.All(All, option => Assert.Contains(command.Options, known => known.Name == option));
        Assert.DoesNotContain(
            AlertsProgram.Create().Parse($"{path} --config c.yaml --data d --storage files").Errors,
            error => error.Message.Contains("--", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("subscriptions remove a@example.org --data d --config c")]
    [InlineData("subscriptions --data d --config c remove a@example.org")]
    public void CommandOfACommand_TakesThemAtEitherPlace(string line) => Assert.Empty(AlertsProgram.Create().Parse(line).Errors);

    [Theory]
    [InlineData("deliveries")]
    [InlineData("add")]
    [InlineData("check")]
    [InlineData("replay")]
    public void Commands_AreThere(string name) => Assert.Contains(name, Commands.Select(row => row.Data));

    private static Command Find(string path) =>
        path.Split(' ').Aggregate((Command)AlertsProgram.Create(), (command, name) => command.Subcommands.Single(inner => inner.Name == name));

    private static IEnumerable<string> Paths(Command command, string before = "") => command.Subcommands.SelectMany(
        inner => Paths(inner, $"{before}{inner.Name} ").Prepend(before + inner.Name));
}

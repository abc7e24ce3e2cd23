using System.CommandLine;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Local.Running;
using Spectre.Console;

namespace NewsAlerts.Local.Commands.Readers;

/// <summary>The command <c>remove</c> of others: takes what is kept about an email address away.</summary>
internal static class RemoveCommand
{
    /// <param name="place">The options of the command that it belongs to, which it takes, too.</param>
    /// <param name="description">What it does, as a sentence.</param>
    /// <param name="removeAsync">Removes it, and returns whether there was something.</param>
    /// <param name="nothing">What is said where there was nothing, before the address.</param>
    /// <param name="done">What is said of the address where there was.</param>
    public static Command Create(
        PlaceOptions place, string description, Func<IStoragePlace, string, CancellationToken, Task<bool>> removeAsync, string nothing, string done)
    {
        var address = new Argument<string>("address") { Description = "The email address." };
        var command = new Command("remove", description) { address };
        command.SetAction(async (result, cancellationToken) =>
        {
            var asked = result.GetRequiredValue(address);
            if (!await removeAsync(place.ReadStorage(result), asked, cancellationToken))
            {
                await result.InvocationConfiguration.Error.WriteLineAsync($"{nothing} '{asked}'");
                return ExitCode.WrongInput;
            }

            new Lines(result.InvocationConfiguration.Output).WriteSentence($"[bold]{Markup.Escape(asked)}[/]", done);
            return ExitCode.Done;
        });
        return command;
    }
}

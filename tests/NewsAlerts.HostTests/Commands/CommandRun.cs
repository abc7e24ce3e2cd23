using System.CommandLine;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Commands.Printing;

namespace NewsAlerts.HostTests.Commands;

/// <summary>Runs one command as the program does, in a folder of its own, with what it prints caught.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("alerts-");

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public string Write(string file, string text)
    {
        File.WriteAllText(PathOf(file), text);
        return PathOf(file);
    }

    /// <summary>What the command returns and prints, the folder's path left out of it.</summary>
    public (int ExitCode, string Output, string Error) Invoke(Command command, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = new RootCommand { command }
            .Parse([command.Name, .. arguments])
            .Invoke(new InvocationConfiguration { Output = new VisibleWriter(output), Error = new VisibleWriter(error) });
        return (exitCode, Plain(output), Plain(error));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Plain(StringWriter printed) =>
        printed.ToString().Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}

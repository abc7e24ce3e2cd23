using System.Runtime.CompilerServices;

namespace NewsAlerts.Local.Commands.Match;

/// <summary>Reads items as JSON Lines. A line that is none is told and passed over.</summary>
internal sealed class ItemLines(string path, TextWriter error)
{
    /// <summary>Names standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>How many lines were passed over.</summary>
    public int BadLines { get; private set; }

    public async IAsyncEnumerable<MatchItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = path == StandardInput ? Console.In : File.OpenText(path);
        var number = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (MatchItem.Read(line, out var reason) is { } item)
            {
                yield return item;
            }
            else
            {
                BadLines++;
                await error.WriteLineAsync($"{path}:{number}: {reason}".AsMemory(), cancellationToken);
            }
        }
    }
}

using NewsAlerts.Local.Commands.Printing;

namespace NewsAlerts.Local.Commands.Configuring;

/// <summary>Asks a person questions, one line an answer, until each has an answer that can be used.</summary>
/// <param name="input">Where answers come from.</param>
/// <param name="output">Where questions go.</param>
internal sealed class Question(TextReader input, TextWriter output)
{
    private readonly Lines _lines = new(output);
    private int _asked;

    /// <summary>
    /// Asks, and asks again after an answer that cannot be used. A value that was given before is read instead, and is not asked
    /// about again where it cannot be used.
    /// </summary>
    /// <param name="given">The value that an option has; null where it was not given.</param>
    /// <param name="question">The question.</param>
    /// <param name="readAsync">Reads an answer: what it means, or why it cannot be used, as a sentence.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What the answer means; null where there is none, and why, as a sentence: null where nobody answers any more.</returns>
    public async Task<(T? Value, string? Error)> AskAsync<T>(
        string? given, string question, Func<string, Task<(T? Value, string? Error)>> readAsync, CancellationToken cancellationToken)
        where T : class
    {
        if (given is not null)
        {
            return await readAsync(given);
        }

        if (_asked++ == 0)
        {
            _lines.Write("A few questions; Ctrl-C ends them, and nothing is written then.");
        }

        _lines.Write("");
        foreach (var line in Lines.Fold(question, 0, ""))
        {
            await output.WriteLineAsync(line.TrimStart());
        }

        while (true)
        {
            await output.WriteAsync("> ");
            await output.FlushAsync(cancellationToken);

            // A console's reader cannot be interrupted: Ctrl-C ends the waiting, not the reading.
            if (await Task.Run(input.ReadLine, cancellationToken).WaitAsync(cancellationToken) is not { } answer)
            {
                await output.WriteLineAsync();
                return (null, null);
            }

            var read = await readAsync(answer.Trim());
            if (read.Value is not null)
            {
                return read;
            }

            WriteError(read.Error ?? "");
        }
    }

    private void WriteError(string error)
    {
        // What has lines of its own shows a place in the answer.
        if (error.Contains('\n', StringComparison.Ordinal))
        {
            output.WriteLine(error);
        }
        else
        {
            _lines.WriteSentence("  ", error, "   ");
        }
    }
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using NewsAlerts.Messages;

namespace NewsAlerts.Web;

/// <summary>
/// Writes what is logged as one line each, <c>2026-03-14 09:26:53 warn: Category[id] message</c>, with what would command a terminal
/// or begin another line shown as escapes or spaces: a message may repeat what a server or a feed said.
/// </summary>
internal sealed class LogLines(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    private const string FormatterName = "lines";

    /// <summary>Logs to the console in such lines.</summary>
    public static ILoggingBuilder AddTo(ILoggingBuilder logging, LogLevel standardErrorFrom = LogLevel.None)
    {
        logging.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();
        return logging.AddConsole(console =>
        {
            console.FormatterName = FormatterName;
            console.LogToStandardErrorThreshold = standardErrorFrom;
        });
    }

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var now = time.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var line = $"{now} {NameOf(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}] "
            + $"{logEntry.Formatter(logEntry.State, logEntry.Exception)} {logEntry.Exception}";
        textWriter.WriteLine(VisibleText.Of(line.ReplaceLineEndings(" ").TrimEnd()));
    }

    // As the console's own formatter names them.
    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}

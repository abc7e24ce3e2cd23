using Microsoft.Extensions.Logging;

namespace NewsAlerts.Tests.Support;

/// <summary>A log that keeps what is written: level, event id and text.</summary>
internal sealed class RecordingLog<T> : ILogger<T>
{
    private readonly List<(LogLevel Level, int Event, string Text)> _lines = [];

    public IReadOnlyList<(LogLevel Level, int Event, string Text)> Lines => _lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Add((logLevel, eventId.Id, formatter(state, exception)));
}

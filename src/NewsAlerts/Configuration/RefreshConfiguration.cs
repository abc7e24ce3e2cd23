using Microsoft.Extensions.Logging;
using NewsAlerts.Storage;

namespace NewsAlerts.Configuration;

/// <summary>
/// Keeps the configuration up to date: the document <c>config/alerts.yaml</c> where there is one, otherwise the host's
/// own file. One with mistakes is refused, and the last one without goes on, in processes that start later too: what was
/// accepted is kept as a document.
/// </summary>
internal sealed partial class RefreshConfiguration(
    CurrentConfiguration current,
    IDocumentStore documents,
    HostConfiguration host,
    TimeProvider time,
    ILogger<RefreshConfiguration> logger) : IDisposable
{
    /// <summary>The document that goes before the host's own file.</summary>
    public const string DocumentName = Prefix + "alerts.yaml";

    private const string Prefix = "config/";
    private const string AcceptedName = Prefix + "accepted.yaml";
    private const string HashKey = "hash";

    // Hosts ask before each piece of work, so that what works has seen every change that is a minute old.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(45);

    // Nothing works without a configuration, and somebody is mending it.
    private static readonly TimeSpan LookEveryWithNone = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _looking = new(1);
    private ConfigurationState? _state;
    private string? _version;
    private DateTimeOffset _looked;

    /// <summary>Looks for a change, unless the last look was just now, and applies it. A look costs one listing.</summary>
    public async Task<ConfigurationState> RunAsync(CancellationToken cancellationToken)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            if (_state is null || time.GetUtcNow() - _looked >= (_state.Origin is null ? LookEveryWithNone : LookEvery))
            {
                _state = await LookAsync(_state, cancellationToken);
                _looked = time.GetUtcNow();
            }

            return _state;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _looking.Dispose();

    private async Task<ConfigurationState> LookAsync(ConfigurationState? state, CancellationToken cancellationToken)
    {
        var listed = await documents.ListAsync(Prefix, cancellationToken)
            .ToDictionaryAsync(info => info.Name, cancellationToken: cancellationToken);
        var document = listed.GetValueOrDefault(DocumentName);
        if (state is not null && document is not null && document.ETag == _version)
        {
            return state;
        }

        var read = document is null ? null : await documents.ReadAsync(DocumentName, cancellationToken);
        var text = read is null
            ? new ConfigurationText("alerts.yaml", host.ReadFile())
            : new ConfigurationText(DocumentName, read.Content);
        var version = read?.ETag ?? text.Hash;
        if (state is null || version != _version)
        {
            state = await ApplyAsync(text, state, listed.GetValueOrDefault(AcceptedName), cancellationToken);
            _version = version;
        }

        return state;
    }

    private async Task<ConfigurationState> ApplyAsync(
        ConfigurationText text, ConfigurationState? state, DocumentInfo? accepted, CancellationToken cancellationToken)
    {
        var result = text.Read(host.Environment);
        if (!result.IsRight)
        {
            Log.Refused(logger, text.Origin, result.Mistakes.Count, string.Join('\n', result.Mistakes));
            state ??= await RestoreAsync(cancellationToken);
            current.Refuse(result.Mistakes);
            return state with { Mistakes = result.Mistakes };
        }

        if (accepted?.Metadata.GetValueOrDefault(HashKey) != text.Hash)
        {
            var metadata = new Dictionary<string, string> { [HashKey] = text.Hash };
            await documents.WriteAsync(
                AcceptedName, text.Content ?? default, WriteCondition.None, metadata, cancellationToken);
        }

        return Use(result.Configuration, text.Origin);
    }

    private async Task<ConfigurationState> RestoreAsync(CancellationToken cancellationToken) =>
        await documents.ReadAsync(AcceptedName, cancellationToken) is { } accepted
        && new ConfigurationText(AcceptedName, accepted.Content).Read(host.Environment).Configuration is { } configuration
            ? Use(configuration, AcceptedName)
            : new ConfigurationState(null, time.GetUtcNow(), []);

    private ConfigurationState Use(AlertsConfiguration configuration, string origin)
    {
        current.Replace(configuration);
        Log.Used(logger, origin, configuration.Feeds.Count, configuration.Rules.Count, configuration.Destinations.Count);
        return new ConfigurationState(origin, time.GetUtcNow(), []);
    }

    private static partial class Log
    {
        [LoggerMessage(400, LogLevel.Information, "The configuration is now that of {Origin}: {Feeds} feeds, {Rules} rules, {Destinations} destinations")]
        public static partial void Used(ILogger logger, string origin, int feeds, int rules, int destinations);

        [LoggerMessage(401, LogLevel.Error, "{Origin} is refused, and what held before goes on. Mistakes, {Count} in all:\n{Mistakes}")]
        public static partial void Refused(ILogger logger, string origin, int count, string mistakes);
    }
}

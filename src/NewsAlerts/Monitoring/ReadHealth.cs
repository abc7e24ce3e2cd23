using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsAlerts.Configuration;
using NewsAlerts.Messages;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Monitoring;

/// <summary>
/// Finds out whether the service does its work: from the incidents that are known, and what two listings show of now. Cheap
/// enough to be asked every minute. It answers when the storage does not, too.
/// </summary>
internal sealed partial class ReadHealth(
    RefreshConfiguration refresh,
    FeedShards shards,
    IncidentLog incidents,
    PoisonIncidents poison,
    TimeProvider time,
    ILogger<ReadHealth> logger)
{
    /// <summary>What is not known by then is a problem of the storage.</summary>
    public static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(10);

    private const int MostShown = 3;
    private const int MostText = 600;

    /// <summary>Reads the health.</summary>
    public async Task<ServiceHealth> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeToAnswer, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Ill(new HealthProblem(
                StorageProblem.Unreachable,
                $"The storage has not answered for {TimeToAnswer.TotalSeconds:0} s: is its address right, and does the "
                    + "network let us through? The log says more."));
        }
        catch (IOException e)
        {
            Log.NoStorage(logger, e.Message);
            var code = e is StorageUnavailableException unavailable ? unavailable.Code : StorageProblem.Unreachable;
            return Ill(new HealthProblem(code, Sentence(e.Message)));
        }
        catch (InvalidDataException e)
        {
            Log.Unreadable(logger, e.Message);
            return Ill(new HealthProblem(
                HealthProblem.UnreadableDocument, "A stored document cannot be read: the log names it, and 'alerts status' does."));
        }
    }

    private async Task<ServiceHealth> ReadAsync(CancellationToken cancellationToken)
    {
        var state = await refresh.RunAsync(cancellationToken);
        var listed = await shards.ListAsync(cancellationToken).ToListAsync(cancellationToken);
        var open = await incidents.ReadAsync(cancellationToken);
        var now = time.GetUtcNow();
        var given = await poison.FindAsync([.. open.Where(incident => incident.Kind == IncidentKind.Poison.Id)], cancellationToken);
        var late = FeedIncidents.FindLate(listed, now);

        // What is looked up now is better than what was noted some minutes ago.
        string[] lookedUp = [IncidentKind.Poison.Id, IncidentKind.PollingStopped.Id];
        var wrong = open.Where(incident => !lookedUp.Contains(incident.Kind)).Concat(given).Concat(late is null ? [] : [late]);
        var refused = Refused(state);
        return new ServiceHealth(
        [
            .. refused,
            .. wrong.Where(incident => refused.Count == 0 || incident.Kind != IncidentKind.ConfigurationRefused.Id)
                .GroupBy(incident => incident.Kind)
                .Select(kind => Problem(kind.Key, [.. kind])),
        ])
        {
            Origin = state.Origin,
            Since = state.Since,
            Mistakes = state.Mistakes.Count,
            Shards = listed.Count,
            DueShards = listed.Count(shard => shard.IsDue(now)),
            LatePolls = listed.Select(shard => shard.LateBy(now)).Append(TimeSpan.Zero).Max(),
        };
    }

    private static ServiceHealth Ill(HealthProblem problem) => new([problem]);

    // The texts of incidents may repeat what a mail server has said of a reader: they are for who may see those.
    private static HealthProblem Problem(string kind, IReadOnlyList<Incident> incidents)
    {
        var what = IncidentKind.Find(kind)?.Begin(incidents) ?? kind;
        return new HealthProblem(kind, $"{Graphemes.Cut(CleanText.Of(what), MostText)}: 'alerts status' says why.")
        {
            Since = incidents.Min(incident => incident.Since),
        };
    }

    private static List<HealthProblem> Refused(ConfigurationState state)
    {
        var problems = new List<HealthProblem>();
        var unset = state.Mistakes.Where(mistake => EnvironmentText.IsUnset(mistake.Message)).ToList();
        var others = state.Mistakes.Count - unset.Count;
        if (unset.Count > 0)
        {
            var names = string.Join("; ", unset.Select(mistake => mistake.Message).Distinct().Take(MostShown));
            problems.Add(new HealthProblem(
                HealthProblem.NoSecrets,
                $"Settings are missing: {names}{More(unset.Count)}. In Azure: the key vault must have them, "
                    + "the app must have its role Key Vault Secrets User, and SECRET_SETTINGS must name them."));
        }

        if (others > 0 || (state.Origin is null && unset.Count == 0))
        {
            var places = string.Join(", ", state.Mistakes.Except(unset).Take(MostShown).Select(Place));
            var goesOn = state.Origin is null ? "there is none to work with" : "what held before goes on";
            problems.Add(new HealthProblem(
                state.Origin is null ? HealthProblem.NoConfiguration : IncidentKind.ConfigurationRefused.Id,
                $"The configuration is refused, and {goesOn} ({places}{More(others)}): 'alerts check' shows what is wrong.")
            {
                Since = state.Since,
            });
        }

        return problems;

        static string Place(ConfigurationMistake mistake) => mistake.Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{mistake.File}, line {mistake.Line}")
            : $"{mistake.File}: {mistake.Message}";

        static string More(int count) =>
            count > MostShown ? string.Create(CultureInfo.InvariantCulture, $" and {count - MostShown} more") : "";
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..].TrimEnd('.')}.";

    private static partial class Log
    {
        [LoggerMessage(410, LogLevel.Error, "The health cannot be read: {Reason}")]
        public static partial void NoStorage(ILogger logger, string reason);

        [LoggerMessage(411, LogLevel.Error, "The health cannot be read: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);
    }
}

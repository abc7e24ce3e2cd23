using System.Globalization;
using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Messages;
using NewsAlerts.Storage;

namespace NewsAlerts.Monitoring.Incidents;

/// <summary>
/// Finds rules that have fallen silent against their own past. The past is gathered from the archive as it is merged, when
/// every batch is read anyway; what is not merged yet is read only where a rule seems to be silent.
/// </summary>
internal sealed class WatchRules(
    CurrentConfiguration configuration, IDocumentStore documents, ItemArchive archive, IncidentLog log, TimeProvider time)
{
    private const string Name = "service/rules";

    // Where more feeds than one in so many fail that a rule looks at, its silence is theirs.
    private const int FeedsToAFailingOne = 10;

    private readonly JsonDocuments<RulePasts> _pasts = new(documents, IncidentsJson.Default.RulePasts) { AreCompressed = true };

    /// <summary>Notes when the rules have matched items of a batch; <see cref="SaveAsync"/> writes it down.</summary>
    public void Observe(ItemBatch batch, IDictionary<string, SortedSet<long>> matches)
    {
        var snapshot = configuration.Snapshot;
        foreach (var item in batch.Items.Where(item => item.Quiet is null))
        {
            foreach (var rule in snapshot.Rules.Match(ItemTexts.Of(item, snapshot.FindFeed(item.FeedUrl)), item.FeedUrl))
            {
                if (!matches.TryGetValue(rule.Name, out var hours))
                {
                    matches[rule.Name] = hours = [];
                }

                hours.Add(HourOf(item.Seen));
            }
        }
    }

    /// <summary>Writes down what was observed. Written twice, it changes nothing more.</summary>
    public async Task SaveAsync(IReadOnlyDictionary<string, SortedSet<long>> matches, CancellationToken cancellationToken)
    {
        if (matches.Count > 0)
        {
            await _pasts.UpdateAsync(Name, known: null, pasts => With(pasts ?? new RulePasts(), matches), cancellationToken);
        }
    }

    /// <summary>Judges the rules, and has told what is new.</summary>
    /// <param name="away">Whether the service has not run for hours before this.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task JudgeAsync(bool away, CancellationToken cancellationToken)
    {
        var now = HourOf(time.GetUtcNow());
        var (pasts, _) = await _pasts.ReadAsync(Name, cancellationToken);
        if (away && pasts is not null)
        {
            pasts = (await _pasts.UpdateAsync(Name, known: null, latest => (latest ?? pasts) with { Excused = now }, cancellationToken))?.Value;
        }

        var open = await log.ReadAsync(cancellationToken);
        var silent = Silent(pasts ?? new RulePasts(), now);
        var excused = Excused(silent, open);
        if (excused.Count > 0)
        {
            await _pasts.UpdateAsync(
                Name,
                known: null,
                latest => latest is null ? null : latest with { Rules = [.. latest.Rules.Select(past => excused.Contains(past.Name) ? past with { Excused = now } : past)] },
                cancellationToken);
        }

        silent.RemoveAll(past => excused.Contains(past.Name));
        var heard = await HeardAsync(silent, cancellationToken);
        await log.UpdateAsync([IncidentKind.RuleSilent], [.. silent.Where(past => !heard.Contains(past.Name)).Select(Describe)], cancellationToken);
    }

    private RulePasts With(RulePasts pasts, IReadOnlyDictionary<string, SortedSet<long>> matches)
    {
        var known = pasts.Rules.ToDictionary(past => past.Name);
        var rules = new List<RulePast>();
        foreach (var rule in configuration.Snapshot.Configuration.Rules)
        {
            var past = known.GetValueOrDefault(rule.Name) is { } before && before.Fingerprint == FingerprintOf(rule) ? before : null;
            foreach (var hour in matches.GetValueOrDefault(rule.Name) ?? [])
            {
                past = past?.With(hour, pasts.Excused)
                    ?? new RulePast { Name = rule.Name, Fingerprint = FingerprintOf(rule), First = hour, Last = hour };
            }

            if (past is not null)
            {
                rules.Add(past);
            }
        }

        return pasts with { Rules = rules };
    }

    private List<RulePast> Silent(RulePasts pasts, long now)
    {
        var rules = configuration.Snapshot.Configuration.Rules.ToDictionary(rule => rule.Name);
        return
        [
            .. from past in pasts.Rules
               where past.Patience is { } patience && TimeSpan.FromHours(now - past.SilentSince(pasts.Excused)) > patience
               where rules.TryGetValue(past.Name, out var rule) && FingerprintOf(rule) == past.Fingerprint
               select past,
        ];
    }

    // One that is known to be silent stays so, whatever its feeds do since.
    private HashSet<string> Excused(List<RulePast> silent, IReadOnlyList<Incident> open)
    {
        var failing = open.Where(incident => incident.Kind == IncidentKind.FeedFailing.Id).Select(incident => incident.Key).ToHashSet();
        if (failing.Count == 0 || silent.Count == 0)
        {
            return [];
        }

        var known = open.Where(incident => incident.Kind == IncidentKind.RuleSilent.Id).Select(incident => incident.Name).ToHashSet();
        var current = configuration.Snapshot.Configuration;
        var rules = current.Rules.ToDictionary(rule => rule.Name);
        var ill = current.Feeds.Where(feed => failing.Contains(FeedIncidents.KeyOf(feed.Url))).ToHashSet();
        return
        [
            .. from past in silent
               where !known.Contains(past.Name)
               let chosen = rules[past.Name].Feeds.ToHashSet(StringComparer.Ordinal)
               let feeds = current.Feeds.Where(feed => chosen.Count == 0 || feed.Labels.Any(chosen.Contains)).ToList()
               where feeds.Count(ill.Contains) * FeedsToAFailingOne > feeds.Count
               select past.Name,
        ];
    }

    // What came since the last merge.
    private async Task<HashSet<string>> HeardAsync(List<RulePast> silent, CancellationToken cancellationToken)
    {
        var matches = new Dictionary<string, SortedSet<long>>();
        if (silent.Count > 0)
        {
            await foreach (var batch in archive.ReadUnmergedAsync(cancellationToken))
            {
                Observe(batch, matches);
            }
        }

        return [.. silent.Where(past => matches.TryGetValue(past.Name, out var hours) && hours.Max > past.Last).Select(past => past.Name)];
    }

    private Incident Describe(RulePast past)
    {
        var last = DateTimeOffset.UnixEpoch.AddHours(past.Last);
        return new Incident
        {
            Kind = IncidentKind.RuleSilent.Id,
            Key = past.Fingerprint,
            Name = past.Name,
            Text = string.Create(
                CultureInfo.InvariantCulture,
                $"No item has matched it for {Span(time.GetUtcNow() - last)}. Until then it was silent for {Span(TimeSpan.FromHours(past.Longest))} at the longest. 'alerts rules explain' and 'alerts rules test' show what it finds."),
            Since = last,
        };
    }

    private static string Span(TimeSpan span) =>
        span < TimeSpan.FromDays(2) ? Age.Hours((int)span.TotalHours) : Age.Days((int)span.TotalDays);

    private static string FingerprintOf(WatchRule rule) => StableHash.Of($"{rule.Name}\n{rule.When}\n{string.Join('\n', rule.Feeds)}", 8);

    private static long HourOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / 3600;
}

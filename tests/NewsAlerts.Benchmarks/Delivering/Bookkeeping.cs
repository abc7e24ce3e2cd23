using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Archive;
using NewsAlerts.Channels;
using NewsAlerts.Delivery;
using NewsAlerts.Delivery.State;
using NewsAlerts.Steps;
using NewsAlerts.Storage;

namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>Finds every alert that should be: at its receiver, in poison, or among what waits, as the data folder has it.</summary>
internal sealed class Bookkeeping(IDocumentStore documents, IMessageQueue queue)
{
    private readonly ItemArchive _archive = new(documents);
    private readonly DestinationStates _states = new(documents);
    private readonly DeliveryLedger _ledger = new(documents);
    private readonly PoisonMessages _poison = new(documents, queue, TimeProvider.System, NullLogger<PoisonMessages>.Instance);

    /// <summary>The fate of each alert.</summary>
    /// <param name="expected">The destinations, and the numbers of the items that each is to be told.</param>
    /// <param name="arrivals">What the receivers have accepted.</param>
    public async Task<IReadOnlyList<Fate>> ReadAsync(
        IReadOnlyList<(string Destination, int Item)> expected, IEnumerable<Arrival> arrivals)
    {
        var accepted = arrivals.CountBy(arrival => (arrival.Destination, arrival.Item)).ToDictionary();
        var givenUp = await ReadPoisonAsync();
        var waiting = new Dictionary<(string, int), string>();
        foreach (var name in expected.Select(alert => alert.Destination).Distinct())
        {
            await AddWaitingAsync(name, waiting);
        }

        return [.. expected.Select(alert => new Fate(
            alert.Destination,
            alert.Item,
            accepted.GetValueOrDefault(alert),
            givenUp.GetValueOrDefault(alert),
            waiting.GetValueOrDefault(alert)))];
    }

    private async Task<Dictionary<(string, int), string>> ReadPoisonAsync()
    {
        var givenUp = new Dictionary<(string, int), string>();
        await foreach (var kept in _poison.ListAsync(Queues.Alerts, CancellationToken.None))
        {
            var message = DeliveryMessages.Read(kept.Body);
            if (message.Replay is { } replay
                && await _ledger.ReadAsync(message.Destination, replay.Planned, replay.Id, CancellationToken.None) is { } record)
            {
                foreach (var alert in record.Alerts)
                {
                    givenUp[(message.Destination, await ItemOfAsync(alert.Batch, alert.Index))] = kept.Reason;
                }
            }

            foreach (var alert in message.Alerts)
            {
                givenUp[(message.Destination, await ItemOfAsync(alert.Batch ?? message.Batch ?? "", alert.Index))] = kept.Reason;
            }
        }

        return givenUp;
    }

    private async Task AddWaitingAsync(string name, Dictionary<(string, int), string> waiting)
    {
        if (await _states.ReadAsync(name, CancellationToken.None) is not { } state)
        {
            return;
        }

        var wait = state.Next?.At - TimeProvider.System.GetUtcNow();
        var next = wait is null ? "Until its address changes."
            : wait <= TimeSpan.FromMinutes(1) ? "The next try is within a minute."
            : string.Create(CultureInfo.InvariantCulture, $"The next try is in {Math.Ceiling(wait.Value.TotalMinutes)} minutes.");
        var why = $"{(state.Disabled?.Reason ?? state.Problem)?.TrimEnd('.')}. {next}";
        foreach (var alert in state.Planned.SelectMany(delivery => delivery.Alerts).Concat(state.Pending))
        {
            waiting[(name, await ItemOfAsync(alert.Batch, alert.Index))] = why;
        }
    }

    private async Task<int> ItemOfAsync(string batch, int index) =>
        Wire.NumberOf((await _archive.ReadAsync(batch, CancellationToken.None)).Items[index].Item.Title ?? "");
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Local.Storage;
using NewsAlerts.Matching;
using NewsAlerts.Rules;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Benchmarks;

/// <summary>
/// A million subscriptions of 300,000 people, to about 200,000 different queries and 50 rules, on files: how long it takes until
/// they are matched, beside reading and parsing the same documents and nothing else; and what one change costs.
/// </summary>
internal static class Subscriptions
{
    private const int People = 300_000;
    private const int Queries = 220_000;
    private const int Rules = 50;

    private static readonly string[] Schedules = ["immediate", "immediate", "hourly", "daily 08:00", "weekly mon 08:00"];
    private static readonly string[] TimeZones = ["Europe/Berlin", "America/New_York", "Asia/Taipei", "UTC"];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alerts-people-");
        try
        {
            var documents = new FileDocumentStore(folder.FullName);
            var (people, subscriptions) = await WriteAsync(documents);
            var size = folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
            Print($"{people:N0} people, {subscriptions:N0} subscriptions in {size / 1e6:N0} MB of documents");

            var clock = new Clock();
            var subscribers = new Subscribers(documents, clock);
            await ParseAsync(subscribers);
            var parse = await TimeAsync(() => ParseAsync(subscribers));
            Print($"read and parsed alone      {parse.TotalSeconds,8:N2} s");

            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var refresh = new RefreshSubscriptions(subscribers, clock, NullLogger<RefreshSubscriptions>.Instance);
            var load = await TimeAsync(() => refresh.RunAsync(CancellationToken.None));
            var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
            var snapshot = await refresh.RunAsync(CancellationToken.None);
            Print($"loaded, ready to match     {load.TotalSeconds,8:N2} s, {load / parse:N1} times as long; {memory / 1e6:N0} MB, {snapshot.Queries:N0} different queries");

            await ChangeAsync(documents, subscribers, refresh, clock);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task ChangeAsync(FileDocumentStore documents, Subscribers subscribers, RefreshSubscriptions refresh, Clock clock)
    {
        var (write, look, bytes) = (TimeSpan.Zero, TimeSpan.Zero, 0L);
        const int Rounds = 20;
        for (var round = 0; round < Rounds; round++)
        {
            var id = SubscriberId.Of($"reader-{round}@example.org");
            var word = $"zyx{round}";
            write += await TimeAsync(() => subscribers.UpdateAsync(
                id,
                person => person is null ? null : person with { Subscriptions = [.. person.Subscriptions, Of("new", word, "immediate", "UTC")] },
                CancellationToken.None));
            bytes += (await documents.ReadAsync($"subscribers/{id[..Subscribers.PartitionDigits]}", CancellationToken.None))?.Content.Length ?? 0;
            clock.Now += TimeSpan.FromMinutes(1);
            look += await TimeAsync(() => refresh.RunAsync(CancellationToken.None));
            var told = (await refresh.RunAsync(CancellationToken.None)).Match(new ItemText(word, null, null), [], clock.Now).Count();
            if (told != 1)
            {
                throw new InvalidOperationException($"{told} people are told of '{word}' instead of one");
            }
        }

        Print($"one change                 {write.TotalMilliseconds / Rounds,8:N1} ms to write, {bytes / Rounds:N0} bytes");
        Print($"until it is matched        {look.TotalMilliseconds / Rounds,8:N1} ms of work, after at most 45 s");
    }

    private static async Task<(int People, int Subscriptions)> WriteAsync(FileDocumentStore documents)
    {
        var random = new Random(1);
        var count = 0;
        var partitions = Enumerable.Range(0, People)
            .Select(number => new Subscriber
            {
                Id = SubscriberId.Of($"reader-{number}@example.org"),
                Address = $"reader-{number}@example.org",
                Language = "en",
                Subscriptions = [.. Enumerable.Range(0, 1 + (number % 3) + (number % 4)).Select(index => Any(random, $"{index}"))],
            })
            .GroupBy(person => person.Id[..Subscribers.PartitionDigits]);
        foreach (var partition in partitions)
        {
            await Subscribers.Documents(documents).WriteAsync(
                $"subscribers/{partition.Key}", new SubscriberPartition([.. partition]), WriteCondition.None, CancellationToken.None);
            count += partition.Sum(person => person.Subscriptions.Count);
        }

        return (People, count);
    }

    private static Subscription Any(Random random, string id)
    {
        var (send, zone) = (Schedules[random.Next(Schedules.Length)], TimeZones[random.Next(TimeZones.Length)]);

        // Some queries are asked for by thousands, most by a few.
        var query = (int)(Queries * Math.Pow(random.NextDouble(), 2));
        return random.Next(10) == 0
            ? new Subscription { Id = id, Rule = $"rule {random.Next(Rules)}", Send = send, TimeZone = zone }
            : Of(id, $"name{query % 5_000} AND (topic{query % 977} OR \"place{query % 311} city{query / 5_000}\")", send, zone);
    }

    private static Subscription Of(string id, string query, string send, string zone) => new() { Id = id, Query = query, Send = send, TimeZone = zone };

    private static async Task ParseAsync(Subscribers subscribers)
    {
        var names = await subscribers.ListAsync(CancellationToken.None).Select(partition => partition.Name).ToListAsync();
        await foreach (var _ in subscribers.ReadAsync(names, CancellationToken.None))
        {
        }
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 14, 9, 26, 53, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

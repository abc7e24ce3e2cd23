using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using NewsAlerts.Local.Running;
using NewsAlerts.Storage;

namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>
/// 10,000 alerts to 100 local webhooks and 1,000 emails to a local mail server, of which some are slow, fail, limit the
/// rate or are gone. A feed brings 80 items, one a second, and then 20 at once; each item is told to every
/// webhook and to ten mailboxes. <c>alerts run</c> is a process of its own; feed and receivers are served from this one.
/// </summary>
internal static class DeliveryScenario
{
    private const int OneByOne = 80;
    private const int AtOnce = 20;
    private const int Items = OneByOne + AtOnce;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TimeToSettle = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("alerts-delivery-").FullName;
        try
        {
            var wire = new Wire();
            var arrivals = new ConcurrentQueue<Arrival>();
            var key = RandomNumberGenerator.GetBytes(32);
            await using var web = await WebServer.StartAsync(wire, key, arrivals);
            await using var mail = new MailServer(arrivals);
            var config = Path.Combine(folder, "alerts.yaml");
            await File.WriteAllTextAsync(config, DeliveryConfiguration.Of(web.Address, mail.Port, key, Items));

            var data = new DataFolder(Path.Combine(folder, "data"), TimeProvider.System);
            using var alerts = AlertsProcess.Start(["--config", config, "--data", data.Path]);
            var ending = alerts.EndAsync();
            await PublishAsync(wire, ending);
            var isSettled = await SettleAsync(arrivals, data, ending);
            await alerts.InterruptAsync();
            var (exitCode, _, peakBytes, _, errors) = await ending;

            var fates = await new Bookkeeping(data.Documents, data.Queues).ReadAsync(Cast.Expected(Items), arrivals);
            var table = new DeliveryTable(fates, [.. arrivals], wire, OneByOne);
            table.Print();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"exit code {exitCode}, {peakBytes / 1e6:0} MB at most, {alerts.ProcessorTime.TotalSeconds:0} s of processor time"));
            if (!isSettled)
            {
                Console.WriteLine($"not all that could be delivered was, {TimeToSettle.TotalSeconds:0} s after the last item");
            }

            foreach (var line in errors.Split('\n').Where(line => !line.Contains("is kept as poison", StringComparison.Ordinal)))
            {
                Console.Error.WriteLine(line);
            }

            return isSettled && table.IsRight ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PublishAsync(Wire wire, Task ending)
    {
        for (var item = 0; item < OneByOne; item++)
        {
            wire.Publish(1);
            await GivenAsync(item + 1);
        }

        wire.Publish(AtOnce);
        await GivenAsync(Items);

        async Task GivenAsync(int count)
        {
            while (wire.Given < count && !ending.IsCompleted)
            {
                await Task.Delay(Second / 100);
            }
        }
    }

    // Settled is when whoever accepts has everything, and the queue has no work that is due.
    private static async Task<bool> SettleAsync(ConcurrentQueue<Arrival> arrivals, DataFolder data, Task ending)
    {
        var acceptable = Cast.Expected(Items).Count(alert => Cast.Of(alert.Destination).Accepts);
        var started = Stopwatch.GetTimestamp();
        while (!ending.IsCompleted && Stopwatch.GetElapsedTime(started) < TimeToSettle)
        {
            var counts = await data.Queues.CountAsync(Queues.Alerts, CancellationToken.None);
            if (arrivals.Count >= acceptable && counts.Visible + counts.Held == 0)
            {
                return true;
            }

            await Task.Delay(Second / 4);
        }

        return false;
    }
}

using System.Collections.Concurrent;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Azurite;

/// <summary>Two runners in one storage account: each has receivers of its own, so that who told what can be seen.</summary>
public sealed class TwoRunnersTests(AzuriteFixture azurite)
{
    private const int Stories = 5;

    /// <summary>More than one runner tells at once.</summary>
    private const int Destinations = 64;

    /// <summary>So many messages of a queue a runner works on at the most: batchSize and newBatchThreshold in host.json.</summary>
    private const int MostAtOnce = 16 + 8;

    // What a killed runner held comes back when its holds run out.
    private static readonly TimeSpan HoldsRunOut = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_TwoAtWorkAndOneIsKilled_TheOtherGoesOnAndNothingIsLostOrToldTwice()
    {
        await using var web = await LocalWeb.StartAsync();
        web.Serve("/feed.xml");
        var underWay = new ConcurrentDictionary<string, string>();
        var timedOut = new ConcurrentDictionary<string, string>();
        var isBeingKilled = false;
        var isKilled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        foreach (var (runner, number) in from runner in (string[])["one", "other"] from number in Enumerable.Range(0, Destinations) select (runner, number))
        {
            var path = PathOf(runner, number);
            web.Answer(path, async context =>
            {
                var id = context.Request.Headers["webhook-id"].ToString();
                underWay[path] = id;
                try
                {
                    await isKilled.Task.WaitAsync(context.RequestAborted);
                }
                catch (OperationCanceledException) when (!isBeingKilled)
                {
                    // On a slow machine the first ones time out before both are at work; they are due again, whoever is killed.
                    timedOut[id] = path;
                }

                underWay.TryRemove(path, out _);
            });
        }

        var account = (await azurite.NewAccountAsync()).ConnectionString;
        using var one = new Installation(Configuration(web, "one"), account);
        using var other = new Installation(Configuration(web, "other"), account);
        await using var killed = one.Run();
        await using var survivor = other.Run();

        // Both are at work before there is news: what one of them sent alone for long would time out, and be sent again by itself.
        await killed.WaitForOutputAsync("Watching", Token);
        await survivor.WaitForOutputAsync("Watching", Token);
        web.Serve("/feed.xml", Enumerable.Range(0, Stories).Select(story => new NewsItem($"Story {story}", LinkOf(story))));
        await Eventually.TrueAsync(() => Array.TrueForAll(["/one/", "/other/"], runner => underWay.Keys.Any(path => path.StartsWith(runner, StringComparison.Ordinal))), HoldsRunOut, Token);
        isBeingKilled = true;
        var cut = underWay.Where(entry => entry.Key.StartsWith("/one/", StringComparison.Ordinal)).Select(entry => entry.Value).ToHashSet();
        await killed.KillAsync(Token);
        isKilled.SetResult();

        await Eventually.TrueAsync(() => Told(web, "other").Concat(Told(web, "one").Where(request => !cut.Contains(DeliveryId(request))))
            .DistinctBy(DeliveryId).Sum(request => request.AlertIds().Count) == Destinations * Stories, HoldsRunOut, Token);
        await survivor.InterruptAsync(Token);
        Assert.Equal(0, await survivor.WaitAsync(Token));
        Assert.Equal(0, (await other.RunOnceAsync(Token)).ExitCode);

        // Both told some, and what was in flight when one was killed is what the other told again.
        var (before, after) = (Told(web, "one"), Told(web, "other"));
        var again = before.Select(DeliveryId).Intersect(after.Select(DeliveryId)).ToHashSet();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"told by the killed one {before.Count}, by the survivor {after.Count}, in flight {cut.Count}, timed out {timedOut.Count}, told again {again.Count}");
        Assert.NotEmpty(cut);
        Assert.Subset(again, cut);
        Assert.InRange(again.Except(timedOut.Keys).Count(), 1, MostAtOnce);
        Assert.All([before, after], requests => Assert.DoesNotContain(requests.CountBy(DeliveryId), sent => sent.Value > 1 && !timedOut.ContainsKey(sent.Key)));
        var links = before.Concat(after).DistinctBy(DeliveryId).SelectMany(request => request.Links());
        Assert.Equal(
            Enumerable.Range(0, Stories).ToDictionary(LinkOf, _ => Destinations),
            links.CountBy(link => link).ToDictionary());
        Assert.Empty(await other.PoisonAsync(Token));
    }

    private static List<ReceivedRequest> Told(LocalWeb web, string runner) =>
        [.. Enumerable.Range(0, Destinations).SelectMany(number => web.RequestsTo(PathOf(runner, number)))];

    private static string DeliveryId(ReceivedRequest request) => request.Headers["webhook-id"];

    private static string PathOf(string runner, int destination) => $"/{runner}/{destination}";

    private static string LinkOf(int story) => $"https://news.example.org/{story}";

    private static string Configuration(LocalWeb web, string runner) => $$"""
        settings: { contact: ops@example.org, allowPrivate: [127.0.0.1] }
        feeds:
          - { url: '{{web["/feed.xml"]}}', every: 1s }
        rules:
          - { name: Story, when: story, notify: [{{string.Join(", ", Enumerable.Range(0, Destinations).Select(number => $"desk{number}"))}}] }
        destinations:
        {{string.Join('\n', Enumerable.Range(0, Destinations).Select(number => $"  - {{ name: desk{number}, type: webhook, url: '{web[PathOf(runner, number)]}' }}"))}}
        """;
}

using Microsoft.Extensions.DependencyInjection;
using NewsAlerts.HostTests.Azurite;
using NewsAlerts.HostTests.Support;
using NewsAlerts.Local.Storage;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.HostTests.Storage;

/// <summary>People who share a document, changed by two instances at once.</summary>
public sealed class SubscribersAtOnceTests(AzuriteFixture azurite) : IDisposable
{
    private const int Changes = 20;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [EveryPlace]
    public async Task Update_TwoInstancesAndOnePartition_NoChangeIsLost(Place place)
    {
        var instances = place == Place.Files ? [OnFiles(), OnFiles()] : await OnAzureAsync();

        await Task.WhenAll(
            from entry in instances.Index()
            from number in Enumerable.Range(0, Changes)
            select entry.Item.UpdateAsync(IdOf(number), person => With(person, number, entry.Index), Token));

        var partition = Assert.Single(await instances[0].ListAsync(Token).ToListAsync(Token));
        Assert.Equal(new SubscriberCounts(Changes, 2 * Changes, 0, 0), partition.Counts);
        var read = Assert.Single(await instances[1].ReadAsync([partition.Name], Token).ToListAsync(Token));
        Assert.Equal(partition.ETag, read.ETag);
        Assert.All(read.Subscribers, person => Assert.Equal(2, person.Subscriptions.Select(subscription => subscription.Id).Distinct().Count()));
    }

    private static string IdOf(int number) => $"abc{number:x29}";

    private static Subscriber With(Subscriber? person, int number, int instance) =>
        (person ?? new Subscriber { Id = IdOf(number), Address = $"reader-{number}@example.org", Language = "en" }) with
        {
            Subscriptions =
            [
                .. person?.Subscriptions ?? [],
                new Subscription { Id = $"{instance}", Query = "Taiwan", Send = "immediate", TimeZone = "UTC" },
            ],
        };

    private Subscribers OnFiles() => new(new FileDocumentStore(_folder.Path), TimeProvider.System);

    private async Task<Subscribers[]> OnAzureAsync()
    {
        var account = await azurite.NewAccountAsync();
        return [Open(), Open()];

        Subscribers Open() => new(account.Open().GetRequiredService<IDocumentStore>(), TimeProvider.System);
    }
}

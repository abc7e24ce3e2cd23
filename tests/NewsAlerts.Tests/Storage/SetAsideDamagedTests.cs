using NewsAlerts.Archive;
using NewsAlerts.Delivery.State;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Hubs;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Storage;
using NewsAlerts.Subscriptions;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Storage;

/// <summary>Every reader of documents, and a document that cannot be read.</summary>
public class SetAsideDamagedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var reader in Readers.Keys)
            {
                foreach (var damage in Damages.Keys)
                {
                    cases.Add(reader, damage);
                }
            }

            return cases;
        }
    }

    private static Dictionary<string, (string Name, Func<IDocumentStore, Task> ReadAsync)> Readers { get; } = new()
    {
        ["destination"] = ("destinations/desk-", documents => new DestinationStates(documents).ReadAsync("desk", Token)),
        ["told"] = ("told/desk-", documents => new DestinationStates(documents).IsToldAsync("desk", new string('a', 32), Token)),
        ["page"] = ("waiting/desk/00000000-1", documents => new WaitingPages(documents).ReadAsync(new WaitingPage("waiting/desk/00000000-1", 1, default, default), Token)),
        ["shard"] = ("shards/1", documents => new FeedShards(documents).ReadAsync("1", Token)),
        ["seen"] = ("seen/1", documents => new FeedShards(documents).ReadSeenAsync("1", Token)),
        ["back-offs"] = ("back-offs", documents => new BackOffs(documents, new ManualTime()).ReadAsync(Token)),
        ["hub"] = ("hubs/1", documents => new HubSubscriptions(documents).ReadAsync("1", Token)),
        ["items"] = ("archive/20260314/1-1", documents => new ItemArchive(documents).ScanAsync(DateTimeOffset.UnixEpoch, Token).CountAsync(Token).AsTask()),
        ["delivery"] = ("deliveries/20260314/desk/msg_1", documents => new DeliverySearch(documents).FindAsync("msg_1", Token)),
        ["catalog"] = ("catalogs/archive", documents => new ItemArchive(documents).ReadBeginAsync(Token)),
        ["subscribers"] = ("subscribers/000", documents => Subscribers.Documents(documents).ReadAsync("subscribers/000", Token)),
        ["incidents"] = ("service/incidents", documents => new JsonDocuments<IncidentList>(documents, IncidentsJson.Default.IncidentList).ReadAsync("service/incidents", Token)),
    };

    private static Dictionary<string, byte[]> Damages { get; } = new()
    {
        ["zeros"] = new byte[77],
        ["half"] = "{\"feeds\":[{"u8.ToArray(),
        ["no JSON"] = "<html>not found</html>"u8.ToArray(),
        ["half of a compressed one"] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1],
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Read_DamagedDocument_IsSetAsideUnderItsNameAndReportedOnce(string reader, string damage)
    {
        var (prefix, readAsync) = Readers[reader];
        var memory = new MemoryDocuments();
        var name = prefix.EndsWith("desk-", StringComparison.Ordinal) ? prefix[..^"desk-".Length] + DocumentKey.Of("desk") : prefix;
        await memory.WriteAsync(name, Damages[damage], WriteCondition.None, null, Token);
        var documents = new SetAsideDamaged(memory, new ManualTime(), FeedShards.AssignedBy);
        var reports = new List<DamagedDocument>();
        documents.Report = reports.Add;

        await readAsync(documents);
        await readAsync(documents);

        var report = Assert.Single(reports);
        Assert.Equal(name, report.Name);
        Assert.NotEmpty(report.Reason);
        Assert.Equal(report, Assert.Single(await SetAsideDamaged.ListDamagedAsync(documents, Token).ToListAsync(Token)));
        Assert.Equal(Damages[damage], (await memory.ReadAsync(SetAsideDamaged.NameOf(name), Token))?.Content.ToArray());
        Assert.DoesNotContain(name, memory.Names);
    }
}

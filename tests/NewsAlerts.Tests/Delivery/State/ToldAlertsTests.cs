using NewsAlerts.Delivery.State;
using NewsAlerts.Messages;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Delivery.State;

public class ToldAlertsTests
{
    private static readonly DateTimeOffset Day0 = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Keep = TimeSpan.FromDays(90);
    private static readonly string One = AlertId.Of("me", "link\nhttps://example.org/1");
    private static readonly string Other = AlertId.Of("me", "link\nhttps://example.org/2");

    [Fact]
    public void Contains_ToldAndReadAgain_True()
    {
        var told = new ToldAlerts();
        told.Add([One], Day0, Keep);
        told = ToldAlerts.Parse(told.ToBytes());

        Assert.True(told.Contains(One));
        Assert.False(told.Contains(Other));
    }

    [Fact]
    public void Add_AfterKeep_OldOnesAreForgotten()
    {
        var told = new ToldAlerts();
        told.Add([One], Day0, Keep);
        told.Add([Other], Day0.AddDays(90), Keep);
        Assert.True(told.Contains(One));

        told.Add([Other], Day0.AddDays(91), Keep);

        Assert.False(told.Contains(One));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(36)]
    public void Parse_Zeros_Throws(int length) => Assert.Throws<InvalidDataException>(() => ToldAlerts.Parse(new byte[length]));

    [Fact]
    public void Parse_HalfADocument_Throws()
    {
        var told = new ToldAlerts();
        told.Add([One], Day0, Keep);

        Assert.Throws<InvalidDataException>(() => ToldAlerts.Parse(told.ToBytes().AsSpan()[..^1]));
    }

    [Fact]
    public async Task Add_MoreThanADocumentShouldHold_PagesThatAreForgottenInTheirTime()
    {
        var documents = new MemoryDocuments();
        var told = new ToldDocuments(documents);
        var token = TestContext.Current.CancellationToken;
        for (var round = 0; round < 20; round++)
        {
            await told.AddAsync("desk", Burst.Ids(round * 1000, 1000), Day0, Keep, token);
        }

        var (read, _) = await new ToldDocuments(documents).ReadAsync("desk", token);
        Assert.All(Burst.Ids(0, 20_000), id => Assert.True(read.Contains(id)));
        Assert.Equal(4, documents.Names.Count(name => name.StartsWith("told-pages/desk/", StringComparison.Ordinal)));
        Assert.InRange((await documents.ReadAsync("told/desk", token))?.Content.Length ?? 0, 1, 18 * 4200);

        await told.AddAsync("desk", [Other], Day0 + Keep + TimeSpan.FromDays(1), Keep, token);
        Assert.Equal(["told/desk"], documents.Names);
    }
}

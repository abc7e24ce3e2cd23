using NewsAlerts.Alerts;
using NewsAlerts.Storage;

namespace NewsAlerts.Tests.Storage;

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

    [Fact]
    public void Parse_HalfADocument_Throws() => Assert.Throws<InvalidDataException>(() => ToldAlerts.Parse(new byte[17]));
}

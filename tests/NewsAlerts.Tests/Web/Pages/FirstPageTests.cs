using NewsAlerts.Configuration;

namespace NewsAlerts.Tests.Web.Pages;

public class FirstPageTests
{
    [Theory]
    [InlineData("https://alerts.example.org", "/", "https://alerts.example.org/subscriptions")]
    [InlineData("https://name.example.net/news", "/", "https://name.example.net/news/subscriptions")]
    [InlineData("https://name.example.net/news", "", "https://name.example.net/news/subscriptions")]
    public async Task Get_ServiceThatIsOpen_LeadsToTheForm(string publicUrl, string path, string form)
    {
        using var pages = new ReaderPages(settings => settings with { PublicUrl = publicUrl });

        var answer = await pages.GetAsync(path);

        Assert.Equal((303, form), (answer.Status, answer.Headers["Location"]));
    }

    [Fact]
    public async Task Get_NobodyCanSubscribe_LeadsToTheSubscriptionsThatThereAre()
    {
        using var pages = new ReaderPages(settings => settings with { Subscribe = SubscribeTo.Nobody });

        var answer = await pages.GetAsync("/");

        Assert.Equal((303, "https://alerts.example.org/subscriptions/link"), (answer.Status, answer.Headers["Location"]));
        Assert.Equal(200, (await pages.GetAsync("/subscriptions/link")).Status);
    }

    [Theory]
    [InlineData("signingKey")]
    [InlineData("publicUrl")]
    public async Task Get_NoLinksAreMade_NothingIsHere(string missing)
    {
        using var pages = new ReaderPages(settings => missing == "signingKey"
            ? settings with { SigningKeys = [] }
            : settings with { PublicUrl = null });

        Assert.Equal(404, (await pages.GetAsync("/")).Status);
    }
}

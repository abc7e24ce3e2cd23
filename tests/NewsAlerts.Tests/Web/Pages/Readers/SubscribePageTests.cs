using System.Net;
using System.Text.Json;
using NewsAlerts.Archive;
using NewsAlerts.Configuration;
using NewsAlerts.Feeds;
using NewsAlerts.Subscriptions;

namespace NewsAlerts.Tests.Web.Pages.Readers;

public sealed class SubscribePageTests : IDisposable
{
    private static readonly (string Name, string Value)[] Right =
    [
        ("what", "query"), ("query", "Lavrov AND Taiwan"), ("send", "weekly"), ("day", "fri"), ("time", "07:30"),
        ("timeZone", "Europe/Berlin"), ("address", "ada@example.org"), ("language", "de"),
    ];

    private static readonly string[] Fields =
        ["query", "rule", "send", "day", "time", "timeZone", "address", "language", "meant", "action", "id", "lang"];

    private readonly ReaderPages _pages = new();

    public void Dispose() => _pages.Dispose();

    [Fact]
    public async Task Post_Form_AsksTheReaderInTheirLanguage()
    {
        var answer = await _pages.PostAsync("/subscriptions", form: Right);

        Assert.Equal(202, answer.Status);
        var message = Assert.Single(await _pages.TakeMessagesAsync());
        Assert.Equal($"subscriber:{ReaderPages.Reader}", message.Destination);
        Assert.Equal(("ada@example.org", "de"), (message.Request?.Address, message.Request?.Language));
        Assert.Equal(
            ("Lavrov AND Taiwan", null, "weekly fri 07:30", "Europe/Berlin"),
            (message.Request?.Subscription?.Query, message.Request?.Subscription?.Rule, message.Request?.Subscription?.Send, message.Request?.Subscription?.TimeZone));
        Assert.Equal(("subscription.confirm", "Bitte bestätigen Sie Ihr Abonnement"), (message.Notice?.Type, message.Notice?.Title));
        Assert.Equal(
            ["Jemand, wahrscheinlich Sie, möchte von alerts.example.org per E-Mail erfahren, wenn das in den Nachrichten ist:", "Lavrov AND Taiwan", "Jeden Freitag um 07:30 Uhr (Europe/Berlin)"],
            message.Notice?.Paragraphs.SkipLast(1));
        Assert.StartsWith("https://alerts.example.org/subscriptions/confirm?token=", message.Notice?.Action?.Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "In the last 3 days, 1 article would have been sent to you.")]
    [InlineData("de", "In den letzten 3 Tagen hätten Sie 1 Artikel erhalten.")]
    [InlineData("fr", "Ces 3 derniers jours, vous auriez reçu 1 article.")]
    [InlineData("es", "En los últimos 3 días habría recibido 1 artículo.")]
    public async Task Post_HowManyArticles_SaysItAndAsksNobody(string language, string expected)
    {
        await StoreAsync("Lavrov speaks of Taiwan");

        var answer = await _pages.PostAsync($"/subscriptions?lang={language}", form: [("what", "query"), ("query", "Lavrov AND Taiwan"), ("action", "count")]);

        Assert.Equal(200, answer.Status);
        Assert.Contains($">{expected}</p>", ReaderPages.TextOf(answer), StringComparison.Ordinal);
        Assert.Contains("Lavrov AND Taiwan</textarea>", ReaderPages.TextOf(answer), StringComparison.Ordinal);
        Assert.Empty(await _pages.TakeMessagesAsync());
    }

    [Theory]
    [InlineData("(Lavrov", 400, "query-mistake")]
    [InlineData("", 400, "query-mistake")]
    [InlineData("Lavrov", 200, "How many articles that would be cannot be said now.")]
    public async Task Post_HowManyArticlesWhereItCannotBeSaid_SaysWhy(string query, int status, string expected)
    {
        var answer = await _pages.PostAsync("/subscriptions", form: [("what", "query"), ("query", query), ("action", "count")]);

        Assert.Equal(status, answer.Status);
        Assert.Contains(expected, ReaderPages.TextOf(answer), StringComparison.Ordinal);
        Assert.DoesNotContain("address-mistake", ReaderPages.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_HowManyArticlesOfARule_SaysIt()
    {
        await StoreAsync("The climate");

        var answer = await _pages.PostAsync("/subscriptions", form: [("what", "rule"), ("rule", "Climate talks"), ("action", "count")]);

        Assert.Contains("In the last 3 days, 1 article", ReaderPages.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Json_IsAnsweredByJson()
    {
        var answer = await _pages.PostJsonAsync("""{ "address": " ada@example.org ", "rule": "Climate talks", "send": "daily 08:00" }""");

        Assert.Equal((202, "application/json"), (answer.Status, answer.ContentType));
        var asked = Assert.Single(await _pages.TakeMessagesAsync()).Request;
        Assert.Equal(("ada@example.org", "en"), (asked?.Address, asked?.Language));
        Assert.Equal(
            (null, "Climate talks", "daily 08:00", "UTC"),
            (asked?.Subscription?.Query, asked?.Subscription?.Rule, asked?.Subscription?.Send, asked?.Subscription?.TimeZone));
    }

    [Theory]
    [InlineData("""{ "query": "a" }""", "address")]
    [InlineData("""{ "address": "ada", "query": "a" }""", "address")]
    [InlineData("""{ "address": "ada@example.org" }""", "query")]
    [InlineData("""{ "address": "ada@example.org", "query": " " }""", "query")]
    [InlineData("""{ "address": "ada@example.org", "rule": "No such rule" }""", "rule")]
    [InlineData("""{ "address": "ada@example.org", "rule": "Acme takeover" }""", "rule")]
    [InlineData("""{ "address": "ada@example.org", "query": "a", "send": "now" }""", "send")]
    [InlineData("""{ "address": "ada@example.org", "query": "a", "send": "daily 8" }""", "send")]
    [InlineData("""{ "address": "ada@example.org", "query": "a", "send": "weekly someday 08:00" }""", "send")]
    [InlineData("""{ "address": "ada@example.org", "query": "a", "timezone": "UTC" }""", "timezone")]
    [InlineData("""{ "address": "ada@example.org", "query": "a", "day": "mon", "meant": "a" }""", "day meant")]
    [InlineData("""{ "adress": "ada@example.org", "query": 1 }""", "adress query address")]
    [InlineData("""{ "address": ["ada@example.org"], "query": "\ud800" }""", "query address")]
    [InlineData("""{ "address": "ada@example.org", "query": "a", "timeZone": "Europe/Berln" }""", "timeZone")]
    [InlineData("""{ "address": "ada@example.org", "query": "a", "language": "tlh" }""", "language")]
    [InlineData("""{ "address": "", "query": "", "send": "x", "timeZone": "x", "language": "x" }""", "query send timeZone address language")]
    public async Task Post_JsonWithMistakes_NamesTheFields(string json, string fields)
    {
        var answer = await _pages.PostJsonAsync(json);

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
        var errors = JsonDocument.Parse(answer.Body).RootElement.GetProperty("errors").EnumerateArray();
        Assert.Equal(fields, string.Join(' ', errors.Select(error => error.GetProperty("field").GetString())));
        Assert.Empty(_pages.Documents.Names);
        Assert.Empty(await _pages.TakeMessagesAsync());
    }

    [Theory]
    [InlineData("Berlin", "Europe/Berlin")]
    [InlineData("new york", "America/New_York")]
    [InlineData("europe/paris", "Europe/Paris")]
    [InlineData(" ", "UTC")]
    public async Task Post_CityAsTimeZone_IsItsZone(string entered, string zone)
    {
        await _pages.PostAsync("/subscriptions", form: With("timeZone", entered));

        Assert.Equal(zone, Assert.Single(await _pages.TakeMessagesAsync()).Request?.Subscription?.TimeZone);
    }

    [Fact]
    public async Task Post_CityWithoutATimeZone_SaysWhichToTakeAndWhereTheyAre()
    {
        var answer = await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "a", "timeZone": "Dresden" }""");

        Assert.Equal(400, answer.Status);
        var message = JsonElement.Parse(answer.Body.Span).GetProperty("errors")[0].GetProperty("message").GetString();
        Assert.Contains("a large city near you", message, StringComparison.Ordinal);
        Assert.EndsWith("(https://data.iana.org/time-zones/tzdb/zone.tab)", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DistanceFromUtc_IsNotTakenForTheOtherSign()
    {
        var answer = await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "a", "timeZone": "GMT+2" }""");

        var error = Assert.Single(JsonElement.Parse(answer.Body.Span).GetProperty("errors").EnumerateArray());
        Assert.Equal("timeZone", error.GetProperty("field").GetString());
        Assert.False(error.TryGetProperty("suggestion", out _));
    }

    [Fact]
    public async Task Post_WrongQuery_SaysWhere()
    {
        var answer = await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "Lavrov AND\n(Taiwan OR" }""");

        var error = Assert.Single(JsonDocument.Parse(answer.Body).RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal((2, 9, 2), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32(), error.GetProperty("length").GetInt32()));
        Assert.NotEmpty(error.GetProperty("message").GetString() ?? "");
    }

    [Fact]
    public async Task Post_JsonWithAnotherField_SaysWhichThereAre()
    {
        var answer = await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "a", "timezone": "UTC" }""");

        var error = Assert.Single(JsonElement.Parse(answer.Body.Span).GetProperty("errors").EnumerateArray());
        Assert.Equal("There is no such field. There are: address, query, rule, send, timeZone, language", error.GetProperty("message").GetString());
        Assert.Equal("timeZone", error.GetProperty("suggestion").GetString());
    }

    [Fact]
    public async Task Post_JsonWithWrongSchedule_SaysWhichThereAre()
    {
        var answer = await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "a", "send": "daily 8" }""");

        var error = Assert.Single(JsonElement.Parse(answer.Body.Span).GetProperty("errors").EnumerateArray());
        Assert.EndsWith(": immediate, hourly, daily 08:00, weekly mon 08:00", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("daily 08:00", error.GetProperty("suggestion").GetString());
    }

    [Theory]
    [InlineData("rule", "Climate talk", "Choose one of our topics", "Climate talks")]
    [InlineData("language", "it", "Choose one of the languages: en, de, fr, es", null)]
    public async Task Post_JsonWithAnUnknownName_SaysWhichThereAre(string field, string value, string message, string? suggestion)
    {
        var query = field == "rule" ? "" : "\"query\": \"a\",";
        var answer = await _pages.PostJsonAsync($$"""{ "address": "ada@example.org", {{query}} "{{field}}": "{{value}}" }""");

        var error = Assert.Single(JsonElement.Parse(answer.Body.Span).GetProperty("errors").EnumerateArray());
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(suggestion, error.TryGetProperty("suggestion", out var meant) ? meant.GetString() : null);
    }

    [Fact]
    public async Task Post_JsonWithQueryAndRule_IsRefused()
    {
        var answer = await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "a", "rule": "Climate talks" }""");

        var error = Assert.Single(JsonElement.Parse(answer.Body.Span).GetProperty("errors").EnumerateArray());
        Assert.Equal((400, "rule"), (answer.Status, error.GetProperty("field").GetString()));
        Assert.StartsWith("There is a query, too", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(await _pages.TakeMessagesAsync());
    }

    [Fact]
    public async Task Post_WrongJson_IsAnsweredInReadableText()
    {
        var answer = await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "Müller AND" }""");

        Assert.Contains("`AND` needs a word after it.", ReaderPages.TextOf(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no JSON: in line 1, column 1, it ends too soon.")]
    [InlineData("null", "The body is null.")]
    [InlineData("[]", "The body is a list.")]
    [InlineData("{ \"address\": \"ada@example.org\"", "no JSON: in line 1, column 31, it ends too soon.")]
    [InlineData("{\n  \"address\": \"José\", query: \"a\" }", "no JSON: in line 2, column 22, q cannot stand there.")]
    [InlineData("{ 'address': 'ada@example.org' }", "no JSON: in line 1, column 3, ' cannot stand there.")]
    [InlineData("{ \"query\": \"a\nb\" }", "no JSON: in line 1, column 14, there is a line break or")]
    [InlineData("address=ada%40example.org&query=a", "no JSON: in line 1, column 1, a cannot stand there.")]
    public async Task Post_BodyThatIsNoJson_SaysWhatIsWrongWhereAndWhatIsExpected(string body, string problem)
    {
        var answer = await _pages.PostJsonAsync(body);

        Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
        var title = JsonElement.Parse(answer.Body.Span).GetProperty("title").GetString() ?? "";
        Assert.Contains(problem, title, StringComparison.Ordinal);
        Assert.Contains("An object of texts is expected, such as { \"address\":", title, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WordThatLooksLikeAnOperator_IsAskedAboutOnce()
    {
        var asked = await _pages.PostAsync("/subscriptions", form: With("query", "lavrov and taiwan"));
        Assert.Equal(400, asked.Status);
        Assert.Contains("<mark>and</mark>", ReaderPages.TextOf(asked), StringComparison.Ordinal);
        Assert.Contains("""name="meant" value="lavrov and taiwan">""", ReaderPages.TextOf(asked), StringComparison.Ordinal);

        var meant = await _pages.PostAsync("/subscriptions", form: [.. With("query", "lavrov and taiwan"), ("meant", "lavrov and taiwan")]);
        Assert.Equal(202, meant.Status);

        var program = await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "lavrov and taiwan" }""");
        Assert.Equal(202, program.Status);
        Assert.Equal("AND", JsonDocument.Parse(program.Body).RootElement.GetProperty("hints")[0].GetProperty("suggestion").GetString());
    }

    [Theory]
    [InlineData("Lavrov AND (Taiwan", "Lavrov AND (Taiwan)")]
    [InlineData("Lavrov AND", "Lavrov")]
    [InlineData("title:(Taiwan OR NOT", "title:(Taiwan)")]
    [InlineData("titel:Taiwan AND", "title:Taiwan")]
    [InlineData("lavrov and taiwan", "lavrov AND taiwan")]
    [InlineData("Lavrov OR\n(Wang AND taiwan", "Lavrov OR\n(Wang AND taiwan)")]
    public async Task Post_QueryWithASuggestion_IsShownWhole(string query, string meant)
    {
        var html = WebUtility.HtmlDecode(ReaderPages.TextOf(await _pages.PostAsync("/subscriptions", form: With("query", query))));

        Assert.Contains($"Did you mean <bdi>{meant}</bdi>?", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("AND")]
    [InlineData("titel:Taiwan lang:elvish")]
    public async Task Post_QueryWhoseSuggestionIsNone_IsShownWithoutOne(string query)
    {
        var html = ReaderPages.TextOf(await _pages.PostAsync("/subscriptions", form: With("query", query)));

        Assert.Contains("""id="query-mistake">""", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_MistakeInTheSecondLine_IsMarkedThere()
    {
        var html = WebUtility.HtmlDecode(ReaderPages.TextOf(await _pages.PostAsync("/subscriptions", form: With("query", "Lavrov\ntaiwan and japan"))));

        Assert.Contains("Lavrov\ntaiwan <mark>and</mark> japan", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada@example.org\r\nBcc: all@example.org")]
    [InlineData("ada@example.org\n")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("\"ada bcc\"@example.org")]
    [InlineData("\"<script>\"@example.org")]
    [InlineData("ada@example.org,eve@example.org")]
    [InlineData("ada@localhost")]
    [InlineData("ada@127.0.0.1")]
    [InlineData("ada@[127.0.0.1]")]
    [InlineData("ada@example..org")]
    [InlineData("ada\u0000@example.org")]
    [InlineData("ada\u202e@example.org")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("jörg@example.org")]
    [InlineData("ada@\u2488com.org")]
    public async Task Post_AddressThatIsMoreThanOne_IsRefused(string address)
    {
        var answer = await _pages.PostAsync("/subscriptions", form: With("address", address == "ada@example.org\n" ? "ada@exa\nmple.org" : address));

        Assert.Equal(400, answer.Status);
        Assert.Contains("""id="address-mistake">""", ReaderPages.TextOf(answer), StringComparison.Ordinal);
        Assert.Empty(await _pages.TakeMessagesAsync());
    }

    [Theory]
    [InlineData("ada@\u2488com.org", "ada@1.com.org")]
    [InlineData("ada@\u2460.org", "ada@1.org")]
    [InlineData("ada@\uff45xample.org", "ada@example.org")]
    [InlineData("ada@ex\u00adample.org", null)]
    public async Task Post_DomainThatIsReadAsAnother_IsRefusedWithTheReason(string address, string? meant)
    {
        var html = ReaderPages.TextOf(await _pages.PostAsync("/subscriptions", form: With("address", address)));

        Assert.Contains("No domain has one of the characters after the @", html, StringComparison.Ordinal);
        Assert.Equal(meant is not null, html.Contains($"Did you mean <bdi>{meant}</bdi>?", StringComparison.Ordinal));
        Assert.Empty(await _pages.TakeMessagesAsync());
    }

    [Theory]
    [InlineData("ada@Bücher.example")]
    [InlineData("ada@bu\u0308cher.example")]
    [InlineData("ada@straße.example")]
    [InlineData("ada@例え.example")]
    [InlineData("ada@xn--bcher-kva.example")]
    public async Task Post_DomainBeyondAscii_IsTaken(string address) =>
        Assert.Equal(202, (await _pages.PostAsync("/subscriptions", form: With("address", address))).Status);

    [Fact]
    public async Task Post_LongAddress_IsRefused() =>
        Assert.Equal(400, (await _pages.PostAsync("/subscriptions", form: With("address", $"{new string('a', 65)}@example.org"))).Status);

    [Fact]
    public async Task Post_MarkupInEveryField_IsText()
    {
        const string Attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;";
        var form = Fields.Select(name => (name, Attack)).Prepend(("what", "query")).ToArray();

        var answers = new[]
        {
            await _pages.PostAsync($"/subscriptions?lang={Uri.EscapeDataString(Attack)}", form: form),
            await _pages.PostAsync("/subscriptions/link", form: form),
            await _pages.GetAsync($"/subscriptions/confirm?token={Uri.EscapeDataString(Attack)}"),
            await _pages.GetAsync("/subscriptions", Attack),
        };

        foreach (var html in answers.Select(ReaderPages.TextOf))
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"'>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_KnownAndUnknownAddress_SameAnswerAndSameWork()
    {
        await _pages.AddAsync(ReaderPages.Subscribed());
        var before = _pages.Documents.Names.Count;

        var known = await _pages.PostAsync("/subscriptions", from: "198.51.100.1", form: Right);
        var unknown = await _pages.PostAsync("/subscriptions", from: "198.51.100.2", form: With("address", "eve@example.org"));

        Assert.Equal(
            ReaderPages.TextOf(known).Replace("ada@example.org", "*", StringComparison.Ordinal),
            ReaderPages.TextOf(unknown).Replace("eve@example.org", "*", StringComparison.Ordinal));
        // Documents for the limits of each, of their network and of all, and one message for each; what is known of the address is not
        // even looked up.
        Assert.Equal(before + 4, _pages.Documents.Names.Count);
        Assert.Equal(2, (await _pages.TakeMessagesAsync()).Count);
    }

    [Fact]
    public async Task Post_StrangersText_IsShortAndNoLinkInTheEmail()
    {
        var query = "cheap.example.com/pills " + string.Join(' ', Enumerable.Repeat("word", 90));

        await _pages.PostAsync("/subscriptions", form: With("query", query));

        var notice = Assert.Single(await _pages.TakeMessagesAsync()).Notice;
        Assert.DoesNotContain("cheap.example.com", string.Concat(notice?.Paragraphs ?? []), StringComparison.Ordinal);
        Assert.InRange(notice?.Paragraphs[1].Length ?? 0, 1, 130);
        Assert.DoesNotContain("cheap", notice?.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OneTooMany_MustWait()
    {
        for (var i = 0; i < RequestLimits.MostAnHour; i++)
        {
            Assert.Equal(202, (await _pages.PostAsync("/subscriptions", form: Right)).Status);
        }

        var page = await _pages.PostAsync("/subscriptions", form: Right);
        var program = await _pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "a" }""");

        Assert.Equal((429, "3600"), (page.Status, page.Headers["Retry-After"]));
        Assert.Equal((429, "application/problem+json"), (program.Status, program.ContentType));
        Assert.Equal(202, (await _pages.PostAsync("/subscriptions", from: "198.51.100.8", form: Right)).Status);
        Assert.Equal(RequestLimits.MostAnHour + 1, (await _pages.TakeMessagesAsync()).Count);
    }

    [Fact]
    public async Task Post_LargeBody_IsRefusedBeforeItIsRead() =>
        Assert.Equal(413, (await _pages.PostAsync("/subscriptions", form: [("query", new string('x', 17_000))])).Status);

    [Theory]
    [InlineData(SubscribeTo.Anything, "what-query", "rule")]
    [InlineData(SubscribeTo.Rules, "rule", "query")]
    public async Task Get_Form_OffersWhatTheSettingsSay(SubscribeTo subscribe, string there, string other)
    {
        using var pages = new ReaderPages(settings => settings with { Subscribe = subscribe });

        var html = ReaderPages.TextOf(await pages.GetAsync("/subscriptions"));

        Assert.Contains($"id=\"{there}\"", html, StringComparison.Ordinal);
        Assert.Equal(subscribe == SubscribeTo.Anything, html.Contains($"id=\"{other}\"", StringComparison.Ordinal));
        Assert.Contains("Climate talks", html, StringComparison.Ordinal);
        Assert.Contains("Chips &amp; &lt;chipmakers&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Acme", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_QueryWhereRulesAloneAreOffered_IsRefused()
    {
        using var pages = new ReaderPages(settings => settings with { Subscribe = SubscribeTo.Rules });

        Assert.Equal(400, (await pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "a" }""")).Status);
        Assert.Equal(202, (await pages.PostJsonAsync("""{ "address": "ada@example.org", "rule": "Climate talks" }""")).Status);
    }

    public static TheoryData<string> Closing => ["nobody", "smtp", "signingKey", "publicUrl"];

    [Theory]
    [MemberData(nameof(Closing))]
    public async Task Answer_ServiceThatIsNotOpen_TakesNobody(string missing)
    {
        using var pages = new ReaderPages(settings => missing switch
        {
            "nobody" => settings with { Subscribe = SubscribeTo.Nobody },
            "smtp" => settings with { Smtp = null },
            "signingKey" => settings with { SigningKeys = [] },
            _ => settings with { PublicUrl = null },
        });

        Assert.Equal(404, (await pages.GetAsync("/subscriptions")).Status);
        Assert.Equal(404, (await pages.PostAsync("/subscriptions", form: Right)).Status);
        Assert.Equal(404, (await pages.PostJsonAsync("""{ "address": "ada@example.org", "query": "a" }""")).Status);
        Assert.Empty(await pages.TakeMessagesAsync());
    }

    [Fact]
    public async Task Get_Form_ChangesNothing()
    {
        await _pages.GetAsync("/subscriptions");
        await _pages.GetAsync("/subscriptions/link");

        Assert.Empty(_pages.Documents.Names);
        Assert.Empty(await _pages.TakeMessagesAsync());
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("fr-CA, en;q=0.5", "fr")]
    [InlineData("nl, es;q=0.3, de;q=0.8", "de")]
    [InlineData("nl", "en")]
    [InlineData("de;q=0, es;q=0.1", "es")]
    [InlineData("*", "en")]
    [InlineData(";;;,,,q=", "en")]
    public async Task Get_Form_SpeaksWhatTheBrowserLikes(string liked, string language) => Assert.Contains(
        $"<html lang=\"{language}\"", ReaderPages.TextOf(await _pages.GetAsync("/subscriptions", liked)), StringComparison.Ordinal);

    [Fact]
    public async Task Link_Asked_GoesToWhoeverHasSubscriptions()
    {
        var unknown = await _pages.PostAsync("/subscriptions/link", form: [("address", "ada@example.org")]);
        Assert.Empty(await _pages.TakeLinksAsync());

        await _pages.AddAsync(ReaderPages.Subscribed());
        var known = await _pages.PostAsync("/subscriptions/link", form: [("address", "ada@example.org")]);
        var link = Assert.Single(await _pages.TakeLinksAsync());

        Assert.Equal((202, 202), (unknown.Status, known.Status));
        Assert.Equal(ReaderPages.TextOf(unknown), ReaderPages.TextOf(known));
        Assert.Contains("Lavrov AND Taiwan", ReaderPages.TextOf(await _pages.GetAsync(link)), StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] With(string name, string value) =>
        [.. Right.Where(field => field.Name != name), (name, value)];

    private Task<string> StoreAsync(string title) => _pages.Get<ItemArchive>().StoreAsync(
        "one",
        new ItemBatch([new ArchivedItem { Id = "a", Story = "a", FeedUrl = "https://example.org/feed", Seen = _pages.Time.GetUtcNow() - TimeSpan.FromDays(3), Item = new Item { Title = title } }]),
        TestContext.Current.CancellationToken);
}

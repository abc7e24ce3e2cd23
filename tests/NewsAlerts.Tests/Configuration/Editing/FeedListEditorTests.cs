using NewsAlerts.Configuration.Editing;

namespace NewsAlerts.Tests.Configuration.Editing;

public class FeedListEditorTests
{
    private static readonly NewFeed News = new("https://example.net/b", "B: news", ["x", "y z"]);
    private static readonly NewFeed Plain = new("https://example.net/c?d=1&e=[2]", null, []);

    private static FeedListEdit Add(string text, params NewFeed[] feeds) =>
        FeedListEditor.Add(text, "alerts.yaml", feeds, _ => null);

    public static TheoryData<string, string> Places => new()
    {
        { "", "feeds:\n  - url: https://example.net/c\n" },
        { "# hello", "# hello\nfeeds:\n  - url: https://example.net/c" },
        { "feeds:\n", "feeds:\n  - url: https://example.net/c\n" },
        { "feeds:", "feeds:\n  - url: https://example.net/c" },
        { "feeds: # mine\n# end\n", "feeds: # mine\n  - url: https://example.net/c\n# end\n" },
        { "feeds: ~ # mine\n", "feeds: # mine\n  - url: https://example.net/c\n" },
        { "feeds: []\nrules: []\n", "feeds:\n  - url: https://example.net/c\nrules: []\n" },
        { "feeds: [ # none\n]\n", "feeds: [ # none\n { url: https://example.net/c }\n]\n" },
        {
            "settings:\n    every: 5m\nrules:\n",
            "settings:\n    every: 5m\nrules:\nfeeds:\n  - url: https://example.net/c\n"
        },
        {
            "rules:\n- name: a\n  when: b\n  notify: [c]\ndestinations: [{ name: c, type: email, to: c@example.org }]\n",
            "rules:\n- name: a\n  when: b\n  notify: [c]\ndestinations: [{ name: c, type: email, to: c@example.org }]\nfeeds:\n- url: https://example.net/c\n"
        },
        {
            "feeds:\n  - url: https://example.org/a # A\n\n# the rules\nrules: []\n",
            "feeds:\n  - url: https://example.org/a # A\n  - url: https://example.net/c\n\n# the rules\nrules: []\n"
        },
        {
            "feeds:\n-   url: https://example.org/a\n    name: |\n      A\nrules: []",
            "feeds:\n-   url: https://example.org/a\n    name: |\n      A\n-   url: https://example.net/c\nrules: []"
        },
        {
            "feeds:\r\n  - url: https://example.org/a\r\n    tags:\r\n      - x\r\nrules: []\r\n",
            "feeds:\r\n  - url: https://example.org/a\r\n    tags:\r\n      - x\r\n  - url: https://example.net/c\r\nrules: []\r\n"
        },
        {
            "feeds:\n  - { url: https://example.org/a }\n",
            "feeds:\n  - { url: https://example.org/a }\n  - { url: https://example.net/c }\n"
        },
        {
            "feeds:\n  - url: https://example.org/a\n    tags:",
            "feeds:\n  - url: https://example.org/a\n    tags:\n  - url: https://example.net/c"
        },
        {
            "feeds:\n  -\n    url: https://example.org/a\n",
            "feeds:\n  -\n    url: https://example.org/a\n  - url: https://example.net/c\n"
        },
        {
            "feeds: [{url: https://example.org/a}]",
            "feeds: [{url: https://example.org/a}, { url: https://example.net/c }]"
        },
        {
            "feeds: [\n    {url: https://example.org/a} # A\n  ]",
            "feeds: [\n    {url: https://example.org/a}, # A\n    { url: https://example.net/c }\n  ]"
        },
        {
            "feeds: [\n    {url: https://example.org/a}, # A\n  ]",
            "feeds: [\n    {url: https://example.org/a}, # A\n    { url: https://example.net/c },\n  ]"
        },
        {
            "{rules: [], feeds: [ ]}",
            "{rules: [], feeds: [  { url: https://example.net/c } ]}"
        },
        { "{rules: []}", "{rules: [], feeds: [ { url: https://example.net/c } ]}" },
        { "{}", "{ feeds: [ { url: https://example.net/c } ] }" },
        { "{feeds: }", "{feeds:  [ { url: https://example.net/c } ]}" },
        { "{feeds: ~}", "{feeds:  [ { url: https://example.net/c } ]}" },
        { "{feeds}", "{feeds: [ { url: https://example.net/c } ]}" },
        { "---\nrules: []\n...\n", "---\nrules: []\nfeeds:\n  - url: https://example.net/c\n...\n" },
        { "  rules: []\n", "  rules: []\n  feeds:\n    - url: https://example.net/c\n" },
    };

    // A comment stays with the feed or the key that it stands at.
    public static TheoryData<string, string> Comments => new()
    {
        {
            "feeds:\n  - url: https://example.org/a\n    # slow in the mornings\nrules: []\n",
            "feeds:\n  - url: https://example.org/a\n    # slow in the mornings\n  - url: https://example.net/c\nrules: []\n"
        },
        {
            "feeds:\n  - url: https://example.org/a\n  # - url: https://example.org/b\n  #   name: B\n\n# the rules\nrules: []\n",
            "feeds:\n  - url: https://example.org/a\n  # - url: https://example.org/b\n  #   name: B\n  - url: https://example.net/c\n\n# the rules\nrules: []\n"
        },
        {
            "feeds:\r\n  - url: https://example.org/a\r\n\r\n    # A, once more\r\n\r\nrules: []\r\n",
            "feeds:\r\n  - url: https://example.org/a\r\n\r\n    # A, once more\r\n  - url: https://example.net/c\r\n\r\nrules: []\r\n"
        },
        {
            "feeds:\n  - url: https://example.org/a\n    tags: [x] # X\n    # slow",
            "feeds:\n  - url: https://example.org/a\n    tags: [x] # X\n    # slow\n  - url: https://example.net/c"
        },
        {
            "feeds:\n- url: https://example.org/a\n  # slow\n# the rules\nrules: []\n",
            "feeds:\n- url: https://example.org/a\n  # slow\n- url: https://example.net/c\n# the rules\nrules: []\n"
        },
        {
            "feeds:\n- url: https://example.org/a\n# - url: https://example.org/b\n\nrules: []\n",
            "feeds:\n- url: https://example.org/a\n# - url: https://example.org/b\n- url: https://example.net/c\n\nrules: []\n"
        },
        {
            "feeds:\n  # what to watch\nrules: []\n",
            "feeds:\n  # what to watch\n  - url: https://example.net/c\nrules: []\n"
        },
        {
            "feeds: []\n  # none yet\nrules: []\n",
            "feeds:\n  # none yet\n  - url: https://example.net/c\nrules: []\n"
        },
        {
            "feeds: [\n    {url: https://example.org/a},\n    # slow\n  ]",
            "feeds: [\n    {url: https://example.org/a},\n    # slow\n    { url: https://example.net/c },\n  ]"
        },
        {
            "feeds: [\n    {url: https://example.org/a} # A\n    # slow\n  ]",
            "feeds: [\n    {url: https://example.org/a}, # A\n    # slow\n    { url: https://example.net/c }\n  ]"
        },
    };

    [Theory]
    [MemberData(nameof(Places))]
    [MemberData(nameof(Comments))]
    public void Add_AnyStyleOfList_KeepsEverythingElse(string before, string after)
    {
        var edit = Add(before, new NewFeed("https://example.net/c", null, []));

        Assert.Empty(edit.Mistakes);
        Assert.Equal(after, edit.Text);
        Assert.Contains(Reading.ReadRight(edit.Text).Feeds, feed => feed.Url == "https://example.net/c");
    }

    [Fact]
    public void Add_NameTagsAndSpecialCharacters_AreQuotedWhereNeeded() =>
        Assert.Equal(
            """
            feeds:
              - url: https://example.net/b
                name: "B: news"
                tags: [x, y z]
              - url: "https://example.net/c?d=1&e=[2]"

            """,
            Add("", News, Plain).Text);

    [Theory]
    [InlineData("true")]
    [InlineData("12")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("a # b")]
    [InlineData("a: b")]
    [InlineData("a:")]
    [InlineData("- a")]
    [InlineData("*a")]
    [InlineData("\"quoted\" \\ text")]
    [InlineData("it's, [here] {now}")]
    [InlineData("Cost ${PRICE} and $${X}")]
    [InlineData("東京 ニュース")]
    [InlineData("news 📰")]
    [InlineData("2024-01-01")]
    [InlineData("%@`|>!&")]
    public void Add_AnyName_IsReadBackAsItIs(string name)
    {
        var edit = Add("", new NewFeed("https://example.net/c", name, [name]));

        var feed = Assert.Single(Reading.ReadRight(edit.Text).Feeds);
        Assert.Equal(name, feed.Name);
        Assert.Equal([name], feed.Tags);
    }

    [Fact]
    public void Add_FeedsThatAreThere_AreSkipped()
    {
        const string Text = "feeds:\n  - url: HTTPS://example.org:443/a\n";

        var edit = Add(Text, new NewFeed("https://EXAMPLE.org/a", null, []), News, News);

        Assert.Equal(["https://EXAMPLE.org/a", News.Url], edit.Present.Select(feed => feed.Url));
        Assert.Equal([News.Url], edit.Added.Select(feed => feed.Url));
    }

    [Fact]
    public void Add_FeedInTwoFolders_HasBothTags()
    {
        var edit = Add(
            "",
            new NewFeed("https://example.net/1", "One", ["Ports"]),
            new NewFeed("https://EXAMPLE.net/1", "One", ["Asia", "Ports"]),
            new NewFeed("https://example.net/2", "Two", []));

        Assert.Equal(["Ports,Asia", ""], edit.Added.Select(feed => string.Join(',', feed.Tags)));
        Assert.Contains("tags: [Ports, Asia]", edit.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" http://example.net/rss?q=2015|2016 -a\n", "http://example.net/rss?q=2015|2016%20-a")]
    [InlineData("https://b\u00fccher.example/feed \u00e4", "https://b\u00fccher.example/feed%20\u00e4")]
    [InlineData("https://example.net/a\r\n\tb", "https://example.net/ab")]
    public void Add_AddressWithWhiteSpace_IsEncoded(string written, string url)
    {
        var edit = Add("", new NewFeed(written, null, []));

        Assert.Equal(url, Assert.Single(edit.Added).Url);
        Assert.Equal(url, Assert.Single(Reading.ReadRight(edit.Text).Feeds).Url);
    }

    [Fact]
    public void Add_NothingNew_ChangesNothing()
    {
        const string Text = "feeds: [ {url: https://example.net/b} ]";

        Assert.Equal(Text, Add(Text, News).Text);
    }

    [Fact]
    public void Add_NamesThatAreTaken_GetTheHostAndThenANumber()
    {
        var edit = Add(
            "feeds: [{ url: https://example.org/a, name: News }]",
            new NewFeed("https://example.net/1", "News", []),
            new NewFeed("https://example.net/2", "News", []));

        Assert.Equal(["News (example.net)", "News (example.net) 2"], edit.Added.Select(feed => feed.Name));
    }

    [Fact]
    public void Add_WrongAddresses_AreRefusedAndTheFeedSchemeIsUnderstood()
    {
        var edit = Add("", new NewFeed("file:///etc/passwd", null, []), new NewFeed("feed://example.org/a", null, []));

        Assert.Equal("file:///etc/passwd", Assert.Single(edit.Refused).Feed.Url);
        Assert.Equal("https://example.org/a", Assert.Single(edit.Added).Url);
    }

    [Fact]
    public void Add_AddressWithAPassword_IsRefusedWithoutShowingIt()
    {
        var refused = Assert.Single(Add("", new NewFeed("https://me:swordfish@example.org/a", null, [])).Refused);

        Assert.Equal("example.org", refused.Feed.Url);
        Assert.DoesNotContain("swordfish", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feeds: hello")]
    [InlineData("feeds: [")]
    [InlineData("- a")]
    [InlineData("feeds: *a")]
    public void Add_FileThatCannotTakeThem_IsLeftAlone(string text)
    {
        var edit = Add(text, News);

        Assert.Equal(text, edit.Text);
        Assert.NotEmpty(edit.Mistakes);
        Assert.Empty(edit.Added);
    }

    [Fact]
    public void Add_FileWithOtherMistakes_StillTakesThem() =>
        Assert.EndsWith("  - url: https://example.net/b\n    name: \"B: news\"\n    tags: [x, y z]\n", Add("rulez: 1\n", News).Text);
}

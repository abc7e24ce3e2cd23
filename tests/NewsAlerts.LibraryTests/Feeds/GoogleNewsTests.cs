using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds;

public sealed class GoogleNewsTests
{
    private static readonly ItemSource Post = new("Harbour Post", "https://www.post.example");

    [Fact]
    public void StoryOf_OneArticleUnderSeveralLinks_OneStory()
    {
        var story = GoogleNews.StoryOf(Item("CBMi1?oc=5", "Ports open - Harbour Post", Post));

        Assert.Equal("news\npost.example\nports open", story);
        Assert.Equal(story, GoogleNews.StoryOf(Item("CBMi2?hl=en", "Ports open - harbour post", Post)));
        Assert.Equal(story, GoogleNews.StoryOf(Item("CBMi3", "Ports open", new ItemSource(null, "https://post.example/"))));
    }

    [Fact]
    public void StoryOf_OtherOutletOrTitle_AnotherStory()
    {
        var stories = new[]
        {
            GoogleNews.StoryOf(Item("1", "Ports open - Harbour Post", Post)),
            GoogleNews.StoryOf(Item("2", "Ports open - Tide Times", new ItemSource("Tide Times", "https://tide.example"))),
            GoogleNews.StoryOf(Item("3", "Ports open - again - Harbour Post", Post)),
        };

        Assert.Equal(3, stories.Distinct().Count());
    }

    [Fact]
    public void StoryOf_OtherSiteOrNothingSaid_Null()
    {
        Assert.Null(GoogleNews.StoryOf(new Item { Link = "https://wire.example/news.google.com", Title = "Ports open", Source = Post }));
        Assert.Null(GoogleNews.StoryOf(Item("1", "Ports open", null)));
        Assert.Null(GoogleNews.StoryOf(Item("1", null, Post)));
    }

    private static Item Item(string link, string? title, ItemSource? source) =>
        new() { Link = "https://news.google.com/rss/articles/" + link, Title = title, Source = source };
}

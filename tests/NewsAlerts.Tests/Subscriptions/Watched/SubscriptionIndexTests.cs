using NewsAlerts.Channels;
using NewsAlerts.Rules;
using NewsAlerts.Subscriptions;
using NewsAlerts.Subscriptions.Suppressed;
using NewsAlerts.Subscriptions.Watched;

namespace NewsAlerts.Tests.Subscriptions.Watched;

public class SubscriptionIndexTests
{
    // A Saturday.
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 30, 0, TimeSpan.Zero);

    private int _version;

    [Fact]
    public void Match_SameQueryByMany_IsOneQueryAndEachIsTold()
    {
        var snapshot = Index(
            People.Person("one@example.org", People.Watching("Lavrov AND Taiwan")),
            People.Person("two@example.org", People.Watching("Lavrov AND Taiwan", "daily 08:00")),
            People.Person("three@example.org", People.Watching("Japan")));

        Assert.Equal(2, snapshot.Queries);
        Assert.Equal(
            [DestinationOf("one@example.org", "immediate"), DestinationOf("two@example.org", "daily 08:00")],
            Match(snapshot, "Lavrov speaks on Taiwan").Select(told => told.Destination));
        Assert.Empty(Match(snapshot, "Lavrov speaks"));
    }

    [Fact]
    public void Match_RuleOfTheConfiguration_ItsFollowersAreTold()
    {
        var snapshot = Index(
            People.Person("one@example.org", People.Following("breaking")),
            People.Person("two@example.org", People.Following("other"), People.Watching("breaking")));

        var told = Assert.Single(Match(snapshot, "Taiwan", "breaking", "nobody's"));
        Assert.Equal((DestinationOf("one@example.org", "immediate"), "breaking"), (told.Destination, Assert.Single(told.Rules)));
    }

    [Theory]
    [InlineData("hourly", "daily 09:45", "daily 09:45")]
    [InlineData("hourly", "daily 10:15", "hourly")]
    [InlineData("weekly sun 08:00", "daily 09:00", "weekly sun 08:00")]
    [InlineData("weekly mon 08:00", "immediate", "immediate")]
    public void Match_SeveralOfOnePerson_OneBySoonestScheduleThatNamesAll(string one, string other, string soonest)
    {
        foreach (var order in (string[][])[[one, other], [other, one]])
        {
            var snapshot = Index(People.Person("me@example.org", People.Watching("Taiwan", order[0]), People.Following("breaking", order[1]), People.Watching("Japan")));

            var told = Assert.Single(Match(snapshot, "Taiwan", "breaking"));

            Assert.Equal(DestinationOf("me@example.org", soonest), told.Destination);
            Assert.Equal(["Taiwan", "breaking"], told.Rules);
        }
    }

    [Fact]
    public void Match_SameTextInTwoSubscriptionsOrSuspended_ToldOnceOrNotAtAll()
    {
        var snapshot = Index(
            People.Person("twice@example.org", People.Watching("Taiwan"), People.Watching("Taiwan")),
            People.Person("gone@example.org", People.Watching("Taiwan")) with { Suspended = new Suspension(Now, "The mailbox is gone.") });

        var told = Assert.Single(Match(snapshot, "Taiwan"));
        Assert.Equal((DestinationOf("twice@example.org", "immediate"), "Taiwan"), (told.Destination, Assert.Single(told.Rules)));
    }

    [Fact]
    public void Replace_MeansNothing_IsLeftOutAndSaidOnce()
    {
        var index = new SubscriptionIndex();
        var person = People.Person("me@example.org", People.Watching("(Taiwan"), People.Watching("Taiwan", "at dawn"), People.Watching("Taiwan", "immediate", "Mars/Olympus"), People.Watching("Japan"));

        Assert.Equal(["'(Taiwan' is no query", "'at dawn' in 'UTC' is no schedule", "'immediate' in 'Mars/Olympus' is no schedule"], index.Replace(Part(person)).Order());
        Assert.Single(Match(index.Commit(), "Taiwan and Japan"));
        Assert.Empty(index.Replace(Part(person)));
        Assert.Single(Match(index.Commit(), "Taiwan and Japan"));
    }

    [Fact]
    public void Skip_PartitionCannotBeRead_WhatWasKnownHoldsUntilItChanges()
    {
        var index = new SubscriptionIndex();
        var part = Part(People.Person("me@example.org", People.Watching("Taiwan")));
        index.Replace(part);
        index.Commit();

        index.Skip(part.Name, "damaged");

        Assert.True(index.Knows(part.Name, "damaged"));
        Assert.Single(Match(index.Commit(), "Taiwan"));
        index.Replace(part with { ETag = null, Subscribers = [] });
        Assert.Empty(Match(index.Commit(), "Taiwan"));
        Assert.Empty(index.Partitions);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 20)]
    [InlineData(3, 1_000)]
    public void Commit_ManyChanges_AsIfAllWereTakenAnew(int seed, int mostChanges)
    {
        string[] words = ["Lavrov", "Taiwan", "Japan", "chips", "storm", "vote", "oil", "(broken"];
        string[] schedules = ["immediate", "hourly", "daily 08:00"];
        var random = new Random(seed);
        var changed = new SubscriptionIndex(mostChanges);
        var people = new Dictionary<string, Subscriber>();
        for (var round = 0; round < 40; round++)
        {
            foreach (var _ in Enumerable.Range(0, random.Next(1, 4)))
            {
                var person = People.Person($"{random.Next(30)}@example.org", [.. Enumerable.Range(0, random.Next(4)).Select(_ => Any())]);
                people[person.Id] = person;
            }

            foreach (var part in people.Values.GroupBy(person => person.Id[..3]).Where(_ => random.Next(2) == 0 || round == 39))
            {
                changed.Replace(Part([.. part]));
            }

            if (random.Next(3) == 0)
            {
                changed.Commit();
            }
        }

        var (incremental, anew) = (changed.Commit(), Index([.. people.Values]));
        Assert.Equal(anew.Queries, incremental.Queries);
        foreach (var title in words.SelectMany(one => words, (one, other) => $"{one} {other}"))
        {
            Assert.Equal(Say(anew, title), Say(incremental, title));
        }

        Subscription Any() => random.Next(4) == 0
            ? People.Following(words[random.Next(3)], schedules[random.Next(3)])
            : People.Watching(random.Next(2) == 0 ? words[random.Next(8)] : $"{words[random.Next(4)]} {words[random.Next(7)]}", schedules[random.Next(3)]);

        static IEnumerable<string> Say(SubscriptionSnapshot snapshot, string title) =>
            Match(snapshot, title, "Lavrov", "Japan").Select(told => $"{told.Destination} {string.Join('|', told.Rules.Order())}").Order();
    }

    private static IEnumerable<ToldSubscriber> Match(SubscriptionSnapshot snapshot, string title, params string[] rules) =>
        snapshot.Match(new ItemText(title, null, null), rules, Now);

    private static string DestinationOf(string address, string send) =>
        SubscriberName.Of(SubscriberId.Of(address), SubscriptionSchedule.KeyOf(People.Watching("", send)));

    private SubscriptionSnapshot Index(params IReadOnlyList<Subscriber> people)
    {
        var index = new SubscriptionIndex();
        foreach (var part in people.GroupBy(person => person.Id[..3]))
        {
            index.Replace(Part([.. part]));
        }

        return index.Commit();
    }

    private ReadPartition Part(params IReadOnlyList<Subscriber> people) => new(people[0].Id[..3], $"{++_version}", people);
}

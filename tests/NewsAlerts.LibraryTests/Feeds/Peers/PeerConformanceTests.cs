using NewsAlerts.Feeds;
using NewsAlerts.LibraryTests.Feeds.Conformance;

namespace NewsAlerts.LibraryTests.Feeds.Peers;

/// <summary>Holds the parser against CodeHollow.FeedReader on the conformance cases.</summary>
public sealed class PeerConformanceTests(ITestOutputHelper output)
{
    [Fact]
    public void Parse_CaseThatCodeHollowPasses_PassesButForKnownExceptions()
    {
        var cases = FeedCases.Read();
        var ours = cases.Where(feedCase => Passes(feedCase, bytes => FeedParser.Parse(bytes, feedCase.Source)));
        var passed = ours.Select(feedCase => feedCase.Id).ToHashSet();
        var passedByPeer = cases.Where(feedCase => Passes(feedCase, ReadByPeer)).Select(feedCase => feedCase.Id).ToHashSet();

        output.WriteLine($"ours: {passed.Count} of {cases.Count} ({100.0 * passed.Count / cases.Count:F1} %)");
        output.WriteLine($"{FeedPeer.CodeHollow.Package} {FeedPeer.CodeHollow.Version}: {passedByPeer.Count} of {cases.Count} "
            + $"({100.0 * passedByPeer.Count / cases.Count:F1} %)");
        Assert.Equal(KnownExceptions.ReadOfPeer().Order(), passedByPeer.Except(passed).Order());
    }

    private static bool Passes(FeedCase feedCase, Func<byte[], FeedParseResult> read) =>
        FeedCaseComparer.Failures(feedCase, read(File.ReadAllBytes(feedCase.Path))).Count == 0;

    // It throws exceptions of many types at documents that it cannot read.
    private static FeedParseResult ReadByPeer(byte[] document)
    {
        try
        {
            return FeedParseResult.Feed(FeedPeer.CodeHollow.Read(document));
        }
        catch (Exception exception)
        {
            return FeedParseResult.NotAFeed(exception.GetType().Name);
        }
    }
}

using System.Reflection;
using System.ServiceModel.Syndication;
using CodeHollow.FeedReader;
using NewsAlerts.Feeds;

namespace NewsAlerts.LibraryTests.Feeds.Peers;

/// <summary>A feed library that ours is compared with: its package, the version that is here, and how it reads a document.</summary>
internal sealed record FeedPeer(string Package, string Version, Func<byte[], FeedDocument> Read)
{
    /// <summary>The encoding of a document whose reader does not say which one it was.</summary>
    public const string UnknownEncoding = "";

    public static FeedPeer CodeHollow { get; } = Of(typeof(FeedReader), CodeHollowPeer.Read);

    public static FeedPeer Syndication { get; } = Of(typeof(SyndicationFeed), SyndicationPeer.Read);

    private static FeedPeer Of(Type type, Func<byte[], FeedDocument> read)
    {
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return new FeedPeer(type.Assembly.GetName().Name ?? "", version.Split('+')[0], read);
    }
}

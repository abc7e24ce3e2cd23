using NewsAlerts.Channels;
using NewsAlerts.Configuration;

namespace NewsAlerts.Subscriptions.Links;

/// <summary>
/// Makes and reads the links by which readers say what they want: whoever has one has read what was sent to the address.
/// There are none without <c>settings: publicUrl, signingKey</c>. Every process makes them, since they lead to whichever one
/// serves the pages: an email must not depend on who sends it.
/// </summary>
internal sealed class SignedLinks(CurrentConfiguration configuration, TimeProvider time)
{
    /// <summary>The first segment of the pages' paths.</summary>
    public const string PathName = "subscriptions";

    // So that the link stays shorter than the line of a header may be (RFC 5322 §2.1.1).
    private const int MostListed = 16;

    /// <summary>How long a link that confirms can be followed.</summary>
    public static readonly TimeSpan ConfirmFor = TimeSpan.FromHours(48);

    /// <summary>How long a link that shows and changes subscriptions can be followed: emails have one, and some are forwarded.</summary>
    public static readonly TimeSpan ManageFor = TimeSpan.FromDays(7);

    /// <summary>The address that they begin with, without a slash at its end; null where there is none.</summary>
    public string? Site => Settings.PublicUrl;

    /// <summary>Whether links can be made now.</summary>
    public bool AreMade => Site is not null && Settings.SigningKeys.Count > 0;

    private Settings Settings => configuration.Snapshot.Configuration.Settings;

    /// <summary>Where the reader of a destination of alerts.yaml turns it down; null where that cannot be.</summary>
    public ReaderLinks? Of(Destination destination) =>
        destination.To is { } address
        && Make(LinkPurpose.Unsubscribe, new LinkSubject(SubscriberId.Of(address)) { Destination = destination.Name }) is { } unsubscribe
            ? new ReaderLinks(unsubscribe, null)
            : null;

    /// <summary>Where a subscriber turns down what an email came from; null where links are not made.</summary>
    /// <param name="subscriber">The subscriber's id.</param>
    /// <param name="subscriptions">The ids of the subscriptions that the email came from; where there are none, or too many for a link, it ends all.</param>
    public ReaderLinks? Of(string subscriber, params IReadOnlyList<string> subscriptions) =>
        Make(LinkPurpose.Unsubscribe, new LinkSubject(subscriber) { Subscriptions = Listed(subscriptions) }) is { } unsubscribe
            ? new ReaderLinks(unsubscribe, Manage(subscriber))
            : null;

    /// <summary>Where a subscriber sees and changes what there is; null where links are not made.</summary>
    public Uri? Manage(string subscriber) => Make(LinkPurpose.Manage, new LinkSubject(subscriber), ManageFor);

    /// <summary>Where a subscription is confirmed; null where links are not made.</summary>
    public Uri? Confirm(string subscriber, string subscription) =>
        Make(LinkPurpose.Confirm, new LinkSubject(subscriber) { Subscriptions = subscription }, ConfirmFor);

    /// <summary>What a token says; null where it is none of ours, or is for something else. It may have ended.</summary>
    public SignedLink? Read(LinkPurpose purpose, string? token) =>
        token is null ? null : LinkToken.Read(token, purpose, Settings.SigningKeys);

    private static string? Listed(IReadOnlyList<string> subscriptions) =>
        subscriptions.Count is > 0 and <= MostListed ? string.Join(',', subscriptions) : null;

    /// <summary>The second segment of the page's path that a link of that purpose leads to.</summary>
    public static string PathOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Confirm => "confirm",
        LinkPurpose.Manage => "manage",
        _ => "unsubscribe",
    };

    private Uri? Make(LinkPurpose purpose, LinkSubject subject, TimeSpan? lasts = null)
    {
        if (Site is not { } address || Settings.SigningKeys is not [var key, ..])
        {
            return null;
        }

        var token = LinkToken.Write(purpose, new SignedLink(subject, time.GetUtcNow() + lasts), key);
        return new Uri($"{address}/{PathName}/{PathOf(purpose)}?token={token}");
    }
}

using NewsAlerts.Feeds;
using NewsAlerts.Http;
using NewsAlerts.Messages;

namespace NewsAlerts.Channels;

/// <summary>What a receiver or an error said, fit to be stored and shown.</summary>
internal static class AnswerText
{
    /// <summary>
    /// The text without control characters and secrets, of <see cref="FeedLimits.Reason"/> characters at the most. Secrets are taken out before it
    /// is cut, since half a secret would not be recognised.
    /// </summary>
    public static string Of(string text, params IEnumerable<Secret?> secrets) =>
        Graphemes.Cut(CleanText.Of(Redaction.Redact(CleanText.Of(text), secrets)), FeedLimits.Reason);
}

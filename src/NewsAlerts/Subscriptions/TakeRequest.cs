using Microsoft.Extensions.Logging;

namespace NewsAlerts.Subscriptions;

/// <summary>
/// Notes what somebody asks for from a page, so that an email may ask the address's reader. It is done here and not where
/// the page is answered, so that the answer tells nobody, by what it says or how long it takes, who is known.
/// </summary>
internal sealed partial class TakeRequest(Subscribers subscribers, TimeProvider time, ILogger<TakeRequest> logger)
{
    /// <summary>Notes a request. Returns whether the email may go that brings the link; a request that comes twice is noted once.</summary>
    public async Task<bool> RunAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        var mayAsk = false;
        await subscribers.UpdateAsync(
            request.Reader,
            current =>
            {
                (var next, mayAsk) = current.Ask(request, time.GetUtcNow());
                return next;
            },
            cancellationToken);
        if (!mayAsk)
        {
            Log.Refused(logger, request.Reader);
        }

        return mayAsk;
    }

    private static partial class Log
    {
        [LoggerMessage(620, LogLevel.Information, "No email asks the reader {Reader}: nothing waits for it, or it was asked too often")]
        public static partial void Refused(ILogger logger, string reader);
    }
}

using Azure.Core;
using Azure.Core.Pipeline;

namespace NewsAlerts.AzureStorage;

/// <summary>How many requests the client sends for one call: it repeats those that got no answer, and says nothing of it.</summary>
internal sealed class RequestCount
{
    private int _count;

    /// <summary>What the client is to carry along with the call.</summary>
    public IDictionary<string, object?> Properties => new Dictionary<string, object?> { [nameof(RequestCount)] = this };

    /// <summary>Whether it has sent more than one.</summary>
    public bool IsRepeated => Volatile.Read(ref _count) > 1;

    /// <summary>Counts the requests of a client; belongs behind what repeats them.</summary>
    internal sealed class Policy : HttpPipelineSynchronousPolicy
    {
        /// <inheritdoc />
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.TryGetProperty(nameof(RequestCount), out var property) && property is RequestCount requests)
            {
                Interlocked.Increment(ref requests._count);
            }
        }
    }
}

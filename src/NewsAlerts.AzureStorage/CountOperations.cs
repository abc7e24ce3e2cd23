using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace NewsAlerts.AzureStorage;

/// <summary>Counts every request that leaves a client, repeated ones too: each is billed.</summary>
/// <param name="operations">Where they are counted.</param>
/// <param name="service">The service: <c>blob</c> or <c>queue</c>.</param>
internal sealed class CountOperations(StorageOperations operations, string service) : HttpPipelineSynchronousPolicy
{
    private const string Receive = "receive";

    /// <inheritdoc />
    public override void OnReceivedResponse(HttpMessage message)
    {
        var kind = KindOf(message.Request);
        operations.Add(kind == Receive && !BringsMessage(message.Response) ? StorageOperations.IdlePoll : $"{service} {kind}");
    }

    // An answer without messages has no body that says more than that.
    private static bool BringsMessage(Response answer) =>
        !answer.IsError && answer.Content.ToString().Contains("<QueueMessage>", StringComparison.Ordinal);

    private string KindOf(Request request)
    {
        var isMessage = service == "queue" && request.Uri.Path.Contains("/messages", StringComparison.Ordinal);
        var query = request.Uri.Query;
        return (isMessage, request.Method.Method) switch
        {
            (true, "GET") => Asks("peekonly=true") ? "peek" : Receive,
            (true, "POST") => "send",
            (true, "PUT") => "update",
            (_, "DELETE") => "delete",
            (_, "GET" or "HEAD") => Asks("comp=list") ? "list" : "read",
            _ => Asks("restype=container") || service == "queue" ? "create" : "write",
        };

        bool Asks(string words) => query.Contains(words, StringComparison.Ordinal);
    }
}

using System.Collections.Concurrent;
using Grpc.Core;
using NewsAlerts.HostTests.FunctionsApp.Protocol;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>Takes the calls of workers, each of which says first which one it is.</summary>
internal sealed class WorkerCalls : FunctionRpc.FunctionRpcBase
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<WorkerSession>> _expected = new();

    /// <summary>The session of a worker, as soon as it has called.</summary>
    public Task<WorkerSession> ExpectAsync(string workerId) => Expected(workerId).Task;

    public override async Task EventStream(
        IAsyncStreamReader<WorkerMessage> requestStream, IServerStreamWriter<WorkerMessage> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken)
            || requestStream.Current is not { ContentCase: WorkerMessage.ContentOneofCase.Hello, Hello: var hello })
        {
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "a worker says first which one it is"));
        }

        var session = new WorkerSession(responseStream);
        Expected(hello.WorkerId).TrySetResult(session);
        await session.ListenAsync(requestStream, context.CancellationToken);
    }

    private TaskCompletionSource<WorkerSession> Expected(string workerId) =>
        _expected.GetOrAdd(workerId, _ => new TaskCompletionSource<WorkerSession>(TaskCreationOptions.RunContinuationsAsynchronously));
}

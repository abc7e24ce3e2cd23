using System.Collections.Concurrent;
using Grpc.Core;
using NewsAlerts.HostTests.FunctionsApp.Protocol;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>A conversation with one worker process: questions with their answers, and what the worker logs.</summary>
/// <param name="toWorker">Where questions go.</param>
internal sealed class WorkerSession(IServerStreamWriter<WorkerMessage> toWorker) : IDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<WorkerMessage>> _asked = new();
    private readonly ConcurrentQueue<LogEntry> _log = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _hasEnded;

    /// <summary>Ends when the worker has hung up.</summary>
    public Task Ended => _ended.Task;

    /// <summary>What the worker has logged until now, of steps and of itself.</summary>
    public IReadOnlyCollection<LogEntry> Log => _log;

    /// <summary>Asks the worker, and waits for its answer.</summary>
    /// <exception cref="WorkerEndedException">The worker has ended before it answered.</exception>
    public async Task<WorkerMessage> AskAsync(WorkerMessage question, CancellationToken cancellationToken)
    {
        question.RequestId = Guid.NewGuid().ToString();
        var answer = new TaskCompletionSource<WorkerMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[question.RequestId] = answer;
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (_hasEnded)
            {
                throw new WorkerEndedException();
            }

            await toWorker.WriteAsync(question, CancellationToken.None);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or RpcException)
        {
            throw new WorkerEndedException();
        }
        finally
        {
            _writing.Release();
        }

        return await answer.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Reads what the worker says until it hangs up.</summary>
    public async Task ListenAsync(IAsyncStreamReader<WorkerMessage> fromWorker, CancellationToken cancellationToken)
    {
        try
        {
            while (await fromWorker.MoveNext(cancellationToken))
            {
                var message = fromWorker.Current;
                if (message.ContentCase == WorkerMessage.ContentOneofCase.Log)
                {
                    _log.Enqueue(message.Log);
                }
                else if (_asked.TryRemove(message.RequestId, out var asked))
                {
                    asked.TrySetResult(message);
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or RpcException)
        {
            // The process was killed: it hangs up without a word.
        }

        await EndAsync();
    }

    public void Dispose() => _writing.Dispose();

    private async Task EndAsync()
    {
        await _writing.WaitAsync(CancellationToken.None);
        _hasEnded = true;
        _writing.Release();
        foreach (var asked in _asked.Values)
        {
            asked.TrySetException(new WorkerEndedException());
        }

        _ended.TrySetResult();
    }
}

using System.Diagnostics;
using System.Globalization;
using NewsAlerts.HostTests.FunctionsApp.Protocol;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>The built worker of the Functions app in a process of its own, loaded as a host does it.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const string Assembly = "NewsAlerts.Functions.dll";

    private readonly BuiltProgram _program;
    private readonly WorkerSession _session;

    private WorkerProcess(BuiltProgram program, WorkerSession session, Uri? web, IReadOnlyList<WorkerFunction> functions) =>
        (_program, _session, Web, Functions) = (program, session, web, functions);

    /// <summary>The folder that the app was built into.</summary>
    public static string Folder { get; } = BuildFolder.OfFunctionsApp;

    /// <summary>The process.</summary>
    public BuiltProgram Program => _program;

    /// <summary>Where the worker takes the HTTP requests that the host forwards; null where it takes none.</summary>
    public Uri? Web { get; }

    /// <summary>The functions that it has loaded.</summary>
    public IReadOnlyList<WorkerFunction> Functions { get; }

    /// <summary>
    /// What the host would write to its console: what was logged within an invocation, and what the worker wrote to its own. The host
    /// drops what is logged outside of an invocation.
    /// </summary>
    public string Console => string.Join(
        '\n',
        [.. _session.Log.Where(entry => entry.InvocationId.Length > 0).Select(entry => $"{entry.Level}: {entry.Message}"), _program.Output, _program.Error]);

    /// <summary>Starts it, and waits until its functions are loaded.</summary>
    /// <param name="calls">Where it calls.</param>
    /// <param name="host">The address that it calls.</param>
    /// <param name="settings">The settings of the app.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<WorkerProcess> StartAsync(
        WorkerCalls calls, Uri host, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString();
        string[] arguments =
        [
            "--functions-uri", host.AbsoluteUri,
            "--functions-worker-id", id,
            "--functions-request-id", Guid.NewGuid().ToString(),
            "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ];
        var program = BuiltProgram.Start(
            [("FUNCTIONS_APPLICATION_DIRECTORY", Folder), .. settings.Select(setting => (setting.Key, setting.Value))],
            Path.Combine(Folder, Assembly),
            arguments);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromMinutes(2));
            var called = calls.ExpectAsync(id);
            var ended = program.EndAsync(limit.Token);
            Assert.True(await Task.WhenAny(called, ended) == called, $"the worker ended. It wrote:\n{program.Output}\n{program.Error}");
            return await LoadAsync(program, await called, limit.Token);
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a function, and waits until it has ended.</summary>
    /// <param name="function">The function.</param>
    /// <param name="invocationId">The id of this run.</param>
    /// <param name="input">What its trigger brings.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The function failed.</exception>
    /// <exception cref="WorkerEndedException">The worker ended.</exception>
    public async Task InvokeAsync(WorkerFunction function, string invocationId, Value input, CancellationToken cancellationToken)
    {
        var invocation = new Invocation
        {
            InvocationId = invocationId,
            FunctionId = function.Id,
            Inputs = { new Input { Name = function.Parameter, Value = input } },
            Trace = new TraceContext { TraceParent = NewTrace() },
        };
        var answer = await _session.AskAsync(new WorkerMessage { Invocation = invocation }, cancellationToken);
        Check(answer.InvocationResult.Outcome, function.Name);
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        await _session.Ended;
        _session.Dispose();
    }

    private static async Task<WorkerProcess> LoadAsync(BuiltProgram program, WorkerSession session, CancellationToken cancellationToken)
    {
        var begin = new WorkerBegin { HostVersion = "4.1048.0", WorkerDirectory = Folder, AppDirectory = Folder };
        var ready = (await session.AskAsync(new WorkerMessage { Begin = begin }, cancellationToken)).Ready;
        Check(ready.Outcome, "the start");
        var request = new FunctionsRequest { AppDirectory = Folder };
        var listed = (await session.AskAsync(new WorkerMessage { FunctionsRequest = request }, cancellationToken)).Functions;
        Check(listed.Outcome, "the list of functions");
        foreach (var function in listed.Functions)
        {
            var load = new FunctionLoad { FunctionId = function.FunctionId, Function = function };
            Check((await session.AskAsync(new WorkerMessage { Load = load }, cancellationToken)).Loaded.Outcome, function.Name);
        }

        var web = ready.Capabilities.TryGetValue("HttpUri", out var address) ? new Uri(address) : null;
        return new WorkerProcess(program, session, web, [.. listed.Functions.Select(WorkerFunction.Of)]);
    }

    // A trace of the host's own (W3C Trace Context §3.2), which nobody records.
    private static string NewTrace() => $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00";

    private static void Check(Outcome outcome, string what)
    {
        if (outcome.Status != Outcome.Types.Status.Success)
        {
            throw new InvalidOperationException($"{what} failed in the worker: {outcome.Failure?.Message}\n{outcome.Failure?.StackTrace}");
        }
    }
}

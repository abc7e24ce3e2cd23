using System.Globalization;
using System.Net;
using System.Text.Json;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NCrontab;
using NewsAlerts.HostTests.FunctionsApp.Protocol;
using NewsAlerts.HostTests.Support;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>
/// A host for the built Functions app: the real queue listeners in front, the worker in a process of its own behind them, HTTP forwarded
/// to it, and timers that run when a test says so.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private readonly Dictionary<string, string> _settings;
    private readonly WorkerCalls _calls = new();
    private readonly WebApplication _callsServer;
    private readonly IHost _listeners;
    private Task<WorkerProcess> _worker;
    private HttpFront? _front;
    private int _running;

    private FunctionsHost(string account, IEnumerable<(string Name, string Value)> settings)
    {
        _settings = new Dictionary<string, string>
        {
            ["AlertsStorage"] = account,
            ["AzureWebJobsStorage"] = account,
            ["AzureWebJobsDisableHomepage"] = "true",
        };
        foreach (var (name, value) in settings)
        {
            _settings[name] = value;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_calls);
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        _callsServer = builder.Build();
        _callsServer.MapGrpcService<WorkerCalls>();
        _listeners = QueueListeners.Create(account, new QueueTriggers(RunQueueAsync));
        _worker = Task.FromException<WorkerProcess>(new InvalidOperationException("the host was not started"));
    }

    /// <summary>Where the app answers to the web.</summary>
    public Uri Address => _front?.Address ?? throw new InvalidOperationException("the host was not started");

    /// <summary>Whether a function runs for a message.</summary>
    public bool IsWorking => Volatile.Read(ref _running) > 0;

    /// <summary>Starts the app, and waits until it works.</summary>
    /// <param name="account">The storage account, as a connection string.</param>
    /// <param name="settings">More settings of the app.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<FunctionsHost> StartAsync(
        string account, IEnumerable<(string Name, string Value)> settings, CancellationToken cancellationToken)
    {
        var host = new FunctionsHost(account, settings);
        try
        {
            await host.StartAsync(cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>The worker that runs now.</summary>
    public Task<WorkerProcess> WorkerAsync() => _worker;

    /// <summary>Runs a timer's function once, and waits until it has ended.</summary>
    /// <param name="name">The function's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RunTimerAsync(string name, CancellationToken cancellationToken)
    {
        var worker = await _worker;
        var function = worker.Functions.Single(function => function.Name == name);
        Assert.Equal("timerTrigger", function.Kind);
        var json = JsonSerializer.Serialize(new { Schedule = new { AdjustForDST = true }, ScheduleStatus = (object?)null, IsPastDue = false });
        await worker.InvokeAsync(function, Guid.NewGuid().ToString(), new Value { Json = json }, cancellationToken);
    }

    /// <summary>Asks how the app is.</summary>
    /// <param name="key">The function key that is sent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(HttpStatusCode Status, JsonElement Body)> AskHealthAsync(string key, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/api/health")) { Headers = { { "x-functions-key", key } } };
        using var answer = await client.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return (answer.StatusCode, body.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(body));
    }

    /// <summary>Waits until no function runs, and no queue has a message that could be worked on.</summary>
    public async Task WaitUntilIdleAsync(Installation installation, CancellationToken cancellationToken)
    {
        var queues = installation.Place.Queues;
        for (var idle = 0; idle < 3; idle = await IsIdleAsync() ? idle + 1 : 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }

        async Task<bool> IsIdleAsync()
        {
            foreach (var queue in QueueTriggers.All)
            {
                if (IsWorking || (await queues.CountAsync(queue, cancellationToken)).Visible > 0)
                {
                    return false;
                }
            }

            return !IsWorking;
        }
    }

    /// <summary>Kills the worker, and starts another one, as a host does when its worker has ended.</summary>
    public async Task KillWorkerAsync(CancellationToken cancellationToken)
    {
        var killed = await _worker;
        _worker = RestartAsync();
        await _worker;

        async Task<WorkerProcess> RestartAsync()
        {
            await killed.Program.KillAsync(cancellationToken);
            return await StartWorkerAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using (_listeners)
        {
            await _listeners.StopAsync(CancellationToken.None);
        }

        if (_front is not null)
        {
            await _front.DisposeAsync();
        }

        if (_worker.IsCompletedSuccessfully)
        {
            await (await _worker).DisposeAsync();
        }

        await _callsServer.DisposeAsync();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        await _callsServer.StartAsync(cancellationToken);
        _worker = StartWorkerAsync(cancellationToken);
        var worker = await _worker;
        Assert.Equal(
            QueueTriggers.All.Order(StringComparer.Ordinal),
            worker.Functions.Where(function => function.Kind == "queueTrigger").Select(function => function.Text("queueName")).Order(StringComparer.Ordinal));
        foreach (var timer in worker.Functions.Where(function => function.Kind == "timerTrigger"))
        {
            CheckSchedule(timer);
        }

        var hasHomePage = _settings.GetValueOrDefault("AzureWebJobsDisableHomepage") != "true";
        _front = await HttpFront.StartAsync(worker.Functions, hasHomePage, WorkerAsync, cancellationToken);
        await _listeners.StartAsync(cancellationToken);
    }

    private Task<WorkerProcess> StartWorkerAsync(CancellationToken cancellationToken) =>
        WorkerProcess.StartAsync(_calls, new Uri(_callsServer.Urls.Single()), _settings, cancellationToken);

    // The real host resolves a setting between percent signs by itself, and drops the function where it finds none.
    private void CheckSchedule(WorkerFunction timer)
    {
        var schedule = timer.Text("schedule");
        var resolved = schedule is ['%', .. var name, '%']
            ? _settings.GetValueOrDefault(name) ?? throw new InvalidOperationException($"'{schedule}' of {timer.Name} does not resolve to a value")
            : schedule;
        CrontabSchedule.Parse(resolved, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
    }

    private async Task RunQueueAsync(string queue, ParameterBindingData message, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _running);
        try
        {
            var worker = await _worker;
            var function = worker.Functions.Single(function => function.Kind == "queueTrigger" && function.Text("queueName") == queue);
            var data = new BindingData
            {
                Version = message.Version,
                Source = message.Source,
                ContentType = message.ContentType,
                Content = ByteString.CopyFrom(message.Content.ToArray()),
            };
            await worker.InvokeAsync(function, Guid.NewGuid().ToString(), new Value { BindingData = data }, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}

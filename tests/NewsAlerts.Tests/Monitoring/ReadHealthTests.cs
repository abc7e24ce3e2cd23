using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsAlerts.Configuration;
using NewsAlerts.Monitoring;
using NewsAlerts.Monitoring.Incidents;
using NewsAlerts.Polling;
using NewsAlerts.Polling.Shards;
using NewsAlerts.Steps;
using NewsAlerts.Storage;
using NewsAlerts.Tests.Configuration;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.Tests.Monitoring;

public sealed class ReadHealthTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly MemoryDocuments _stored = new();
    private readonly CurrentConfiguration _current = new(new AlertsConfiguration());
    private readonly PoisonMessages _poison;
    private RefreshConfiguration? _refresh;
    private string _file = Reading.Right;

    public ReadHealthTests() =>
        _poison = new PoisonMessages(_stored, new MemoryQueue(_time), _time, NullLogger<PoisonMessages>.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _refresh?.Dispose();

    [Fact]
    public async Task RunAsync_FeedNotYetPolled_IsWell()
    {
        await WriteShardAsync("a", DateTimeOffset.UnixEpoch);

        var health = await RunAsync();

        Assert.True(health.IsWell);
        Assert.Equal(("alerts.yaml", _time.GetUtcNow(), 0), (health.Origin, health.Since, health.Mistakes));
        Assert.Equal((1, 1, TimeSpan.Zero), (health.Shards, health.DueShards, health.LatePolls));
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task RunAsync_PollsLate_IsIllAfterAnHour(int minutes, bool isWell)
    {
        await WriteShardAsync("a", _time.GetUtcNow().AddMinutes(-minutes));
        await WriteShardAsync("b", _time.GetUtcNow().AddMinutes(1));

        var health = await RunAsync();

        Assert.Equal((isWell, 2, 1), (health.IsWell, health.Shards, health.DueShards));
        Assert.Equal(TimeSpan.FromMinutes(minutes), health.LatePolls);
        Assert.Equal(isWell ? [] : ["polling.stopped"], health.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task RunAsync_PoisonKept_IsIllUntilItIsSeenTo()
    {
        await _poison.KeepAsync(Queues.Alerts, "1", "{}"u8.ToArray(), "550 no mailbox ada@example.org", Cancellation);

        var problem = Assert.Single((await RunAsync()).Problems);

        Assert.Equal("message.poison", problem.Code);
        Assert.Equal("Messages of the queue alerts were given up: 'alerts status' says why.", problem.Text);
        Assert.Equal(_time.GetUtcNow(), problem.Since);
        await _poison.ForgetAsync(Queues.Alerts, "1", Cancellation);
        Assert.True((await RunAsync()).IsWell);
    }

    [Fact]
    public async Task RunAsync_IncidentsKnown_OneProblemForEachKindWithoutWhatServersSaid()
    {
        var incidents = new IncidentLog(_stored, _current, new StepMessages(new MemoryQueue(_time)), _time);
        await incidents.UpdateAsync(
            [IncidentKind.FeedFailing, IncidentKind.DestinationDisabled],
            [Incident(IncidentKind.FeedFailing, "World wire"), Incident(IncidentKind.FeedFailing, "Asia"), Incident(IncidentKind.DestinationDisabled, "desk")],
            Cancellation);

        var health = await RunAsync();

        Assert.Equal(
            [
                ("feed.failing", "2 feeds have been failing for a day: 'alerts status' says why."),
                ("destination.disabled", "The destination desk is disabled: 'alerts status' says why."),
            ],
            health.Problems.Select(problem => (problem.Code, problem.Text)));
    }

    [Fact]
    public async Task RunAsync_ConfigurationRefused_IsIllAndNamesThePlace()
    {
        _file = "feeds: [";

        var health = await RunAsync();

        var problem = Assert.Single(health.Problems);
        Assert.Equal("configuration.missing", problem.Code);
        Assert.Contains("alerts.yaml, line 1", problem.Text, StringComparison.Ordinal);
        Assert.Equal((null, 1), (health.Origin, health.Mistakes));
    }

    [Fact]
    public async Task RunAsync_NewerConfigurationRefused_WhatHeldGoesOnAndNoSecretIsRepeated()
    {
        await RunAsync();
        _file = Reading.Right + "\npassword: hunter2-hunter2";
        _time.Advance(TimeSpan.FromMinutes(1));

        var problem = Assert.Single((await RunAsync()).Problems);

        Assert.Equal("configuration.refused", problem.Code);
        Assert.Contains("what held before goes on", problem.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_SecretIsMissing_NamesItAndWhereItBelongs()
    {
        _file = Reading.Right.Replace("me@example.org", "'${READER}'", StringComparison.Ordinal);

        var problem = Assert.Single((await RunAsync()).Problems);

        Assert.Equal("configuration.secrets", problem.Code);
        Assert.StartsWith("Settings are missing: the environment variable READER is not set. In Azure: the key vault", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StorageProblem.Permission)]
    [InlineData(StorageProblem.Setting)]
    public async Task RunAsync_StorageRefuses_AnswersWithItsProblem(string code)
    {
        var health = await RunAsync(new FailingDocuments(_ => throw new StorageUnavailableException(code, "the storage account cannot be used: why")));

        var problem = Assert.Single(health.Problems);
        Assert.Equal((code, "The storage account cannot be used: why."), (problem.Code, problem.Text));
    }

    [Fact]
    public async Task RunAsync_StorageDoesNotAnswer_AnswersAfterTenSeconds()
    {
        var running = RunAsync(new FailingDocuments(token => Task.Delay(Timeout.Infinite, token)));
        _time.Advance(ReadHealth.TimeToAnswer);

        Assert.Equal("storage.unreachable", Assert.Single((await running).Problems).Code);
    }

    [Fact]
    public async Task RunAsync_DocumentThatCannotBeRead_AnswersAllTheSame()
    {
        await _stored.WriteAsync("service/incidents", "{"u8.ToArray(), WriteCondition.None, metadata: null, Cancellation);

        Assert.Equal("document.unreadable", Assert.Single((await RunAsync()).Problems).Code);
    }

    private Incident Incident(IncidentKind kind, string name) =>
        new() { Kind = kind.Id, Key = name, Name = name, Text = "550 no mailbox ada@example.org", Since = _time.GetUtcNow() };

    private Task<ServiceHealth> RunAsync() => RunAsync(_stored);

    private Task<ServiceHealth> RunAsync(IDocumentStore documents)
    {
        _refresh ??= new RefreshConfiguration(
            _current,
            documents,
            new HostConfiguration(() => Encoding.UTF8.GetBytes(_file), _ => null),
            _time,
            NullLogger<RefreshConfiguration>.Instance);
        return new ReadHealth(
            _refresh,
            new FeedShards(documents),
            new IncidentLog(documents, _current, new StepMessages(new MemoryQueue(_time)), _time),
            new PoisonIncidents(_poison),
            _time,
            NullLogger<ReadHealth>.Instance).RunAsync(Cancellation);
    }

    private Task<Versioned<FeedShard>?> WriteShardAsync(string name, DateTimeOffset due) => new FeedShards(_stored).UpdateAsync(
        name,
        known: null,
        _ => new FeedShard { Feeds = [new FeedState { Url = $"https://{name}.example/", Due = due }] },
        Cancellation);

    /// <summary>Documents of a storage that fails.</summary>
    private sealed class FailingDocuments(Func<CancellationToken, Task> fail) : IDocumentStore
    {
        public async Task<Document?> ReadAsync(string name, CancellationToken cancellationToken)
        {
            await fail(cancellationToken);
            return null;
        }

        public async Task<string?> WriteAsync(
            string name,
            ReadOnlyMemory<byte> content,
            WriteCondition condition,
            IReadOnlyDictionary<string, string>? metadata,
            CancellationToken cancellationToken)
        {
            await fail(cancellationToken);
            return null;
        }

        public async IAsyncEnumerable<DocumentInfo> ListAsync(
            string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await fail(cancellationToken);
            yield break;
        }

        public async Task<bool> DeleteAsync(string name, string? eTag, CancellationToken cancellationToken)
        {
            await fail(cancellationToken);
            return false;
        }
    }
}

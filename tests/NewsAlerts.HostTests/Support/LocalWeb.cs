using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using NewsAlerts.Tests.Support;

namespace NewsAlerts.HostTests.Support;

/// <summary>A local web of feeds and receivers: what each path answers can be changed at any time.</summary>
internal sealed class LocalWeb : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers;
    private readonly LocalServer _server;

    private LocalWeb(ConcurrentDictionary<string, RequestDelegate> answers, LocalServer server) =>
        (_answers, _server) = (answers, server);

    /// <summary>Starts it; it answers 404 to every path that was given no answer.</summary>
    public static async Task<LocalWeb> StartAsync()
    {
        var answers = new ConcurrentDictionary<string, RequestDelegate>();
        return new LocalWeb(answers, await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return answers.TryGetValue(context.Request.Path.Value ?? "", out var answer) ? answer(context) : Task.CompletedTask;
        }));
    }

    /// <summary>The address of a path, such as <c>/feed.xml</c>.</summary>
    public Uri this[string path] => new(_server.Address, path);

    /// <summary>Decides what a path answers; the status is 200 unless it sets another.</summary>
    public void Answer(string path, RequestDelegate answer) => _answers[path] = context =>
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        return answer(context);
    };

    /// <summary>Lets a path answer with a status and nothing else.</summary>
    public void Answer(string path, int status) => Answer(path, context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    /// <summary>Lets a path serve a feed of these items.</summary>
    public void Serve(string path, params IEnumerable<NewsItem> items)
    {
        var feed = NewsItem.ToRss(items);
        Answer(path, context =>
        {
            context.Response.ContentType = "application/rss+xml";
            return context.Response.WriteAsync(feed);
        });
    }

    /// <summary>What a path was asked until now, in order.</summary>
    public IReadOnlyList<ReceivedRequest> RequestsTo(string path) =>
        [.. _server.Requests.Where(request => request.Address.AbsolutePath == path)];

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

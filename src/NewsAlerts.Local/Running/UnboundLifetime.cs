using Microsoft.Extensions.Hosting;

namespace NewsAlerts.Local.Running;

/// <summary>
/// Lets a server end when it is told to, and not by itself at Ctrl-C: what is under way then still arrives.
/// </summary>
internal sealed class UnboundLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

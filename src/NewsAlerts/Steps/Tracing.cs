using System.Diagnostics;
using NewsAlerts.Channels;

namespace NewsAlerts.Steps;

/// <summary>
/// One trace for the whole way from a poll to its deliveries: each step continues the trace of the message that it
/// works on, which carries it as a <c>traceparent</c> (W3C Trace Context §3.2).
/// </summary>
internal static class Tracing
{
    /// <summary>The name under which the activities are listened to.</summary>
    public const string SourceName = "NewsAlerts";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>What a message sent now carries; null where nobody listens.</summary>
    public static string? Current => Activity.Current?.Id;

    /// <summary>
    /// Does a step's work on a message, as a part of the message's trace. What the host itself traces of this piece of work
    /// is linked; what the work throws is told and thrown on.
    /// </summary>
    /// <param name="step">The step's name.</param>
    /// <param name="trace">What the message carries.</param>
    /// <param name="work">The work.</param>
    public static async Task RunStepAsync(string step, string? trace, Func<Task> work)
    {
        using var activity = Source.StartActivity(
            step,
            ActivityKind.Consumer,
            ContextOf(trace),
            links: trace is not null && Activity.Current is { } host ? [new ActivityLink(host.Context)] : null);
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            activity?.AddException(e).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    /// <summary>
    /// Begins an attempt to deliver. Alerts that came by other messages were put into the same delivery: their traces are
    /// linked.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="traces">What the messages carried that brought the alerts.</param>
    public static Activity? StartDelivery(string channel, IEnumerable<string?> traces) =>
        Source.StartActivity(
            $"Deliver {channel}",
            ActivityKind.Producer,
            parentContext: default,
            links: traces.Distinct().Select(ContextOf).Where(context => context != default).Select(context => new ActivityLink(context)));

    /// <summary>Says how an attempt to deliver ended: whatever is not delivered is an error, unless its reader wants none.</summary>
    public static void Tell(Activity? activity, DeliveryResult result)
    {
        activity?.SetTag("result", result.Outcome.ToString());
        if (result.Outcome is not (DeliveryOutcome.Delivered or DeliveryOutcome.Suppressed))
        {
            activity?.SetStatus(ActivityStatusCode.Error, result.Reason);
        }
    }

    private static ActivityContext ContextOf(string? trace) =>
        ActivityContext.TryParse(trace, traceState: null, isRemote: true, out var context) ? context : default;
}

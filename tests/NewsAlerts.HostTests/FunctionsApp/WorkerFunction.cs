using System.Text.Json;
using NewsAlerts.HostTests.FunctionsApp.Protocol;

namespace NewsAlerts.HostTests.FunctionsApp;

/// <summary>A function of the worker, with the trigger that its metadata names.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Trigger">The binding of its trigger, as the worker wrote it.</param>
internal sealed record WorkerFunction(string Id, string Name, JsonElement Trigger)
{
    /// <summary>The kind of its trigger, such as <c>queueTrigger</c>.</summary>
    public string Kind => Text("type");

    /// <summary>The parameter that the trigger fills.</summary>
    public string Parameter => Text("name");

    /// <summary>Reads the metadata of a function.</summary>
    public static WorkerFunction Of(Function function) => new(
        function.FunctionId,
        function.Name,
        function.Bindings
            .Select(binding => JsonSerializer.Deserialize<JsonElement>(binding))
            .Single(binding => binding.GetProperty("type").GetString()?.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>A property of the trigger; empty where it is missing.</summary>
    public string Text(string property) =>
        Trigger.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";
}

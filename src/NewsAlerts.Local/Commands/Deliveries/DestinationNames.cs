using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Local.Commands.Deliveries;

/// <summary>Says that a destination that somebody named is not there, and which one was probably meant.</summary>
internal static class DestinationNames
{
    /// <summary>Writes it.</summary>
    /// <param name="beginning">What it says before the name.</param>
    /// <param name="asked">The name.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="error">Where to write.</param>
    public static void WriteUnknown(string beginning, string asked, IReadOnlyCollection<string> known, TextWriter error)
    {
        var meant = NearestWord.Of(asked, known) is { } word ? $"did you mean '{word}'?"
            : $"there {(known.Count == 0 ? "is none" : known.Count == 1 ? $"is {known.First()}" : $"are {string.Join(", ", known)}")}";
        new Lines(error).WriteSentence(beginning, $"'{asked}': {meant}");
    }
}

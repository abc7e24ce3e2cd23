using System.Text.Json;

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>stories.json: every word that the demo's news sites tell.</summary>
internal static class StoryFile
{
    /// <summary>Reads the sites.</summary>
    public static IReadOnlyList<Site> Read()
    {
        using var file = EmbeddedFile.Open("stories.json");
        return JsonSerializer.Deserialize<IReadOnlyList<Site>>(file, JsonSerializerOptions.Web) ?? [];
    }
}

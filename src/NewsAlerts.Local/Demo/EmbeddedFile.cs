using System.Reflection;

namespace NewsAlerts.Local.Demo;

/// <summary>The files that the demo carries inside the program.</summary>
internal static class EmbeddedFile
{
    /// <summary>Opens a file of this folder.</summary>
    public static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(EmbeddedFile), name)
        ?? throw new FileNotFoundException("It is not part of the program.", name);
}

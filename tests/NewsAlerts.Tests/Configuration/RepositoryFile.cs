namespace NewsAlerts.Tests.Configuration;

/// <summary>Finds files of the repository that are not part of what is built.</summary>
internal static class RepositoryFile
{
    /// <summary>What a file of the repository says.</summary>
    /// <param name="path">Its path from the root, with slashes.</param>
    public static string Read(string path) => File.ReadAllText(PathOf(path));

    /// <summary>The full path of a file or folder of the repository.</summary>
    /// <param name="path">Its path from the root, with slashes.</param>
    public static string PathOf(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alerts.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, path);
    }
}

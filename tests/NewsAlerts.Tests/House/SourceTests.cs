using System.Text.RegularExpressions;
using NewsAlerts.Tests.Configuration;

namespace NewsAlerts.Tests.House;

/// <summary>What holds for every source file, so that people find their way.</summary>
public partial class SourceTests
{
    private const int LongestFile = 400;

    private static readonly string Folder = RepositoryFile.PathOf("src");

    private static readonly List<(string Path, string Text)> Sources =
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(Folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal)),
    ];

    [Fact]
    public void TypeNames_AreEachUsedOnce()
    {
        var twice = Sources
            .SelectMany(file => TypeName().Matches(file.Text).Select(match => (Name: match.Groups[1].Value, file.Path)))
            .GroupBy(type => type.Name)
            .Where(named => named.Select(type => Path.GetDirectoryName(type.Path)).Distinct().Count() > 1)
            .Select(named => $"{named.Key}: {string.Join(", ", named.Select(type => type.Path))}");

        Assert.Empty(twice);
    }

    [Fact]
    public void Files_HaveNoMoreLinesThanOneCanOverlook() =>
        Assert.Empty(Sources.Where(file => file.Text.AsSpan().Count('\n') > LongestFile).Select(file => file.Path));

    [Fact]
    public void Namespaces_AreThoseOfTheFolders() => Assert.Empty(
        from file in Sources
        let named = Namespace().Match(file.Text)
        where named.Success && named.Groups[1].Value != Path.GetDirectoryName(file.Path)?.Replace(Path.DirectorySeparatorChar, '.').Replace('/', '.')
        select file.Path);

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+(?:struct|class))?)\s+([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}

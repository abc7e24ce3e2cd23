using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace NewsAlerts.Tests.House;

/// <summary>The walls inside the service: a folder uses only those that stand before it.</summary>
public class FolderTests
{
    private const string Root = "NewsAlerts.";

    // From what knows least to what knows most.
    private static readonly string[] Order =
    [
        "Storage", "Http", "Yaml", "Messages", "Channels", "Configuration", "Archive", "Steps", "Stories", "Polling",
        "Subscriptions", "Delivery", "Matching", "Monitoring", "Explaining",
    ];

    private static readonly Architecture Service = new ArchLoader().LoadAssemblies(typeof(NewsAlertsServices).Assembly).Build();

    public static TheoryData<string> Folders => [.. Order];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Folder_UsesOnlyThoseBeforeIt(string folder)
    {
        var after = Order.SkipWhile(known => known != folder).Skip(1).ToHashSet();

        var wrong =
            from type in Service.Types
            where FolderOf(type) == folder
            from target in type.Dependencies.Select(dependency => dependency.Target).Distinct()
            where FolderOf(target) is { } used && after.Contains(used)
            select $"{type.FullName} uses {target.FullName}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Folders_AreAllInTheOrder()
    {
        var folders = Service.Types.Select(FolderOf).OfType<string>().Distinct();

        Assert.Equal(Order.Order(), folders.Order());
    }

    // The types of the libraries are in other assemblies; those of the service's one list are in no folder.
    private static string? FolderOf(IType type) =>
        type.Assembly?.Name.Split(',')[0] == "NewsAlerts"
        && type.FullName.StartsWith(Root, StringComparison.Ordinal)
        && type.Namespace?.FullName.StartsWith(Root, StringComparison.Ordinal) == true
            ? type.Namespace.FullName[Root.Length..].Split('.')[0]
            : null;
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using NewsAlerts.Feeds;
using NewsAlerts.Names;
using NewsAlerts.Rules;

namespace NewsAlerts.LibraryTests.Surface;

/// <summary>The libraries are pure: what they refer to shows that they know of no network, no file and no time.</summary>
public class PurityTests
{
    private static readonly string[] Impure =
    [
        "System.Net.Http.", "System.Net.Sockets.", "System.Net.Dns", "System.IO.File", "System.IO.Directory", "System.TimeProvider",
        "System.Environment.GetEnvironmentVariable", "System.DateTime.get_Now", "System.DateTime.get_UtcNow",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
    ];

    public static TheoryData<Assembly, string> Libraries => new()
    {
        { typeof(FeedParser).Assembly, "AngleSharp" },
        { typeof(NameVariants).Assembly, "" },
        { typeof(RuleMatcher).Assembly, "NewsAlerts.Names" },
    };

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Library_RefersToNothingOutside(Assembly library, string allowed)
    {
        using var file = new PEReader(File.OpenRead(library.Location));
        var metadata = file.GetMetadataReader();
        var members =
            from handle in metadata.MemberReferences
            let member = metadata.GetMemberReference(handle)
            where member.Parent.Kind == HandleKind.TypeReference
            let type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent)
            select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
        var others = library.GetReferencedAssemblies().Select(one => one.Name ?? "").Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Assert.DoesNotContain(members, member => Impure.Any(impure => member.StartsWith(impure, StringComparison.Ordinal)));
        Assert.Equal(allowed.Length == 0 ? [] : [allowed], others);
    }
}

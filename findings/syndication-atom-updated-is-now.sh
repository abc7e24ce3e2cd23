#!/usr/bin/env bash
# Each time it writes a feed as Atom, Syndication states the time of writing as updated of every entry that has only PublishDate,
# so a reader sees all entries change at every request.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > show.csproj <<'EOF'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="System.ServiceModel.Syndication" Version="11.0.0" />
  </ItemGroup>
</Project>
EOF

cat > Program.cs <<'EOF'
using System.ServiceModel.Syndication;
using System.Xml;

var item = new SyndicationItem("T", "One", new Uri("https://example.org/a")) { Id = "urn:example:1" };
item.PublishDate = new(2020, 3, 2, 10, 0, 0, TimeSpan.Zero);
var feed = new SyndicationFeed("News", "All", new Uri("https://example.org/"), "urn:example:feed", DateTimeOffset.UnixEpoch, [item]);
Console.WriteLine($"System.ServiceModel.Syndication {typeof(SyndicationFeed).Assembly.GetName().Version}");
var (first, second) = (Updated(), await LaterAsync());
Console.WriteLine($"published:      {item.PublishDate:u}");
Console.WriteLine($"updated, first: {first:u}");
Console.WriteLine($"two s later:    {second:u}");
return first > DateTimeOffset.UtcNow.AddMinutes(-5) && second > first ? 0 : 1;

async Task<DateTimeOffset> LaterAsync()
{
    await Task.Delay(TimeSpan.FromSeconds(2));
    return Updated();
}

DateTimeOffset Updated()
{
    var written = new StringWriter();
    using (var writer = XmlWriter.Create(written))
    {
        feed.SaveAsAtom10(writer);
    }

    return SyndicationFeed.Load(XmlReader.Create(new StringReader(written.ToString()))).Items.Single().LastUpdatedTime;
}
EOF
dotnet run

#!/usr/bin/env bash
# Syndication drops the fraction of a second in the dates of Atom, which RFC 3339 allows: two versions of one second are equal.
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

var (early, late) = (Read("2026-03-02T10:00:00.1Z"), Read("2026-03-02T10:00:00.9Z"));
Console.WriteLine($"System.ServiceModel.Syndication {typeof(SyndicationFeed).Assembly.GetName().Version}");
Console.WriteLine($"10:00:00.1 is read as {early:HH:mm:ss.fffffff}");
Console.WriteLine($"10:00:00.9 is read as {late:HH:mm:ss.fffffff}");
return early == late && early.Millisecond == 0 ? 0 : 1;

static DateTimeOffset Read(string updated) => SyndicationFeed.Load(XmlReader.Create(new StringReader($"""
    <feed xmlns="http://www.w3.org/2005/Atom">
      <id>urn:example:feed</id><title>News</title><updated>2026-03-02T10:00:00Z</updated><author><name>Desk</name></author>
      <entry><id>urn:example:1</id><title>T</title><updated>{updated}</updated></entry>
    </feed>
    """))).Items.Single().LastUpdatedTime;
EOF
dotnet run

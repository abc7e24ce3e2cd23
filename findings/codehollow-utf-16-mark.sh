#!/usr/bin/env bash
# CodeHollow.FeedReader throws at a feed in UTF-16 that begins with the byte order mark, which XML demands (section 4.3.3), and reads
# the same bytes without it.
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
    <PackageReference Include="CodeHollow.FeedReader" Version="2.1.1" />
  </ItemGroup>
</Project>
EOF

cat > Program.cs <<'EOF'
using System.Text;
using System.Xml;
using CodeHollow.FeedReader;

const string Feed = """
    <?xml version="1.0" encoding="utf-16"?>
    <rss version="2.0">
      <channel>
        <title>News</title><link>https://example.org/</link><description>All</description>
        <item><title>Talks begin</title></item>
      </channel>
    </rss>
    """;
Console.WriteLine($"CodeHollow.FeedReader {typeof(FeedReader).Assembly.GetName().Version}");
var (with, without) = (Read(Encoding.Unicode.GetPreamble()), Read([]));
Console.WriteLine($"with the mark:    {with}");
Console.WriteLine($"without the mark: {without}");
return with.StartsWith(nameof(XmlException)) && without == "Talks begin" ? 0 : 1;

static string Read(byte[] mark)
{
    try
    {
        return FeedReader.ReadFromByteArray([.. mark, .. Encoding.Unicode.GetBytes(Feed)]).Items.Single().Title;
    }
    catch (Exception exception)
    {
        return $"{exception.GetType().Name}: {exception.Message}";
    }
}
EOF
dotnet run

#!/usr/bin/env bash
# @rowanmanning/feed-parser takes the first child called title, in whatever namespace: the caption of a picture becomes the headline.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @rowanmanning/feed-parser@2.1.5 > /dev/null

cat > show.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import { parseFeed } from '@rowanmanning/feed-parser';
const { version } = JSON.parse(readFileSync('node_modules/@rowanmanning/feed-parser/package.json', 'utf8'));
const read = item => parseFeed(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>News</title><link>https://example.org/</link><description>All</description>
    <item>${item}</item>
  </channel>
</rss>`).items[0].title;
const before = read('<media:title>A photo of the hall</media:title><title>Talks begin</title>');
const behind = read('<title>Talks begin</title><media:title>A photo of the hall</media:title>');
console.log(`@rowanmanning/feed-parser ${version}`);
console.log(`media:title before title: ${before}`);
console.log(`media:title behind title: ${behind}`);
process.exit(before === 'A photo of the hall' && behind === 'Talks begin' ? 0 : 1);
EOF
node show.mjs

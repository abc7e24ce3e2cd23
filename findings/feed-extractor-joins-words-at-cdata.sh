#!/usr/bin/env bash
# Where an RSS text mixes characters and CDATA, @extractus/feed-extractor joins the words on both sides.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3 > /dev/null

cat > show.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import { extractFromXml } from '@extractus/feed-extractor';
const { version } = JSON.parse(readFileSync('node_modules/@extractus/feed-extractor/package.json', 'utf8'));
const { entries: [entry] } = extractFromXml(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
  <channel>
    <title>News</title><link>https://example.org/</link><description>All</description>
    <item><title>Sales <![CDATA[&]]> marketing</title><description>One <![CDATA[<b>two</b>]]> three</description></item>
  </channel>
</rss>`);
console.log(`@extractus/feed-extractor ${version}`);
console.log(`title:       ${entry.title}`);
console.log(`description: ${entry.description}`);
process.exit(entry.title === 'Sales&marketing' && entry.description === 'Onetwothree' ? 0 : 1);
EOF
node show.mjs

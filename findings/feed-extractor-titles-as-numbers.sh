#!/usr/bin/env bash
# @extractus/feed-extractor takes texts that look like numbers for numbers: the title 1e3 becomes 1000, the guid 007 becomes 7.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3 > /dev/null

cat > show.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import { extractFromXml } from '@extractus/feed-extractor';
const { version } = JSON.parse(readFileSync('node_modules/@extractus/feed-extractor/package.json', 'utf8'));
const item = (guid, title) => `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title></item>`;
const { entries } = extractFromXml(`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
  <channel>
    <title>News</title><link>https://example.org/</link><description>All</description>
    ${item('007', '1e3')}${item('7', '0x10')}
  </channel>
</rss>`);
console.log(`@extractus/feed-extractor ${version}`);
console.log(`guid 007, title 1e3:  id ${entries[0].id}, title ${entries[0].title}`);
console.log(`guid 7, title 0x10:   id ${entries[1].id}, title ${entries[1].title}`);
process.exit(entries[0].id === '7' && entries[1].id === '7' && entries[0].title === '1000' && entries[1].title === '16' ? 0 : 1);
EOF
node show.mjs

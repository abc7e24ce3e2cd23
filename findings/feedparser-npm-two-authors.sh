#!/usr/bin/env bash
# For an Atom entry with two authors npm's feedparser names neither of them, but the author of the feed.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund feedparser@2.6.0 > /dev/null

cat > show.cjs <<'EOF'
const FeedParser = require('feedparser');
const { Readable } = require('node:stream');
const read = authors => new Promise((resolve, reject) => {
  const parser = new FeedParser({});
  parser.on('error', reject);
  parser.on('readable', function () { const item = this.read(); if (item) { resolve(item.author); } });
  Readable.from([`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:example:feed</id><title>News</title><updated>2026-03-02T09:00:00Z</updated><author><name>The Desk</name></author>
  <entry><id>urn:example:1</id><title>T</title><updated>2026-03-02T09:00:00Z</updated>${authors}</entry>
</feed>`]).pipe(parser);
});
const person = name => `<author><name>${name}</name></author>`;
(async () => {
  const one = await read(person('Jane Roe'));
  const two = await read(person('Jane Roe') + person('John Doe'));
  console.log(`feedparser ${require('feedparser/package.json').version}`);
  console.log(`written by Jane Roe:              ${one}`);
  console.log(`written by Jane Roe and John Doe: ${two}`);
  process.exit(one === 'Jane Roe' && two === 'The Desk' ? 0 : 1);
})();
EOF
node show.cjs

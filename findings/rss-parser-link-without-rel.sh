#!/usr/bin/env bash
# An Atom link without rel is the alternate one (RFC 4287, section 4.2.7.2); rss-parser passes it over and takes the first link.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rss-parser@3.13.0 > /dev/null

cat > show.cjs <<'EOF'
const Parser = require('rss-parser');
const entry = links => `<entry><id>urn:example:1</id><title>T</title><updated>2026-03-02T09:00:00Z</updated>${links}</entry>`;
const feed = links => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:example:feed</id><title>News</title><updated>2026-03-02T09:00:00Z</updated><author><name>Desk</name></author>
  ${entry(links)}
</feed>`;
const read = async links => (await new Parser().parseString(feed(links))).items[0].link;
const replies = '<link rel="replies" href="https://example.org/comments"/>';
(async () => {
  const bare = await read(`${replies}<link href="https://example.org/article"/>`);
  const stated = await read(`${replies}<link rel="alternate" href="https://example.org/article"/>`);
  console.log(`rss-parser ${require('rss-parser/package.json').version}`);
  console.log(`link without rel:     ${bare}`);
  console.log(`link rel="alternate": ${stated}`);
  process.exit(bare === 'https://example.org/comments' && stated === 'https://example.org/article' ? 0 : 1);
})();
EOF
node show.cjs

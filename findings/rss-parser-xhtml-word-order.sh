#!/usr/bin/env bash
# Of Atom content in XHTML rss-parser puts the text of a paragraph before its inline elements, so words change places.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund rss-parser@3.13.0 > /dev/null

cat > show.cjs <<'EOF'
const Parser = require('rss-parser');
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:example:feed</id><title>News</title><updated>2026-03-02T09:00:00Z</updated><author><name>Desk</name></author>
  <entry>
    <id>urn:example:1</id><title>T</title><updated>2026-03-02T09:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>He did <em>not</em> resign.</p></div></content>
  </entry>
</feed>`;
new Parser().parseString(feed).then(({ items: [item] }) => {
  console.log(`rss-parser ${require('rss-parser/package.json').version}`);
  console.log('written: He did <em>not</em> resign.');
  console.log(`content: ${item.content}`);
  console.log(`snippet: ${item.contentSnippet}`);
  process.exit(item.content.includes('<p>He did  resign.<em>not</em></p>') ? 0 : 1);
});
EOF
node show.cjs

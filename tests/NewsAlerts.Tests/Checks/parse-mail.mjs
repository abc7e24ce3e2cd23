// What the parser postal-mime reads in mails: [mail, one character a byte] becomes [{ subject, from, to, … }].
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const require = createRequire(process.argv[2] + '/');
const { default: PostalMime } = await import(pathToFileURL(require.resolve('postal-mime')));

const mails = JSON.parse(await text(process.stdin));
const read = await Promise.all(mails.map((mail) => PostalMime.parse(Buffer.from(mail, 'latin1'))));
process.stdout.write(JSON.stringify(read.map((mail) => ({
  subject: mail.subject,
  from: mail.from,
  to: mail.to,
  messageId: mail.messageId,
  date: mail.date,
  headers: mail.headers.map((header) => [header.key, header.value]),
  text: mail.text,
  html: mail.html,
  attachments: mail.attachments.length,
}))));

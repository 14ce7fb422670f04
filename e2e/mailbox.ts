/** Where do e-mails of the tests go? A small mail server of our own on loopback, that can also be told to fail. */

import net, { type AddressInfo, type Socket } from 'node:net';

export interface Received {
  to: string[];
  subject: string;
  /** The plain and the HTML part, decoded. */
  text: string;
  html: string;
  /** As it came over the line. */
  raw: string;
}

export interface Mailbox {
  /** As SMTP_URL takes it. */
  url: string;
  received: Received[];
  /** `refuse` turns every address away, `silent` accepts the connection and says nothing. */
  mood: 'kind' | 'refuse' | 'silent';
  /** Resolves with the newest letter to this address, the `count`th at least. */
  waitFor: (to: string, count?: number) => Promise<Received>;
  stop: () => Promise<void>;
}

const PATIENCE_MS = 15_000;

/** Starts a mailbox that takes letters for any address. */
export async function startMailbox(): Promise<Mailbox> {
  const sockets = new Set<Socket>();
  const mailbox: Mailbox = { url: '', received: [], mood: 'kind', waitFor, stop };
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    if (mailbox.mood !== 'silent') converse(socket, mailbox);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mailbox.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return mailbox;

  async function waitFor(to: string, count = 1): Promise<Received> {
    for (const limit = Date.now() + PATIENCE_MS; Date.now() < limit; ) {
      const mine = mailbox.received.filter((letter) => letter.to.includes(to));
      const last = mine.at(-1);
      if (last && mine.length >= count) return last;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`letter ${count} to ${to} did not come`);
  }

  async function stop(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Speaks as much SMTP as a sender needs. */
function converse(socket: Socket, mailbox: Mailbox): void {
  let pending = '';
  let to: string[] = [];
  let data: string | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const answers: Record<string, (line: string) => void> = {
    EHLO: () => say('250-mailbox.example.org\r\n250-8BITMIME\r\n250 SMTPUTF8'),
    HELO: () => say('250 mailbox.example.org'),
    MAIL: () => say('250 ok'),
    RCPT: (line) => {
      if (mailbox.mood === 'refuse') return say('550 5.1.1 nobody of this name');
      to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
      say('250 ok');
    },
    DATA: () => {
      data = '';
      say('354 go on');
    },
    RSET: () => say('250 ok'),
    QUIT: () => socket.end('221 bye\r\n'),
  };
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    pending += chunk;
    for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
      const line = pending.slice(0, end);
      pending = pending.slice(end + 2);
      if (data === null) (answers[line.slice(0, 4).toUpperCase()] ?? (() => say('502 unknown')))(line);
      else if (line === '.') {
        mailbox.received.push(read(data, to));
        data = null;
        to = [];
        say('250 taken');
      } else data += `${line.replace(/^\./, '')}\r\n`;
    }
  });
  say('220 mailbox.example.org');
}

function read(raw: string, to: string[]): Received {
  const { headers, body } = split(raw);
  const boundary = /boundary="?([^";\s]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => split(part.trimStart()))
    : [];
  const part = (type: string) => {
    const found = parts.find(({ headers: own }) => own.get('content-type')?.startsWith(type));
    return found ? decode(found) : '';
  };
  const subject = decodeWords(headers.get('subject') ?? '');
  return { to, subject, text: part('text/plain'), html: part('text/html'), raw };
}

interface Part {
  headers: Map<string, string>;
  body: string;
}

function split(raw: string): Part {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { headers: new Map(headers), body: raw.slice(end + 4) };
}

function decode({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? unquote(body.replace(/=\r\n/g, '')) : body;
}

/** Words of a header that are not plain letters: `=?UTF-8?Q?…?=`. */
const decodeWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : unquote(text.replaceAll('_', ' ')),
    );

const unquote = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

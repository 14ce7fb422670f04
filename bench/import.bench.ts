/** How many files a second does an import look over and write, in the built app, and with how much memory? */

import fs from 'node:fs';

import { chromium } from '@playwright/test';
import { zipSync } from 'fflate';

import { startMuster } from '../e2e/server';
import { makeFirstAccount } from '../e2e/story';
import { findBrowser } from '../scripts/browser.mjs';
import { generateAgents } from './generated-agents';
import { round, table } from './measure';

const FILES = 5000;
const PER_REQUEST = 200;

interface Sent {
  name: string;
  bytes: Uint8Array;
}

const encoder = new TextEncoder();
const files = [...generateAgents(2 * FILES, 500)].map(({ text }, index) => ({
  name: `agents/${index}.md`,
  bytes: encoder.encode(text.replace('\n---', `\nx-number: ${index}\n---`)),
}));
const inZip = files.slice(0, FILES);
const zip = {
  name: 'repo.zip',
  bytes: zipSync(Object.fromEntries(inZip.map(({ name, bytes }) => [name, bytes]))),
};
const loose = files.slice(FILES);

const server = await startMuster();
const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined });
const page = await browser.newPage({ baseURL: server.url });
await makeFirstAccount(page, server.firstAccountLink);

/** Sends one form as the browser does; returns how many files the answer tells of in each state. */
async function send(mode: string, sent: readonly Sent[], counts: Map<string, number>): Promise<void> {
  const multipart = new FormData();
  for (const { name, bytes } of sent)
    multipart.append('file', new File([bytes as Uint8Array<ArrayBuffer>], name));
  const headers = { origin: new URL(server.url).origin };
  const url = `/api/w/home/import?mode=${mode}`;
  const response = await page.request.post(url, { multipart, headers, timeout: 600_000 });
  for (const line of (await response.text()).trim().split('\n')) {
    const { kind, state, message } = JSON.parse(line);
    if (kind === 'failed') throw new Error(message);
    if (kind === 'file') counts.set(state, (counts.get(state) ?? 0) + 1);
  }
}

/** The most memory that the server has had so far, in MB; Linux tells it. */
function peakMemory(): number {
  const peaks = fs
    .readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .map((pid) => {
      try {
        if (!fs.readFileSync(`/proc/${pid}/environ`, 'utf8').includes(server.dataDir)) return 0;
        return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
      } catch {
        return 0;
      }
    });
  return Math.max(0, ...peaks);
}

const megabytes = inZip.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
console.log(`${FILES} agents of ${round(megabytes)} MB; the zip has ${round(zip.bytes.length / 1e6)} MB`);
console.log(`the server before: ${peakMemory().toFixed(0)} MB at the most`);
const rows: (string | number)[][] = [];
for (const [title, mode, requests] of [
  ['zip, preview', 'preview', [[zip]]],
  ['zip, written', 'write', [[zip]]],
  ['zip, preview when all is there', 'preview', [[zip]]],
  ['loose files, preview', 'preview', inPieces(loose)],
  ['loose files, written', 'write', inPieces(loose)],
] as const) {
  const counts = new Map<string, number>();
  const started = performance.now();
  for (const sent of requests) await send(mode, sent, counts);
  const seconds = (performance.now() - started) / 1000;
  const states = [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
  rows.push([title, round(FILES / seconds), peakMemory().toFixed(0), states]);
}
table(['', 'files/s', 'peak memory of the server, MB', 'answer'], rows);
await browser.close();
await server.stop();

function inPieces(all: readonly Sent[]): Sent[][] {
  const pieces: Sent[][] = [];
  for (let at = 0; at < all.length; at += PER_REQUEST) pieces.push(all.slice(at, at + PER_REQUEST));
  return pieces;
}

/** What does whoever runs Muster do beside it? Other programs on its data, its own commands, requests without a browser. */

import { type ChildProcess, spawn } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { BrowserContext } from '@playwright/test';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface Ended {
  code: number | null;
  output: string;
  /** Standard output alone. */
  result: string;
}

/** Runs a script of the checkout to its end. */
export function runScript(script: string, args: string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts', script), ...args], {
    cwd: ROOT,
    env: { ...process.env, MUSTER_URL: '', DATABASE_URL: '', FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let result = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    result += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, result: result.trim() }));
  });
}

/** Another program that opens the database, does this, and goes on holding it until it is let go. */
export async function otherProgram(dataDir: string, sql: string): Promise<{ letGo(): Promise<void> }> {
  const program = `
    const db = new (require('better-sqlite3'))(process.argv[1]);
    db.exec(process.argv[2]);
    console.log('done');
    process.stdin.resume().on('end', () => db.close());`;
  const file = path.join(dataDir, 'muster.db');
  const child: ChildProcess = spawn(process.execPath, ['-e', program, file, sql], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('close', (code) => reject(new Error(`the other program ended with ${code}`)));
  });
  return {
    async letGo() {
      child.stdin?.end();
      await ended;
    },
  };
}

/** Changes the database from another program. */
export async function changeData(dataDir: string, sql: string): Promise<void> {
  await (await otherProgram(dataDir, sql)).letGo();
}

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
  /** Whether the answer came to its end. */
  whole: boolean;
}

/** What lies between the parts of the forms that are sent by hand. */
export const BOUNDARY = 'between-the-parts';

/** Asks as the browser of this person would, over connections that the test holds. */
export async function asker(context: BrowserContext, url: string) {
  const cookies = await context.cookies(url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { port, origin } = new URL(url);

  /** Sends a request; `feed` writes its body, a form, and ends it. */
  function ask(
    agent: http.Agent,
    address: string,
    feed?: (request: http.ClientRequest) => void,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = http.request({
        agent,
        port,
        host: '127.0.0.1',
        path: address,
        method: feed ? 'POST' : 'GET',
        headers: {
          host: new URL(url).host,
          cookie,
          origin,
          ...(feed && { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }),
        },
      });
      request.on('error', (cause) => reject(new Error(`${address} was not answered`, { cause })));
      request.on('response', (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('error', (cause) =>
          reject(new Error(`${address} was cut off: ${body.length} characters`, { cause })),
        );
        response.on('close', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            whole: response.complete,
          }),
        );
      });
      if (feed) feed(request);
      else request.end();
    });
  }
  return ask;
}

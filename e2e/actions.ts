/** How does a story do at once what another story does by hand? It asks the action of the page, as the browser of that person would. */

import fs from 'node:fs';
import path from 'node:path';

import { type BrowserContext, expect } from '@playwright/test';

import { ROOT } from './operations';

const MANIFEST = path.join(ROOT, '.next/server/server-reference-manifest.json');

/** The name under which the build knows an action. */
function idOf(action: string): string {
  const { node } = JSON.parse(fs.readFileSync(MANIFEST, 'utf8')) as {
    node: Record<string, { exportedName: string }>;
  };
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === action);
  if (!found) throw new Error(`there is no action ${action}`);
  return found[0];
}

/** Asks an action of the page at this address; returns its data, or null when it leads to another page. */
export async function askAction<Data>(
  context: BrowserContext,
  address: string,
  action: string,
  input: object,
): Promise<Data | null> {
  const response = await context.request.post(address, {
    headers: {
      origin: new URL(address).origin,
      'next-action': idOf(action),
      'content-type': 'text/plain;charset=UTF-8',
    },
    data: JSON.stringify([input]),
    maxRedirects: 0,
  });
  if (response.headers()['x-action-redirect']) return null;
  const answer = await response.text();
  const result = /^1:(\{"ok":true,"data":.*\})$/m.exec(answer)?.[1];
  expect(result, `${action} answered ${response.status()}: ${answer.slice(0, 500)}`).toBeTruthy();
  return JSON.parse(result ?? '').data;
}

/** What does a page do with somebody who may not see it? */

import 'server-only';

import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';

import type { Permission } from '@/lib/policy';

import { findAccess, type Scope } from './access';
import { safePath } from './safe-path';

/** Returns the path of the sign-in that leads back to the page that is asked for. */
export async function signInPath(): Promise<string> {
  const next = safePath((await headers()).get('x-muster-path'));
  return next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`;
}

/**
 * Returns the scope for a page. Strangers go to the sign-in; outsiders and those whose role does not do get a 404,
 * so call it before anything is streamed.
 */
export async function requireScope(slug: string, permission: Permission): Promise<Scope> {
  const access = await findAccess(slug, permission);
  if (access.ok) return access.scope;
  if (access.code === 'unauthenticated') redirect(await signInPath());
  notFound();
}

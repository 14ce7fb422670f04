/** Where does somebody go who asks for Muster itself? To the workspace, the sign-in, or the first account. */

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';

import { LAST_WORKSPACE_COOKIE } from '@/components/shell/last-workspace';
import { needsSetup } from '@/lib/server/reads/joining';
import { getUser, listMyWorkspaces } from '@/lib/server/reads/people';

export default async function HomePage() {
  if (!(await getUser())) redirect((await needsSetup()) ? '/setup' : '/sign-in');
  const workspaces = await listMyWorkspaces();
  const last = (await cookies()).get(LAST_WORKSPACE_COOKIE)?.value;
  const workspace = workspaces.find(({ slug }) => slug === last) ?? workspaces[0];
  redirect(workspace ? `/w/${workspace.slug}/agents` : '/w/new');
}

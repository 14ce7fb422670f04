/** Where does somebody start who gives no path? */

import { redirect } from 'next/navigation';

import { needsSetup } from '@/lib/server/reads/joining';
import { getUser, listMyWorkspaces } from '@/lib/server/reads/people';

export default async function StartPage() {
  if (!(await getUser())) redirect((await needsSetup()) ? '/setup' : '/sign-in');
  const [first] = await listMyWorkspaces();
  redirect(first ? `/w/${first.slug}/agents` : '/w/new');
}

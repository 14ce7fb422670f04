/** What do the files say? Each text once per workspace, by the SHA-256 of its bytes; never changed. */

import type { Kit } from '../kit';
import { partOf } from './references';
import type { Workspaces } from './workspaces';

export const texts = (kit: Kit, workspaces: Workspaces) =>
  kit.table(
    'texts',
    {
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      sha256: kit.text('sha256').notNull(),
      /** UTF-8. Bytes and not text: a driver that decodes may drop a leading BOM. */
      bytes: kit.bytes('bytes').notNull(),
    },
    (t) => [kit.primaryKey({ name: 'texts_pk', columns: [t.workspaceId, t.sha256] })],
  );

export type Texts = ReturnType<typeof texts>;

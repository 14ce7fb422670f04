/** How does a person get another name? By saying so; what they wrote carries it from then on. */

import 'server-only';

import { renameUser } from '@/db';
import { changeNameInput } from '@/lib/contract';

import { personCommand } from '../command';

export const changeName = personCommand({
  event: 'user.renamed',
  input: changeNameInput,
  prepare: async () => null,
  async commit(tx, _prepared, { name }, { user, now }) {
    if (name === user.name) return { output: { name }, nothingChanged: true };
    await renameUser(tx, { userId: user.id, name, now });
    return { output: { name }, subjectId: user.id };
  },
});

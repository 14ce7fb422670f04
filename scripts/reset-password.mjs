/** `node scripts/reset-password.mjs ADDRESS`: gives an account a new password when nobody else can. */

import fs from 'node:fs';
import path from 'node:path';

import { withData } from './data.mjs';
import { PlainError, say } from './terminal.mjs';

const ENTRY = [
  "export { DATABASE_FILE } from './db/archive';",
  "export { appendAuditEvent, deleteSessionsOfUser, getUserByEmail, openStore, setPasswordHash } from './db';",
  "export { hashPassword, newToken } from './lib/server/secrets';",
];

await withData('reset-password', ENTRY, async ({ library, dataDir, url }) => {
  const [email, ...more] = process.argv.slice(2);
  if (!email?.includes('@') || more.length > 0) {
    throw new PlainError(
      'usage: node scripts/reset-password.mjs ADDRESS   (the e-mail address of the account)',
    );
  }
  if (!url && !fs.existsSync(path.join(dataDir, library.DATABASE_FILE))) {
    throw new PlainError(`There is no database in ${dataDir}. Set MUSTER_DATA_DIR as the server has it.`);
  }
  const store = await library.openStore({ dataDir, url });
  try {
    const user = await library.getUserByEmail(store.read, { email: email.trim().toLowerCase() });
    if (!user) throw new PlainError(`There is no account of ${email} in ${url ? 'DATABASE_URL' : dataDir}.`);
    const password = library.newToken();
    const passwordHash = await library.hashPassword(password);
    const now = Date.now();
    await store.write(async (tx) => {
      await library.setPasswordHash(tx, { userId: user.id, passwordHash, now });
      await library.deleteSessionsOfUser(tx, { userId: user.id });
      await library.appendAuditEvent(tx, {
        now,
        event: 'user.password-reset',
        subjectId: user.id,
      });
    });
    say(`a new password for ${email}; it is signed out everywhere. Change it on the account page.`);
    console.log(password);
  } finally {
    await store.close();
  }
});

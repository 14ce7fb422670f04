/** May this be somebody's password? Not one of those that everybody tries first. */

import 'server-only';

import { Failure } from '../failure';
import { hashPassword } from '../secrets';
import { singleton } from '../singleton';

/** How many of the most common passwords are refused, of those that are long enough at all. */
const REFUSED = 3000;
const SHORTEST = 8;

/** The list is half a megabyte: it is read when the first password is set. */
const common = () =>
  singleton('common-passwords', async () => {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    const ranked = dictionary.passwords as readonly string[];
    return new Set(ranked.filter((each) => each.length >= SHORTEST).slice(0, REFUSED));
  });

/** Says whether a password is one of the most common, however it is capitalised. */
export async function isCommonPassword(password: string): Promise<boolean> {
  return (await common()).has(password.normalize('NFKC').toLowerCase());
}

/** Returns the hash of a password that somebody chose; throws a failure at `field` when it is a common one. */
export async function hashNewPassword(password: string, field: string): Promise<string> {
  if (await isCommonPassword(password)) {
    const message = 'This is one of the most common passwords, which are tried first. Choose another.';
    throw new Failure('invalid_input', message, { [field]: [message] });
  }
  return hashPassword(password);
}

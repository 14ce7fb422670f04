/** What is said to who would leave a workspace without an owner? */

import { Failure } from '../failure';

/** The refusal that keeps every workspace an owner. */
export function lastOwner(): Failure {
  return new Failure('conflict', 'A workspace needs an owner. Make somebody else an owner first.');
}

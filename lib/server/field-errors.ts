/** Which fields of an input are wrong, and why? In the words of the schema, by the path of the field. */

import type { ActionError } from '@/lib/contract';

interface ErrorTree {
  _errors?: string[];
  [key: string]: ErrorTree | string[] | undefined;
}

/** Returns the messages of a validation by field; nested fields are named by their path: `account.email`. */
export function fieldErrorsOf(tree: unknown, prefix = ''): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [key, value] of Object.entries((tree ?? {}) as ErrorTree)) {
    if (key === '_errors') {
      if (Array.isArray(value) && value.length > 0) found[prefix] = value;
    } else if (value && !Array.isArray(value)) {
      Object.assign(found, fieldErrorsOf(value, prefix ? `${prefix}.${key}` : key));
    }
  }
  return found;
}

/** Returns the error of an input that does not fit; its message is the first one of a field. */
export function invalidInput(fieldErrors: Record<string, string[]> | undefined): ActionError {
  const first = Object.values(fieldErrors ?? {})[0]?.[0];
  return {
    code: 'invalid_input',
    message: first ?? 'This input is not valid.',
    ...(fieldErrors && { fieldErrors }),
  };
}

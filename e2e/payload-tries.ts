/** What does a hostile text do when it gets its way, and how may it be written? */

/** Writes the try with this number. */
export type Try = (number: number) => string;

/** What a script would do: `alarm.ts` hears it. */
export const call: Try = (n) => `__ran(${n})`;
/** Whom a page would ask: nobody is there, and `alarm.ts` hears it. */
export const host: Try = (n) => `out.example/${n}`;
export const image: Try = (n) => `<img src=x onerror=${call(n)}>`;
export const base64 = (text: string) => Buffer.from(text).toString('base64');

/** Every character as a numbered entity. */
export const numeric = (text: string) => [...text].map((letter) => `&#${letter.charCodeAt(0)};`).join('');

/** The same in base 16, without semicolons. */
export const hexadecimal = (text: string) =>
  [...text].map((letter) => `&#x000${letter.charCodeAt(0).toString(16)}`).join('');

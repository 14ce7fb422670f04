/** About how many tokens is a text? */

/**
 * One run of characters that tokenizers treat alike: letters, digits, line ends with indentation, blanks, CJK,
 * punctuation, other letters.
 */
const RUN =
  /([A-Za-z]+)|([0-9]+)|(\n[ \t\r\n]*)|([ \t]+)|([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef])|([!-/:-@[-`{-~]+)|([^\0-\x7f]+)/gu;

/** Longer texts are estimated from their first part, so that no text takes longer than some milliseconds. */
const MAX_LENGTH = 1 << 20;

/**
 * Estimates the tokens of `text` in linear time. The weights are a least-squares fit to `gpt-tokenizer` (o200k) over
 * 424 real agent files: half of them are within 2 %, nine in ten within 5 %, all within 15 %. It is an estimate, to
 * be shown as one ("≈ 410").
 */
export function estimateTokens(text: string): number {
  const part = text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text;
  let tokens = 0;
  for (const [run, letters, digits, line, blanks, cjk, punctuation] of part.matchAll(RUN)) {
    if (letters) tokens += 0.92 + 0.08 * Math.max(0, letters.length - 6);
    else if (digits) tokens += 1.2 * Math.ceil(digits.length / 3);
    else if (line) tokens += 0.72;
    else if (blanks) tokens += blanks.length > 1 ? 1.1 : 0;
    else if (cjk) tokens += 0.8;
    else if (punctuation) tokens += 1.1 * (1 + Math.max(0, punctuation.length - 3) / 8);
    else tokens += 0.46 * run.length;
  }
  return Math.ceil((tokens * text.length) / Math.max(1, part.length));
}

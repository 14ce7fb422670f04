/** Does this YAML parse as Claude Code parses it, and into which nodes? Bounded on any input. */

import { Composer, type Document, Lexer, type Node, type ParsedNode, Parser } from 'yaml';

import { yamlErrorWords } from './yaml-words';

/** A parsed document, or why and where it does not parse. */
export type ParsedYaml =
  | { ok: true; root: Node | null }
  | { ok: false; code: 'invalid' | 'too-large'; message: string; offset: number };

/** YAML longer than this, in UTF-16 code units, is not parsed; descriptions of 40,000 characters are fine. */
const MAX_YAML_LENGTH = 512 * 1024;
/** YAML of more tokens than this is not parsed: about 6,000 flat keys, a tenth of a second. Real files stay below 1,000. */
const MAX_TOKENS = 40_000;
/** YAML nested deeper than this counts as invalid, as it does for any parser at some depth; real files stay below 20. */
const MAX_DEPTH = 500;

const TOO_LARGE = 'more YAML than can be read in reasonable time';

const OPTIONS = {
  uniqueKeys: false,
  merge: true,
  resolveKnownTags: false,
  prettyErrors: false,
  keepSourceTokens: true,
  logLevel: 'error',
} as const;

class Stop extends Error {
  constructor(
    readonly code: 'invalid' | 'too-large',
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/**
 * Parses the first document of `source`: YAML 1.2 core, duplicate keys allowed, unknown tags ignored.
 * Stops at the first error. Never throws.
 */
export function parseYaml(source: string): ParsedYaml {
  if (source.length > MAX_YAML_LENGTH) return tooLarge(MAX_YAML_LENGTH);
  // The loader's own parser rejects NUL, which this one takes for a character like others.
  const nul = source.indexOf('\0');
  if (nul !== -1) return { ok: false, code: 'invalid', message: 'it holds a NUL character', offset: nul };
  try {
    const document = firstDocument(source);
    if (document === null) return { ok: true, root: null };
    const error = document.errors[0];
    if (error) {
      const message = yamlErrorWords(error.code, error.message);
      return { ok: false, code: 'invalid', message, offset: error.pos[0] };
    }
    return { ok: true, root: document.contents };
  } catch (error) {
    if (error instanceof Stop)
      return { ok: false, code: error.code, message: error.message, offset: error.offset };
    return {
      ok: false,
      code: 'invalid',
      message: error instanceof Error ? error.message : String(error),
      offset: 0,
    };
  }
}

function tooLarge(offset: number): ParsedYaml {
  return { ok: false, code: 'too-large', message: TOO_LARGE, offset };
}

function firstDocument(source: string): Document.Parsed<ParsedNode> | null {
  const composer = new Composer<ParsedNode>(OPTIONS);
  stopAtFirstError(composer);
  for (const document of composer.compose(boundedTokens(source))) return document;
  return null;
}

/** An invalid file of many errors would take seconds, for each error is an exception with a stack. */
function stopAtFirstError(composer: Composer<ParsedNode>): void {
  const open = composer as unknown as {
    doc: unknown;
    atDirectives: boolean;
    onError: (source: unknown, code: string, message: string, warning?: boolean) => void;
  };
  const collect = open.onError;
  // The composer catches what is thrown inside a node and reports it again at the start of the node.
  let first: Stop | null = null;
  open.onError = (source, code, message, warning) => {
    // An error in a later document is none of the first one's.
    if (warning || open.doc !== null || open.atDirectives) {
      collect(source, code, message, warning);
      return;
    }
    first ??= new Stop('invalid', yamlErrorWords(code, message), errorOffset(source));
    throw first;
  };
}

function errorOffset(source: unknown): number {
  if (typeof source === 'number') return source;
  if (Array.isArray(source)) return Number(source[0]);
  return (source as { offset?: number }).offset ?? 0;
}

function* boundedTokens(source: string) {
  const parser = new Parser();
  let tokens = 0;
  for (const lexeme of new Lexer().lex(source)) {
    if (++tokens > MAX_TOKENS) throw new Stop('too-large', TOO_LARGE, parser.offset);
    if (parser.stack.length > MAX_DEPTH) throw new Stop('invalid', 'it is nested too deeply', parser.offset);
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

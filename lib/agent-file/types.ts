/** What does Muster say of an agent file? The types that the lens gives and takes. */

import type { Replacement, TextRange } from '@/lib/text';

/** The front-matter keys that Claude Code reads. */
export type FieldKey =
  | 'name'
  | 'description'
  | 'tools'
  | 'disallowedTools'
  | 'model'
  | 'permissionMode'
  | 'maxTurns'
  | 'skills'
  | 'mcpServers'
  | 'hooks'
  | 'memory'
  | 'background'
  | 'omitClaudeMd'
  | 'effort'
  | 'isolation'
  | 'color'
  | 'initialPrompt'
  | 'experimental';

/** Any value that YAML 1.2 core can hold, as JavaScript. */
export type YamlValue = string | number | boolean | null | YamlValue[] | { [key: string]: YamlValue };

/** `inherit`: all tools of the session; `none`: the key is present but empty; `list`: exactly these. */
export type ToolGrant = { kind: 'inherit' } | { kind: 'none' } | { kind: 'list'; list: string[] };

/** One example of a description, as the form edits it. Absent parts are empty strings. */
export interface Example {
  context: string;
  user: string;
  assistant: string;
  commentary: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** A way to mend a problem: a title that is a verb phrase, and the edit of the whole text that does it. */
export interface Fix {
  title: string;
  replacements: Replacement[];
}

/** A coded, positioned remark on the text. `line` and `column` count from 1. */
export interface Diagnostic {
  code: string;
  severity: Severity;
  /** Says what happens and what to do, in the words of the person who writes the file. */
  message: string;
  /** The front-matter key it concerns; absent for the body or the file. */
  field?: string;
  range: TextRange;
  line: number;
  column: number;
  fix?: Fix;
}

/** One top-level key of the front matter, known or not. */
export interface Field {
  key: string;
  known: boolean;
  /** The value that the YAML says, after the loader's repair where one was needed. */
  written: YamlValue | undefined;
  /** The source of the value, without the key and without a trailing comment; null when the value is empty. */
  value: TextRange | null;
  /** The source of the whole entry, from the key to the end of its last line, line end excluded. */
  entry: TextRange;
}

/** What the agent gets, after the loader's rules; null where the key is absent or its value is dropped. */
export interface EffectiveValues {
  name: string | null;
  description: string | null;
  /** Includes what `memory` adds. */
  tools: ToolGrant;
  disallowedTools: string[];
  model: string | null;
  permissionMode: string | null;
  maxTurns: number | null;
  skills: string[];
  mcpServers: YamlValue | null;
  hooks: YamlValue | null;
  memory: 'user' | 'project' | 'local' | null;
  background: boolean | null;
  omitClaudeMd: boolean | null;
  effort: string | number | null;
  isolation: string | null;
  color: string | null;
  initialPrompt: string | null;
  experimental: YamlValue | null;
}

/** Why a file does not load, in the order in which the loader finds out. */
export interface LoadReason {
  code: string;
  message: string;
  line: number;
}

/** Would Claude Code load the file? `repaired`: only because the loader's second parse repaired its YAML. */
export type Verdict = { loads: true; repaired: boolean } | { loads: false; reasons: LoadReason[] };

/** A read agent file: everything is derived from `text` and nothing is stored twice. */
export interface AgentFile {
  text: string;
  /** The YAML between the fences, and the fences themselves; null when there is no front matter. */
  frontMatter: {
    range: TextRange;
    opening: TextRange;
    closing: TextRange;
    /** Which of the loader's two parses read it. */
    parse: 'first' | 'second' | 'failed';
  } | null;
  /** Top-level keys in the order of the file; of a duplicate key the last one, which wins. */
  fields: Field[];
  /** What the YAML says at each key of the top level, also at those that a merge key (`<<`) brings in. */
  values: { [key: string]: YamlValue };
  effective: EffectiveValues;
  /** The examples in the effective description. */
  examples: Example[];
  /** Everything after the closing fence; the whole text when there is none. */
  body: TextRange;
  verdict: Verdict;
  /** What reading alone finds (syntax, loading). `lib/checks` adds the rest. */
  diagnostics: Diagnostic[];
}

/** One change of a file. `set` takes the value that the agent shall get; `set-source` the YAML of a nested value. */
export type AgentFileChange =
  | { kind: 'set'; key: string; value: YamlValue }
  | { kind: 'set-source'; key: string; yaml: string }
  | { kind: 'unset'; key: string }
  | { kind: 'body'; text: string };

/** Why a value cannot be written: a code and what to do instead. */
export interface Refusal {
  code: string;
  key: string;
  message: string;
}

export type EditResult =
  | { ok: true; text: string; replacements: Replacement[] }
  | { ok: false; refusal: Refusal };

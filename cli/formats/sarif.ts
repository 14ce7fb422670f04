/** How does a code-scanning service take what was found? In SARIF 2.1.0. */

import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Fix } from '@/lib/agent-file';
import { lineStarts, positionAt } from '@/lib/text';

import type { CheckedFile } from '../agents';

declare const MUSTER_VERSION: string;

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Returns one run with a result a diagnostic; columns and offsets count UTF-16 code units. */
export function sarifFormat(checked: readonly CheckedFile[]): string {
  const codes = [
    ...new Set(checked.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))),
  ].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'muster', version: MUSTER_VERSION, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        artifacts: checked.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results: checked.flatMap((one) => resultsOf(one, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: string) {
  return { id: code, shortDescription: { text: `${code.replaceAll('-', ' ')}.` } };
}

function resultsOf({ file, agent, diagnostics }: CheckedFile, codes: readonly string[]) {
  const starts = lineStarts(agent.text);
  const location = { uri: uriOf(file) };
  return diagnostics.map(({ code, severity, message, line, column, range, fix }) => {
    const end = positionAt(starts, range.to);
    return {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: LEVELS[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: location,
            region: { startLine: line, startColumn: column, endLine: end.line, endColumn: end.column },
          },
        },
      ],
      ...(fix === undefined ? {} : { fixes: [fixOf(fix, location)] }),
    };
  });
}

function fixOf({ title, replacements }: Fix, location: { uri: string }) {
  return {
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation: location,
        replacements: replacements.map(({ from, to, insert }) => ({
          deletedRegion: { charOffset: from, charLength: to - from },
          insertedContent: { text: insert },
        })),
      },
    ],
  };
}

function uriOf(file: string): string {
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(path.sep).map(encodeURIComponent).join('/');
}

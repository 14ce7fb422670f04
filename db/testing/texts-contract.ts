/** Do texts come back exactly as they went in? */

import { expect, test } from 'vitest';

import type { Store } from '../database';
import { listAgentsForExport } from '../queries/agent-exports';
import { getAgent, getAgentByText } from '../queries/agent-heads';
import { getText, putText, streamTexts } from '../queries/texts';
import { getVersion } from '../queries/versions';
import { bytesToText, textToBytes } from '../text-bytes';
import { makeAgent, makeWorkspace } from './rows';

/** What a decoder, a column or a driver could alter. */
const TEXTS = {
  'a BOM and CRLF': '\uFEFF---\r\nname: a\r\n---\r\n\r\nbody',
  'emoji, CJK and combining marks': '---\nname: 校閲\n---\n👩‍👩‍👧 e\u0301 한국어 ﬁ',
  'trailing blanks, tabs, control characters': 'a  \n\t\n\u0001\u0085\u2028\u2029 \v\f \n\n',
  'quotes, backslashes, placeholders': `'' "" \\ \\n $1 ? ?1 :name @x --  /* */ %`,
  'an empty file': '',
  'a NUL and a BOM within': 'a\0b\uFEFFc',
  'a megabyte': '日本\r\n'.repeat(120_000),
};

export function textsContract(open: () => Store): void {
  test.each(Object.entries(TEXTS))('keeps %s exactly', async (_, text) => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { agentId, versionId } = await makeAgent(store, workspace, { text });
    const key = { workspaceId: workspace.id, agentId };
    expect((await getAgent(store.read, key))?.text).toBe(text);
    expect((await getVersion(store.read, { ...key, versionId }))?.text).toBe(text);
    expect(await getAgentByText(store.read, { workspaceId: workspace.id, text })).toMatchObject({
      id: agentId,
    });
    const [row] = await listAgentsForExport(store.read, { workspaceId: workspace.id });
    expect(row?.textSha).toBe(textToBytes(text).sha256);
    const streamed: string[] = [];
    const shas = [row?.textSha ?? ''];
    for await (const { bytes } of streamTexts(store.read, { workspaceId: workspace.id, shas })) {
      streamed.push(bytesToText(bytes));
    }
    expect(streamed).toEqual([text]);
  });

  test('refuses half a surrogate pair instead of altering it', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    await expect(makeAgent(store, workspace, { text: 'a\uD800b' })).rejects.toThrow(RangeError);
    expect(await listAgentsForExport(store.read, { workspaceId: workspace.id })).toEqual([]);
  });

  test('keeps equal texts of a workspace once, and those of another apart', async () => {
    const store = open();
    const [mine, other] = [await makeWorkspace(store), await makeWorkspace(store)];
    const sha256 = await store.write(async (tx) => {
      await putText(tx, { workspaceId: mine.id, text: 'same' });
      return putText(tx, { workspaceId: mine.id, text: 'same' });
    });
    expect(await getText(store.read, { workspaceId: mine.id, sha256 })).toBe('same');
    expect(await getText(store.read, { workspaceId: other.id, sha256 })).toBeNull();
  });

  test('streams many texts in the order asked for', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const shas = await store.write(async (tx) => {
      const made: string[] = [];
      for (let i = 0; i < 40; i++)
        made.push(await putText(tx, { workspaceId: workspace.id, text: `text ${i}` }));
      return made.reverse();
    });
    const streamed: string[] = [];
    for await (const { bytes } of streamTexts(store.read, { workspaceId: workspace.id, shas })) {
      streamed.push(bytesToText(bytes));
    }
    expect(streamed).toEqual(Array.from({ length: 40 }, (_, i) => `text ${39 - i}`));
  });
}

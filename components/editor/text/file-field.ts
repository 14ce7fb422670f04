/** What does the file say after each transaction? One reading, which form, source and preview share. */

import { StateField } from '@codemirror/state';

import { type AgentFile, readAgentFile } from '@/lib/agent-file';

/** The reading of the present document. */
export const fileField = StateField.define<AgentFile>({
  create: (state) => readAgentFile(state.sliceDoc()),
  update: (file, tr) => (tr.docChanged ? readAgentFile(tr.newDoc.sliceString(0)) : file),
});

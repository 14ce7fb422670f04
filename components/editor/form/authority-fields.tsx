'use client';
/** What may the agent do? The sentence that says it, and the choices that make it. */

import { Search } from 'lucide-react';
import { useId, useMemo, useState, useSyncExternalStore } from 'react';

import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { Status } from '@/components/ui/status';
import { TagInput } from '@/components/ui/tag-input';
import { readAgentFile } from '@/lib/agent-file';
import {
  compareAuthority,
  describeAuthority,
  readToolItem,
  TOOL_GROUPS,
  TOOLS,
  type Tool,
} from '@/lib/authority';

import { useEditor, useFront } from '../context';
import { FieldRow } from './field-row';
import { ChoiceField } from './simple-fields';
import { listChange, type ToolKind, toolChange, toolChoice } from './values';

export function AuthorityFields() {
  return (
    <>
      <AuthoritySentence />
      <ToolsField />
      <DeniedField />
      <ChoiceField fieldKey="permissionMode" details={MODES} />
    </>
  );
}

const MODES: Record<string, string> = {
  '': 'As the session does.',
  default: 'Asks before each change and command.',
  acceptEdits: 'Changes files without asking; asks before commands.',
  auto: 'Lets a classifier decide what needs asking.',
  dontAsk: 'Does what is allowed already, refuses the rest without asking.',
  bypassPermissions: 'Asks for nothing at all.',
  plan: 'Only reads and plans until you agree.',
  manual: 'Asks before each.',
};

function AuthoritySentence() {
  const { session } = useEditor();
  const file = useFront();
  const { baseText } = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const saved = useMemo(() => readAgentFile(baseText).effective, [baseText]);
  const authority = useMemo(() => describeAuthority(file.effective), [file]);
  const { gains } = useMemo(() => compareAuthority(saved, file.effective), [saved, file]);
  return (
    <div role="status" aria-live="polite" className="border-l-2 border-accent py-0.5 pl-3">
      <p className="text-prose">{authority.sentence}</p>
      {gains.length > 0 && (
        <Status tone="attention" className="mt-1 text-small whitespace-normal!">
          More than the saved version: {gains.slice(0, 4).join(', ')}
          {gains.length > 4 && ` and ${gains.length - 4} more`}
        </Status>
      )}
    </div>
  );
}

function ToolsField() {
  const { store, readOnly } = useEditor();
  const file = useFront();
  const name = useId();
  const { kind, items } = toolChoice(file);
  const [kept, setKept] = useState<string[]>([]);
  const choose = (next: ToolKind) => {
    if (kind === 'list') setKept(items);
    const start = kept.length > 0 ? kept : ['Read', 'Grep', 'Glob'];
    store.edit(toolChange(next, start));
  };
  return (
    <FieldRow fieldKey="tools" as="group">
      <RadioGroup<ToolKind>
        name={name}
        value={kind}
        disabled={readOnly}
        onValueChange={choose}
        options={[
          {
            value: 'inherit',
            label: <span className={kind === 'inherit' ? 'text-attention' : undefined}>All tools</span>,
            detail: 'Whatever the session has, MCP servers included.',
          },
          { value: 'list', label: 'Chosen tools', detail: 'Only those that are ticked.' },
          { value: 'none', label: 'No tools', detail: 'It can only answer.' },
        ]}
      />
      {kind === 'list' && <ToolCatalogue items={items} />}
    </FieldRow>
  );
}

function ToolCatalogue({ items }: { items: readonly string[] }) {
  const { store, readOnly } = useEditor();
  const [query, setQuery] = useState('');
  const named = useMemo(() => items.map((item) => ({ item, name: readToolItem(item).name })), [items]);
  const others = named
    .filter(({ name }) => !TOOLS.some((tool) => tool.name === name))
    .map(({ item }) => item);
  const set = (next: readonly string[]) => store.edit(toolChange(next.length > 0 ? 'list' : 'none', next));
  const found = TOOLS.filter((tool) => matches(tool, query));
  const isAvailable = (tool: Tool) => tool.subAgent !== 'never';
  return (
    <div className="mt-1 flex flex-col gap-2">
      <div className="relative">
        <Search className="absolute top-2 left-2.5 size-4 text-soft" aria-hidden="true" />
        <Input
          type="search"
          aria-label="Search tools"
          placeholder={`Search ${TOOLS.length} tools`}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="pl-8!"
        />
      </div>
      <div
        role="group"
        aria-label="Tools"
        // Where nothing in it can be ticked, the keyboard scrolls the list itself.
        tabIndex={readOnly ? 0 : undefined}
        className="max-h-72 overflow-y-auto rounded-md border border-line px-2.5 py-1"
      >
        {TOOL_GROUPS.map((group) => {
          const tools = found.filter((tool) => tool.group === group);
          if (tools.length === 0) return null;
          return (
            <fieldset key={group} className="py-1.5">
              <legend className="pb-1 text-small text-soft">{group}</legend>
              <div className="flex flex-col gap-1.5">
                {tools.map((tool) => {
                  const own = named.filter(({ name }) => name === tool.name).map(({ item }) => item);
                  const patterns = own.filter((item) => item !== tool.name);
                  return (
                    <Checkbox
                      key={tool.name}
                      disabled={readOnly || (!isAvailable(tool) && own.length === 0)}
                      checked={own.length > 0}
                      onChange={(event) =>
                        set(
                          event.target.checked
                            ? [...items, tool.name]
                            : items.filter((item) => !own.includes(item)),
                        )
                      }
                      label={<span className="font-mono text-code">{patterns[0] ?? tool.name}</span>}
                      detail={isAvailable(tool) ? tool.does : `${tool.does}. Never given to sub-agents.`}
                    />
                  );
                })}
              </div>
            </fieldset>
          );
        })}
        {found.length === 0 && (
          <p className="py-3 text-soft">
            No tool matches “{query}”. Add it below if it comes from an MCP server.
          </p>
        )}
      </div>
      <TagInput
        aria-label="MCP tools and other names"
        values={others}
        disabled={readOnly}
        placeholder="mcp__server or mcp__server__tool"
        onValuesChange={(next) => set([...items.filter((item) => !others.includes(item)), ...next])}
      />
      <p className="text-small text-soft">
        Tools of MCP servers and any other name. <code className="font-mono">mcp__server</code> gives all
        tools of a server.
      </p>
    </div>
  );
}

function matches(tool: Tool, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return `${tool.name} ${tool.does} ${tool.group}`.toLowerCase().includes(wanted);
}

function DeniedField() {
  const { store, readOnly } = useEditor();
  const file = useFront();
  return (
    <FieldRow fieldKey="disallowedTools">
      <TagInput
        values={file.effective.disallowedTools}
        suggestions={TOOLS.map((tool) => tool.name)}
        disabled={readOnly}
        placeholder="None"
        onValuesChange={(values) => store.edit(listChange('disallowedTools', values))}
      />
    </FieldRow>
  );
}

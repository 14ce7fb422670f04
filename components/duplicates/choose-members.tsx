'use client';
/** Which of these agents are meant? A list of check boxes, with all of them at once on top. */

import { Checkbox } from '@/components/ui/checkbox';

export interface ChooseMembersProps {
  label: string;
  members: readonly { agentId: string; title: string; description?: string }[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

export function ChooseMembers({ label, members, chosen, onChange }: ChooseMembersProps) {
  function toggle(agentId: string) {
    const next = new Set(chosen);
    if (!next.delete(agentId)) next.add(agentId);
    onChange(next);
  }
  const isAll = chosen.size === members.length;
  return (
    <fieldset className="min-w-0 pt-1">
      <legend className="sr-only">{label}</legend>
      <Checkbox
        label="All"
        checked={isAll}
        indeterminate={chosen.size > 0 && !isAll}
        onChange={() => onChange(new Set(isAll ? [] : members.map(({ agentId }) => agentId)))}
        className="border-b border-line px-1 pb-2"
      />
      {members.map(({ agentId, title, description }) => (
        <Checkbox
          key={agentId}
          label={<span className="block truncate font-mono text-code font-medium">{title}</span>}
          detail={description && <span className="line-clamp-2">{description.replace(/\s+/gu, ' ')}</span>}
          checked={chosen.has(agentId)}
          onChange={() => toggle(agentId)}
          className="rounded-md px-1 py-2 hover:bg-hover"
        />
      ))}
    </fieldset>
  );
}

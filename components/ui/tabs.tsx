'use client';
/** Which of several views of one thing? */

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

import { classNames } from './class-names';

export interface TabsProps<Value extends string> {
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  /** The line of tabs (`TabList`) and the panels (`TabPanel`). */
  children: ReactNode;
  className?: string;
}

export function Tabs<Value extends string>(props: TabsProps<Value>) {
  return (
    <Base.Root
      value={props.value}
      defaultValue={props.defaultValue}
      onValueChange={(value) => props.onValueChange?.(value as Value)}
      className={classNames('flex min-h-0 min-w-0 flex-col', props.className)}
    >
      {props.children}
    </Base.Root>
  );
}

export interface TabListProps {
  label: string;
  tabs: readonly { value: string; label: ReactNode; disabled?: boolean }[];
  /** Actions at the end of the line. */
  aside?: ReactNode;
  className?: string;
}

export function TabList({ label, tabs, aside, className }: TabListProps) {
  return (
    <div className={classNames('flex h-9 shrink-0 items-center gap-2 border-b border-line px-2', className)}>
      <Base.List aria-label={label} className="relative flex h-full min-w-0 flex-1 gap-1 overflow-x-auto">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            disabled={tab.disabled}
            className="flex h-full items-center gap-1.5 px-2 whitespace-nowrap text-soft hover:text-ink data-active:font-medium data-active:text-ink focus-visible:-outline-offset-2"
          >
            {tab.label}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-0 left-(--active-tab-left) h-0.5 w-(--active-tab-width) bg-accent transition-[left,width]" />
      </Base.List>
      {aside}
    </div>
  );
}

export interface TabPanelProps {
  value: string;
  /** Keeps the panel in the page while another is shown, so that it loses no state. */
  keepMounted?: boolean;
  children: ReactNode;
  className?: string;
}

export function TabPanel({ value, keepMounted, children, className }: TabPanelProps) {
  return (
    <Base.Panel
      value={value}
      keepMounted={keepMounted}
      className={classNames('min-h-0 flex-1 focus-visible:-outline-offset-2 data-hidden:hidden', className)}
    >
      {children}
    </Base.Panel>
  );
}

'use client';
/** Which of these actions? A list that a button opens; the button stands elsewhere, so that this can be loaded when it is wanted. */

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useRef } from 'react';

import { classNames } from './class-names';
import { focusAfter, isPressOn, type OfButton } from './use-panel-button';

export interface MenuPanelProps extends OfButton {
  children: ReactNode;
  side?: 'top' | 'bottom';
  align?: 'start' | 'end';
  className?: string;
}

export function MenuPanel(props: MenuPanelProps) {
  const { anchor, open, onOpenChange, side = 'bottom', align = 'start', className, children } = props;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      modal={false}
      open={open}
      onOpenChange={(next, { event }) => (next || !isPressOn(anchor, event)) && onOpenChange(next)}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} side={side} align={align} sideOffset={4} className="z-50">
          <Base.Popup
            ref={popup}
            finalFocus={() => focusAfter(popup.current, anchor)}
            className={classNames(
              'floating max-h-(--available-height) min-w-48 max-w-80 overflow-y-auto p-1',
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const row =
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 text-ui outline-none select-none data-disabled:text-soft data-highlighted:bg-hover max-md:min-h-10';

export interface MenuItemProps {
  icon?: ReactNode;
  /** At the end of the row: a shortcut, a count. */
  aside?: ReactNode;
  children: ReactNode;
  tone?: 'plain' | 'danger';
  disabled?: boolean;
  /** A line under the words: what it does, or why it is not possible. */
  detail?: ReactNode;
  onSelect?: () => void;
}

export function MenuItem({
  icon,
  aside,
  children,
  detail,
  tone = 'plain',
  disabled,
  onSelect,
}: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={classNames(row, tone === 'danger' && 'text-bad')}
    >
      <RowContent icon={icon} aside={aside} detail={detail}>
        {children}
      </RowContent>
    </Base.Item>
  );
}

export interface MenuLinkProps extends Omit<MenuItemProps, 'onSelect' | 'disabled' | 'tone'> {
  href: string;
  /** A file to save rather than a page to open. */
  download?: boolean;
}

export function MenuLink({ href, download, icon, aside, detail, children }: MenuLinkProps) {
  const render = download ? <a href={href} download aria-label={undefined} /> : <Link href={href} />;
  return (
    <Base.LinkItem closeOnClick render={render} className={row}>
      <RowContent icon={icon} aside={aside} detail={detail}>
        {children}
      </RowContent>
    </Base.LinkItem>
  );
}

function RowContent({ icon, aside, detail, children }: Omit<MenuItemProps, 'onSelect'>) {
  return (
    <>
      {icon && <span className="grid size-4 shrink-0 place-items-center text-soft *:size-4">{icon}</span>}
      <span className="min-w-0 flex-1 truncate">
        {children}
        {detail && <span className="block text-small text-wrap text-soft">{detail}</span>}
      </span>
      {aside && <span className="shrink-0 text-small text-soft">{aside}</span>}
    </>
  );
}

export interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange: (value: Value) => void;
  options: readonly { value: Value; label: string; icon?: ReactNode; aside?: ReactNode }[];
}

/** One of several states, with a tick at the present one. */
export function MenuChoice<Value extends string>(props: MenuChoiceProps<Value>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-small text-soft">{props.label}</Base.GroupLabel>
      <Base.RadioGroup value={props.value} onValueChange={(value: Value) => props.onValueChange(value)}>
        {props.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={row}>
            <RowContent icon={option.icon} aside={option.aside}>
              {option.label}
            </RowContent>
            <Base.RadioItemIndicator>
              <Check className="size-3.5 text-accent" aria-hidden="true" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export interface MenuCheckProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  aside?: ReactNode;
  children: ReactNode;
}

/** One of several that can hold at once; the menu stays open. */
export function MenuCheck({ checked, onCheckedChange, aside, children }: MenuCheckProps) {
  return (
    <Base.CheckboxItem checked={checked} onCheckedChange={onCheckedChange} className={row}>
      <span className="grid size-4 shrink-0 place-items-center rounded-sm border border-control">
        <Base.CheckboxItemIndicator>
          <Check className="size-3.5 text-accent" aria-hidden="true" />
        </Base.CheckboxItemIndicator>
      </span>
      <RowContent aside={aside}>{children}</RowContent>
    </Base.CheckboxItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}

/** Names the rows that follow it. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-small text-soft">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

'use client';
/** Which one of many? A button that opens a list; each row may carry a line that says what it means. */

import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';

import { classNames } from './class-names';
import { useFieldWiring } from './field';

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  detail?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  value?: Value | null;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  name?: string;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  disabled?: boolean;
  dense?: boolean;
  'aria-label'?: string;
  className?: string;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, defaultValue, onValueChange, name, placeholder, disabled, dense, className } =
    props;
  const wiring = useFieldWiring();
  return (
    <Base.Root
      items={options}
      value={value}
      defaultValue={defaultValue}
      name={name}
      disabled={disabled}
      modal={false}
      onValueChange={(next: Value | null) => {
        if (next !== null) onValueChange?.(next);
      }}
    >
      <Base.Trigger
        {...wiring}
        aria-label={props['aria-label']}
        aria-labelledby={wiring.id && !props['aria-label'] ? `${wiring.id}-label` : undefined}
        className={classNames(
          'control-box flex w-full min-w-0 items-center justify-between gap-2 pr-2 pl-2.5 text-left',
          dense ? 'h-7 text-ui!' : 'h-8',
          className,
        )}
      >
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-faint" />
        <Base.Icon>
          <ChevronsUpDown className="size-3.5 text-soft" aria-hidden="true" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className="floating max-h-(--available-height) min-w-(--anchor-width) max-w-96 overflow-y-auto p-1">
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled}
                  className="grid cursor-default grid-cols-[1rem_1fr] gap-2 rounded-md px-2 py-1.5 text-ui outline-none select-none data-disabled:text-soft data-highlighted:bg-hover"
                >
                  <Base.ItemIndicator className="col-start-1 flex h-5 items-center">
                    <Check className="size-3.5 text-accent" aria-hidden="true" />
                  </Base.ItemIndicator>
                  <span className="col-start-2">
                    <Base.ItemText>{option.label}</Base.ItemText>
                    {option.detail && <span className="block text-small text-soft">{option.detail}</span>}
                  </span>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Which one of a few? Native radios: arrow keys, forms and readers know them. Wrap it in `<Field as="group">`. */

import type { ReactNode } from 'react';

import { classNames } from './class-names';

export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  name: string;
  options: readonly RadioOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  disabled?: boolean;
  className?: string;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { name, options, value, defaultValue, onValueChange, disabled, className } = props;
  return (
    <div className={classNames('flex flex-col gap-2', className)}>
      {options.map((option) => {
        const off = disabled || option.disabled;
        return (
          <label
            key={option.value}
            className={classNames('flex gap-2', off ? 'cursor-not-allowed text-soft' : 'cursor-pointer')}
          >
            <span className="flex h-5 items-center">
              <input
                type="radio"
                name={name}
                value={option.value}
                disabled={off}
                checked={value === undefined ? undefined : value === option.value}
                defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
                onChange={onValueChange ? () => onValueChange(option.value) : undefined}
                readOnly={value !== undefined && !onValueChange}
                className="size-4 appearance-none rounded-full border border-control bg-surface checked:border-5 checked:border-accent disabled:border-line disabled:bg-sunken disabled:checked:border-control"
              />
            </span>
            <span className="min-w-0">
              {option.label}
              {option.detail && <span className="block text-small text-soft">{option.detail}</span>}
            </span>
          </label>
        );
      })}
    </div>
  );
}

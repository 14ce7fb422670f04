'use client';
/** What can be pressed where there is room for an icon only? Its name is read aloud and shown as a tooltip. */

import { Button, type ButtonProps } from './button';
import { classNames } from './class-names';
import { Tooltip, type TooltipProps } from './tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  label: string;
  icon: NonNullable<ButtonProps['icon']>;
  shortcut?: string;
  side?: TooltipProps['side'];
}

export function IconButton({
  label,
  shortcut,
  side,
  size,
  tone = 'quiet',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} side={side}>
      <Button
        {...rest}
        tone={tone}
        size={size}
        aria-label={label}
        className={classNames('px-0!', size === 'dense' ? 'w-7' : 'w-8', className)}
      />
    </Tooltip>
  );
}

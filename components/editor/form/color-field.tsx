'use client';
/** Which colour has the agent in the terminal? A swatch and a word for each. */

import { fieldRule } from '@/lib/agent-file';

import { useEditor, useFront } from '../context';
import { FieldRow } from './field-row';
import { swatchOf } from './swatches';
import { choiceChange, textAt } from './values';

export function ColorField() {
  const { store, readOnly } = useEditor();
  useFront();
  const present = textAt(store.getFile(), 'color');
  const colors = fieldRule('color')?.values ?? [];
  return (
    <FieldRow fieldKey="color" as="group" aside={present === '' ? 'left out' : present}>
      <div className="flex flex-wrap gap-1">
        <Swatch
          color=""
          isChosen={present === ''}
          disabled={readOnly}
          onChoose={() => store.edit(choiceChange('color', ''))}
        />
        {colors.map((color) => (
          <Swatch
            key={color}
            color={color}
            isChosen={present === color}
            disabled={readOnly}
            onChoose={() => store.edit(choiceChange('color', color))}
          />
        ))}
      </div>
    </FieldRow>
  );
}

interface SwatchProps {
  color: string;
  isChosen: boolean;
  disabled: boolean;
  onChoose: () => void;
}

function Swatch({ color, isChosen, disabled, onChoose }: SwatchProps) {
  const label = color === '' ? 'No colour' : color;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onChoose}
      className="grid size-8 place-items-center rounded-md border border-transparent hover:bg-hover aria-pressed:border-ink disabled:cursor-not-allowed"
    >
      {color === '' ? (
        <span className="size-4.5 rounded-full border border-dashed border-control" />
      ) : (
        <span className="size-4.5 rounded-full" style={{ backgroundColor: swatchOf(color) }} />
      )}
    </button>
  );
}

'use client';
/** Which line of this YAML is wrong? A small editor that underlines it. Loaded on demand. */

import { defaultKeymap } from '@codemirror/commands';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import { useEffect, useRef } from 'react';

import { checkYamlSource } from '@/lib/agent-file';

import { useEditor } from '../context';
import { type Squiggle, setSquiggles, squiggles } from '../problems/squiggles';
import { yamlColours } from '../text/colours';
import { boxTheme } from '../text/theme';

export interface YamlBoxProps {
  label: string;
  text: string;
  example: string;
  readOnly: boolean;
  onChange: (text: string) => void;
}

const fromOutside = Annotation.define<boolean>();

export function YamlBox(props: YamlBoxProps) {
  const { nonce } = useEditor();
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!parent.current) return;
    const { label, text, example, readOnly } = latest.current;
    const made = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          nonce ? EditorView.cspNonce.of(nonce) : [],
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({ 'aria-label': `${label}, as YAML`, tabindex: '0' }),
          placeholder(example),
          yamlColours(),
          squiggles(),
          boxTheme,
          keymap.of(defaultKeymap),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            const isOwn = !update.transactions.some((tr) => tr.annotation(fromOutside));
            if (isOwn) latest.current.onChange(update.state.sliceDoc());
          }),
        ],
      }),
    });
    view.current = made;
    return () => {
      made.destroy();
      view.current = null;
    };
  }, [nonce]);

  useEffect(() => {
    const box = view.current;
    if (!box) return;
    if (box.state.sliceDoc() !== props.text) {
      box.dispatch({
        changes: { from: 0, to: box.state.doc.length, insert: props.text },
        annotations: fromOutside.of(true),
      });
    }
    box.dispatch({ effects: setSquiggles.of(syntaxErrors(props.text)) });
  }, [props.text]);

  return <div ref={parent} className="overflow-hidden rounded-md border border-control" />;
}

function syntaxErrors(text: string): Squiggle[] {
  if (text.trim() === '') return [];
  const check = checkYamlSource(text);
  if (check.ok) return [];
  const from = Math.min(check.offset, text.length);
  const lineEnd = text.indexOf('\n', from);
  const to = lineEnd === -1 ? text.length : lineEnd;
  return [{ range: { from, to }, severity: 'error', message: check.message }];
}

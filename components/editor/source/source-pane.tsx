'use client';

/** The text itself: the body alone or the whole file, in one view of the one store. */

import { EditorView } from '@codemirror/view';
import { ListTree, Search, TextWrap } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';

import { IconButton } from '@/components/ui/icon-button';
import { TabList, Tabs } from '@/components/ui/tabs';

import { EDITOR_KEYS } from '@/lib/client/shortcuts/editor';
import { keysInWords, shortcut } from '@/lib/client/shortcuts/shortcut';
import { useEditor } from '../context';
import type { Problems } from '../problems/problems';
import { setSquiggles } from '../problems/squiggles';
import { bodyOnlyField, showBodyOnly } from '../text/body-only';
import { slots } from '../text/source-extensions';
import type { TextStore } from '../text/text-store';
import { InsertSection } from './insert-section';
import { KeysHelp } from './keys-help';
import { OutlineButton } from './outline';

export function SourcePane({ keysId }: { keysId: string }) {
  const { store, problems, readOnly } = useEditor();
  const parent = useRef<HTMLDivElement>(null);
  const isBodyOnly = useSyncExternalStore(
    store.subscribeAll,
    () => store.current.field(bodyOnlyField),
    () => true,
  );
  const [isWrapped, setWrapped] = useState(true);
  const [isReady, setReady] = useState(false);

  useEffect(() => {
    if (!parent.current) return;
    const view = new EditorView({
      state: store.current,
      parent: parent.current,
      dispatchTransactions: (transactions, target) => {
        target.update(transactions);
        store.take(transactions);
      },
    });
    store.attach(view);
    setReady(true);
    const show = () => showProblems(store, problems);
    show();
    const stop = problems.subscribe(show);
    return () => {
      stop();
      store.detach();
      view.destroy();
    };
  }, [store, problems]);

  function show(isBody: boolean) {
    store.dispatch({ effects: showBodyOnly.of(isBody) });
    const top = isBody ? store.getFile().body.from : 0;
    store.dispatch({ effects: EditorView.scrollIntoView(top, { y: 'start' }) });
  }

  function toggleWrap() {
    store.dispatch({ effects: slots.wrap.reconfigure(isWrapped ? [] : EditorView.lineWrapping) });
    setWrapped(!isWrapped);
  }

  return (
    <section aria-label="Source" className="flex min-h-0 flex-1 flex-col">
      <Tabs<'body' | 'file'>
        value={isBodyOnly ? 'body' : 'file'}
        onValueChange={(value) => show(value === 'body')}
        className="shrink-0"
      >
        <TabList
          label="What the source shows"
          tabs={[
            { value: 'body', label: 'Body' },
            { value: 'file', label: 'Whole file' },
          ]}
          aside={
            <div className="flex items-center gap-0.5">
              {!readOnly && <InsertSection />}
              <OutlineButton icon={<ListTree className="size-4" aria-hidden="true" />} />
              <IconButton
                size="dense"
                label="Find"
                shortcut={keysInWords(shortcut(EDITOR_KEYS, 'find'))[0]}
                icon={<Search className="size-4" aria-hidden="true" />}
                onClick={() => void openFind(store)}
              />
              <IconButton
                size="dense"
                label={isWrapped ? 'Do not wrap lines' : 'Wrap lines'}
                aria-pressed={isWrapped}
                icon={<TextWrap className="size-4" aria-hidden="true" />}
                onClick={toggleWrap}
              />
              <KeysHelp id={keysId} />
            </div>
          }
        />
      </Tabs>
      <div ref={parent} className="relative min-h-0 flex-1">
        {!isReady && <SourceSkeleton />}
      </div>
    </section>
  );
}

/** The text before the editor is there, in the same type and place. HTML knows no CR, and hydration compares. */
function SourceSkeleton() {
  const { store } = useEditor();
  const { text, body } = store.getFile();
  return (
    <pre className="absolute inset-0 overflow-hidden py-2 pr-4 pl-13.5 font-mono text-code whitespace-pre-wrap">
      {text.slice(body.from, body.from + 6_000).replace(/\r\n?/g, '\n')}
    </pre>
  );
}

/** Opens the search panel; its code comes the first time it is wanted. */
export async function openFind(store: TextStore): Promise<void> {
  const search = await import('@codemirror/search');
  const { keymap } = await import('@codemirror/view');
  const view = store.editorView;
  if (!view) return;
  view.dispatch({
    effects: slots.search.reconfigure([search.search(), keymap.of(search.searchKeymap)]),
  });
  search.openSearchPanel(view);
}

function showProblems(store: TextStore, problems: Problems): void {
  const { text, all } = problems.getList();
  if (text !== store.getFile().text) return;
  const found = all.map((problem) => ({
    range: problem.range,
    severity: problem.severity,
    message: problem.message,
    fix: () =>
      problem.fix && !store.current.readOnly
        ? { title: problem.fix.title, run: () => void problems.mend(problem) }
        : null,
  }));
  store.dispatch({ effects: setSquiggles.of(found) });
}

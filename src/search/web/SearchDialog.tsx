import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import css from './SearchDialog.module.css';
import { Dialog } from '#ui/Dialog.tsx';
import { TextInput } from '#ui/Field.tsx';
import { focusWhenShown } from '#ui/focus.ts';
import { useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import type { FoundCase, FoundCustomer } from '../contract.ts';
import { CaseFound, CustomerFound } from './FoundRows.tsx';
import { useFound, type Found } from './found.ts';
import { searchWebTexts } from './texts.ts';

/** Somewhere to go, or something to do, that the search offers beside what it finds. */
export interface Shortcut {
  key: string;
  group: 'places' | 'acts';
  words: string;
  run: () => void;
}

interface Option {
  key: string;
  group: 'places' | 'acts' | 'customers' | 'cases';
  shown: ReactNode;
  run: () => void;
  /** The search stays open after it. */
  stays?: boolean;
}

const matches = ({ words }: Shortcut, typed: string): boolean => words.toLowerCase().includes(typed.trim().toLowerCase());

interface Offered {
  found: Found;
  shortcuts: readonly Shortcut[];
  /** The words that ask for more cases. */
  more: string;
  toCase: (found: FoundCase) => void;
  toCustomer: (found: FoundCustomer) => void;
}

const optionsOf = ({ found, shortcuts, more, toCase, toCustomer }: Offered): Option[] => [
  ...found.customers.map((one) => ({ key: `customer ${one.id}`, group: 'customers' as const, shown: <CustomerFound found={one} />, run: () => toCustomer(one) })),
  ...found.cases.map((one) => ({ key: `case ${one.caseId}`, group: 'cases' as const, shown: <CaseFound found={one} />, run: () => toCase(one) })),
  ...(found.more ? [{ key: 'more', group: 'cases' as const, shown: <b>{more}</b>, run: found.more, stays: true }] : []),
  ...shortcuts.map(({ key, group, words, run }) => ({ key, group, shown: <b>{words}</b>, run })),
];

/** One field for everything: cases, customers, numbers, and where one can go. The keyboard is enough. */
export function SearchDialog({ onClose, shortcuts }: { onClose: () => void; shortcuts: readonly Shortcut[] }) {
  const texts = useTexts(searchWebTexts);
  const base = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(typed);
  const options = optionsOf({
    found,
    shortcuts: shortcuts.filter((one) => matches(one, typed)),
    more: texts.more,
    toCase: ({ caseId }) => void navigate({ to: `/cases/${caseId}` }),
    toCustomer: ({ id }) => void navigate({ to: `/customers/${id}` }),
  });
  const current = Math.min(at, options.length - 1);
  const choose = (option: Option | undefined) => {
    if (!option) return;
    if (!option.stays) onClose();
    option.run();
  };
  const go = (to: number) => {
    const next = options.length === 0 ? 0 : (to + options.length) % options.length;
    setAt(next);
    document.getElementById(`${base}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => go(current + 1), ArrowUp: () => go(current - 1), Enter: () => choose(options[current]),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.nativeEvent.isComposing ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const isEmpty = found.words !== '' && !found.searching && found.customers.length + found.cases.length === 0;
  return (
    <Dialog open onClose={onClose} title={texts.title}>
      <div className={css.search}>
        <TextInput
          ref={focusWhenShown} data-autofocus label={texts.field} description={texts.how} value={typed} maxLength={200} autoComplete="off" spellCheck={false}
          role="combobox" aria-expanded="true" aria-controls={`${base}-list`} aria-autocomplete="list" aria-activedescendant={current >= 0 ? `${base}-${current}` : undefined}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
        />
        <p className="unseen" role="status">{found.searching ? texts.searching : found.words === '' ? '' : texts.found(found.customers.length + found.cases.length)}</p>
        <Problem of={found.error} />
        {isEmpty && <p className="muted">{texts.nothing(found.words)}</p>}
        {found.isPartial && <p className={css.quiet}>{texts.partial}</p>}
        <Options base={base} options={options} current={current} onChoose={choose} />
        <p className={css.keys}>{texts.keys}</p>
      </div>
    </Dialog>
  );
}

function Options({ base, options, current, onChoose }: { base: string; options: readonly Option[]; current: number; onChoose: (option: Option) => void }) {
  const texts = useTexts(searchWebTexts);
  const groups = (['customers', 'cases', 'acts', 'places'] as const).filter((group) => options.some((one) => one.group === group));
  return (
    <div id={`${base}-list`} className={css.list} role="listbox" aria-label={texts.results}>
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`${base}-${group}`}>
          <div id={`${base}-${group}`} className={css.heading} role="presentation">{texts[group]}</div>
          {options.map((option, index) => option.group === group && (
            // The keys are the field's, which keeps the focus; a pointer may choose as well.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div key={option.key} id={`${base}-${index}`} className={css.option} role="option" tabIndex={-1} aria-selected={index === current} onClick={() => onChoose(option)}>
              {option.shown}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

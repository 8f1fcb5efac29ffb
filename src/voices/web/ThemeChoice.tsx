import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useRead } from '#app/web/client.ts';
import css from './ThemeChoice.module.css';
import { classNames } from '#ui/class-names.ts';
import { Field } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { listThemes } from '../contract.ts';
import { useNearest, useRested } from './reading.ts';
import { voiceTexts } from './texts.ts';

/** Into which theme: one that stands, a new one by its title, or none yet. */
export type Chosen = { readonly kind: 'theme'; readonly id: string; readonly title: string; readonly customers: number } | { readonly kind: 'new'; readonly title: string } | { readonly kind: 'none' };

/** As the routes take it. */
export const themeBody = (chosen: Chosen): { themeId?: string; newTheme?: { title: string } } =>
  chosen.kind === 'theme' ? { themeId: chosen.id } : chosen.kind === 'new' ? { newTheme: { title: chosen.title } } : {};

interface ThemeChoiceProps {
  label: string;
  /** The themes nearest to these are offered before anything is typed. */
  words: string;
  /** Offered first of all, if any: what the program proposed. */
  proposed?: { id: string; title: string } | null;
  value: Chosen | null;
  onChange: (chosen: Chosen | null) => void;
  /** For merging neither a new theme nor none is a choice. */
  existingOnly?: boolean;
  exceptId?: string;
  /** Whoever asked for the form it stands in goes on here. In a dialog that is so by itself. */
  focused?: boolean;
  /** A key pressed while nothing is typed; true where it meant something else than text. */
  onKey?: (key: string) => boolean;
}

/** From this likeness on the nearest theme is what is meant unless somebody says otherwise; below it, it is only offered. */
export const surely = 0.35;

const keyOfChoice = (chosen: Chosen): string => (chosen.kind === 'theme' ? chosen.id : chosen.kind);

/** The choices as they stand: by what is typed, else by the words. What decides the order is written in `nearest`. */
const useChoices = ({ words, proposed, existingOnly = false, exceptId }: ThemeChoiceProps, typed: string) => {
  const title = typed.replaceAll(/\s+/gu, ' ').trim();
  const rested = useRested(title);
  const { nearest, error, isPending } = useNearest(rested === '' ? words : rested);
  // Names that hold what is typed, however unlike the words are otherwise.
  const byName = useRead(listThemes, { query: { list: 'undecided', like: rested } }, { on: rested.length > 1 });
  const found = [...(rested.length > 1 ? (byName.data?.items ?? []) : []), ...(title === '' && proposed ? [{ ...proposed, customers: 0 }] : []), ...(nearest?.themes ?? [])];
  const ids = new Set(exceptId === undefined ? [] : [exceptId]);
  const themes = found.filter(({ id }) => !ids.has(id) && Boolean(ids.add(id))).slice(0, 6).map(({ id, title: name, customers }): Chosen => ({ kind: 'theme', id, title: name, customers }));
  const isNew = title !== '' && !themes.some((one) => one.kind === 'theme' && one.title.toLowerCase() === title.toLowerCase());
  const choices: Chosen[] = existingOnly ? themes : [...themes, ...(isNew ? [{ kind: 'new', title } as const] : []), ...(title === '' ? [{ kind: 'none' } as const] : [])];
  const isSure = (title === '' && Boolean(proposed)) || (nearest?.themes.find(({ id }) => id !== exceptId)?.score ?? 0) >= surely;
  const isNamed = title !== '' && themes[0]?.kind === 'theme' && themes[0].title.toLowerCase().includes(title.toLowerCase());
  // What is only a little like it is offered, never meant: neither for what is typed nor for the customer's words.
  const usual = isSure || isNamed ? choices[0] : choices.find(({ kind }) => kind !== 'theme');
  return { choices, usual, error, isPending: isPending || rested !== title || (rested.length > 1 && byName.isPending) };
};

/** A field in which a theme is found by typing, the nearest offered at once. What is marked in the list is what is chosen. */
export function ThemeChoice(props: ThemeChoiceProps) {
  const { label, words, value, onChange, onKey, focused = false } = props;
  const shared = useTexts(voiceTexts);
  const texts = shared.search;
  const base = useId();
  const [typed, setTyped] = useState('');
  const { choices, usual, error, isPending } = useChoices(props, typed);
  const moved = useRef(false);
  const at = value === null ? -1 : choices.findIndex((one) => keyOfChoice(one) === keyOfChoice(value));
  const firstKey = usual === undefined || isPending ? null : `${keyOfChoice(usual)} ${usual.kind === 'new' ? usual.title : ''}`;
  const tell = useRef<() => void>(() => undefined);
  const field = useRef<HTMLInputElement>(null);
  const entered = useRef(false);
  useEffect(() => {
    tell.current = () => onChange(usual ?? null);
  });
  useEffect(() => {
    moved.current = false;
  }, [words]);
  // Until somebody moves in the list, what is usual is what is meant, also where a nearer one arrives.
  useEffect(() => {
    if (firstKey === null) return;
    if (!moved.current) tell.current();
    if (!entered.current) return;
    entered.current = false;
    // Once what was chosen has come round to the form.
    setTimeout(() => field.current?.form?.requestSubmit());
  }, [firstKey, words]);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const go = (to: number): void => {
    const next = choices[(to + choices.length) % choices.length];
    moved.current = true;
    if (next) onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at < 0 ? -1 : at - 1);
    // Whoever is quicker than the answer means what it will say: the form goes when it is there.
    else if (event.key === 'Enter' && isPending) entered.current = true;
    else if (!(typed === '' && onKey?.(event.key))) return;
    event.preventDefault();
  };
  return (
    <div className={css.choice}>
      <Field label={label}>
        {(wired) => (
          <input
            {...wired} ref={field} type="text" role="combobox" aria-expanded="true" aria-controls={`${base}-list`} aria-autocomplete="list" autoComplete="off" data-autofocus
            aria-activedescendant={at < 0 ? undefined : `${base}-${at}`} placeholder={props.existingOnly ? texts.hintExisting : texts.hint} maxLength={120} value={typed} onKeyDown={onKeyDown}
            onChange={(event) => {
              moved.current = false;
              entered.current = false;
              setTyped(event.target.value);
              // Until the answer is there it is a theme of its own, as the list says; never the one that was meant before.
              const title = event.target.value.replaceAll(/\s+/gu, ' ').trim();
              onChange(title === '' || props.existingOnly ? null : { kind: 'new', title });
            }}
          />
        )}
      </Field>
      <div id={`${base}-list`} className={css.list} role="listbox" aria-label={label}>
        {choices.map((one, place) => (
          // The field moves in the list by its arrows; a pointer presses here.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div key={keyOfChoice(one)} id={`${base}-${place}`} role="option" aria-selected={place === at} tabIndex={-1} className={classNames(css.option, place === at && css.chosen)} onClick={() => { moved.current = true; onChange(one); }}>
            <span className={css.name}>{one.kind === 'theme' ? one.title : one.kind === 'new' ? texts.open(one.title) : texts.none}</span>
            {one.kind === 'theme' && one.customers > 0 && <span className="small muted num">{shared.customers(one.customers)}</span>}
          </div>
        ))}
      </div>
      <p className="small muted" role="status">{isPending ? texts.looking : error ? texts.failed : ''}</p>
    </div>
  );
}

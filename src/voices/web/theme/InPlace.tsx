import { useEffect, useRef, type ReactNode } from 'react';
import css from './Theme.module.css';
import { Button, type ButtonLook } from '#ui/Button.tsx';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import type { Trouble } from '#ui/Problem.tsx';
import { decidingTexts } from '../deciding-texts.ts';
import { PartTitle } from './Section.tsx';

interface InPlaceProps {
  title: string;
  about?: ReactNode;
  send: string;
  look?: ButtonLook;
  ready?: boolean;
  pending: boolean;
  trouble: Trouble | null;
  /** The fields that are drawn within, by their path. */
  shows: readonly string[];
  onSend: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** A form that stands where its button was: what is decided on stays in sight. Escape goes back. */
export function InPlace({ title, about, send, look = 'primary', ready = true, pending, trouble, shows, onSend, onCancel, children }: InPlaceProps) {
  const texts = useTexts(decidingTexts);
  const box = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form was asked for: whoever asked goes on in it.
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('[data-autofocus]') ?? box.current?.querySelector<HTMLElement>('input, textarea, select');
    // A picker opens its list when it is gone to, over all that stands below.
    (first?.getAttribute('aria-haspopup') === 'listbox' ? heading.current : first)?.focus();
  }, []);
  const acts = <><Button type="submit" look={look} disabled={!ready} loading={pending}>{send}</Button><Button onClick={onCancel}>{texts.cancel}</Button></>;
  return (
    // Escape is heard wherever in the form the focus is; everything in it can be reached without.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} className={css.form} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) onCancel(); }}>
      <PartTitle ref={heading}>{title}</PartTitle>
      {about && <p className="small muted">{about}</p>}
      <FormSheet label={title} trouble={trouble} shows={shows} acts={acts} onSubmit={() => ready && !pending && onSend()}>{children}</FormSheet>
    </div>
  );
}

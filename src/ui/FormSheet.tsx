import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import css from './FormSheet.module.css';
import { Problem, type Trouble } from './Problem.tsx';

interface FormSheetProps {
  /** Names the form for whoever hears the page. */
  label: string;
  onSubmit: () => void;
  /** What the server said of the last attempt. */
  trouble?: Trouble | null;
  /** The fields' paths that are drawn within; what the server says of others is listed above the acts, never lost. */
  shows?: readonly string[];
  acts?: ReactNode;
  children: ReactNode;
}

const isDrawn = (path: string, shows: readonly string[]): boolean => shows.some((one) => path === one || path.startsWith(`${one}.`));

/** A form that is judged by the server: what it refuses is said here, and the first field it marks gets the focus. */
export function FormSheet({ label, onSubmit, trouble = null, shows, acts, children }: FormSheetProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (trouble) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [trouble]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  const others = shows === undefined || trouble === null ? [] : Object.entries(trouble.fields).filter(([path]) => !isDrawn(path, shows));
  return (
    <form ref={form} className={css.form} aria-label={label} onSubmit={submit} noValidate>
      {children}
      <Problem of={trouble} />
      {others.length > 0 && <ul className={css.others}>{others.map(([path, words]) => <li key={path}>{path}: {words}</li>)}</ul>}
      {acts && <div className={css.acts}>{acts}</div>}
    </form>
  );
}

/** Two fields that belong together, side by side where there is room. */
export const Pair = ({ children }: { children: ReactNode }) => <div className={css.pair}>{children}</div>;

/** Several choices under one question. */
export function Group({ legend, about, children }: { legend: ReactNode; about?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={css.group}>
      <legend>{legend}</legend>
      {about && <p className={css.about}>{about}</p>}
      {children}
    </fieldset>
  );
}

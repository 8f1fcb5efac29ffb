import { useId, type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import css from './Field.module.css';
import { classNames } from './class-names.ts';
import { useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';

export interface FieldWords {
  label: ReactNode;
  /** What to write, or who will read it; said before an error is made. */
  description?: ReactNode;
  /** What is wrong and how to put it right. The server's own words fit here. */
  error?: ReactNode;
  /** Marks the label, so that nobody fills in what may be left. Fields are required unless they say so. */
  optional?: boolean;
}

interface Wired {
  id: string;
  className: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  required: boolean;
}

/** A label, its control, a description and an error, tied together for whoever hears the page. `children` receives the ties. */
export function Field({ label, description, error, optional = false, children }: FieldWords & { children: (wired: Wired) => ReactNode }) {
  const id = useId();
  const texts = useTexts(uiTexts);
  const described = [description && `${id}-about`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
        {optional && <span className={css.optional}> {texts.optional}</span>}
      </label>
      {description && <div id={`${id}-about`} className={css.about}>{description}</div>}
      {children({
        id, className: classNames(css.control, Boolean(error) && css.wrong), 'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined, required: !optional,
      })}
      {error && <div id={`${id}-error`} className={css.error}>{error}</div>}
    </div>
  );
}

type Bare<Attributes> = Omit<Attributes, 'id' | 'className' | 'required' | 'children'>;

export type TextInputProps = FieldWords & Bare<InputHTMLAttributes<HTMLInputElement>> & { ref?: Ref<HTMLInputElement> };

/** One line of text, a date, a number: whatever `<input type>` knows. */
export function TextInput({ label, description, error, optional = false, ...input }: TextInputProps) {
  return (
    <Field {...{ label, description, error, optional }}>
      {(wired) => <input type="text" {...input} {...wired} />}
    </Field>
  );
}

export type TextareaProps = FieldWords & Bare<TextareaHTMLAttributes<HTMLTextAreaElement>> & { ref?: Ref<HTMLTextAreaElement> };

/** Several lines of text; grows with what is written where the browser can. */
export function Textarea({ label, description, error, optional = false, ...area }: TextareaProps) {
  return (
    <Field {...{ label, description, error, optional }}>
      {(wired) => <textarea rows={3} {...area} {...wired} className={classNames(wired.className, css.area)} />}
    </Field>
  );
}

export interface Choice {
  value: string;
  words: string;
  disabled?: boolean;
}

export type SelectProps = FieldWords & Bare<SelectHTMLAttributes<HTMLSelectElement>> & {
  choices: readonly Choice[];
  /** The words of the empty choice; without them the first choice is chosen from the start. */
  placeholder?: string;
  ref?: Ref<HTMLSelectElement>;
};

/** One of a few. The browser's own list, which phones and screen readers know best; for one of many use Picker. */
export function Select({ label, description, error, optional = false, choices, placeholder, ...select }: SelectProps) {
  return (
    <Field {...{ label, description, error, optional }}>
      {(wired) => (
        <span className={css.select}>
          <select {...select} {...wired}>
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {choices.map(({ value, words, disabled }) => <option key={value} value={value} disabled={disabled}>{words}</option>)}
          </select>
        </span>
      )}
    </Field>
  );
}

export type CheckboxProps = Omit<FieldWords, 'optional'> & Bare<InputHTMLAttributes<HTMLInputElement>> & { ref?: Ref<HTMLInputElement> };

/** Yes or no. The whole line is the target. */
export function Checkbox({ label, description, error, ...input }: CheckboxProps) {
  const id = useId();
  const described = [description && `${id}-about`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={css.field}>
      <label className={css.check}>
        <input {...input} type="checkbox" aria-describedby={described || undefined} aria-invalid={error ? true : undefined} />
        <span>{label}</span>
      </label>
      {description && <div id={`${id}-about`} className={classNames(css.about, css.under)}>{description}</div>}
      {error && <div id={`${id}-error`} className={classNames(css.error, css.under)}>{error}</div>}
    </div>
  );
}

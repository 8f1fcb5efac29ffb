import { useState, type ReactNode } from 'react';
import css from './setup.module.css';
import { classNames } from '#ui/class-names.ts';
import { Button } from '#ui/Button.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import type { Form } from '#ui/form.ts';
import { FormSheet } from '#ui/FormSheet.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Problem, type Trouble } from '#ui/Problem.tsx';
import { PasswordInput, shortestPassword } from '../PasswordInput.tsx';
import { entryTexts } from '../texts/entry.ts';
import { setupTexts } from '../texts/setup.ts';
import { steps, type Founding, type Step } from './steps.ts';

/** Where one is on the way, for eyes and for screen readers. */
export function Progress({ step }: { step: Step }) {
  const texts = useTexts(setupTexts);
  const at = steps.indexOf(step);
  return (
    <ol className={css.steps} aria-label={texts.step(at + 1, steps.length)}>
      {steps.map((one, place) => (
        <li key={one} className={classNames(place < at && css.past, place === at && css.now)} aria-current={place === at ? 'step' : undefined}>{texts.steps[one]}</li>
      ))}
    </ol>
  );
}

interface LanguageStepProps {
  onNext: () => void;
  onLook: () => void;
  looking: boolean;
  trouble: Trouble | null;
}

export function LanguageStep({ onNext, onLook, looking, trouble }: LanguageStepProps) {
  const texts = useTexts(setupTexts);
  const { language, choose } = useLanguage();
  return (
    <>
      <h1>{texts.language.title}</h1>
      <p className="muted">{texts.language.words}</p>
      <div className={css.choices} role="group" aria-label={texts.steps.language}>
        {(['it', 'en'] as const).map((one) => (
          <Button key={one} size="l" lang={one} aria-pressed={language === one} {...(language === one && { look: 'primary' })} onClick={() => choose(one)}>{texts.language.choices[one]}</Button>
        ))}
      </div>
      <div><Button look="primary" size="l" wide onClick={onNext}>{texts.next}</Button></div>
      <section className={css.look} aria-label={texts.language.lookTitle}>
        <h2>{texts.language.lookTitle}</h2>
        <p className="muted">{texts.language.lookWords}</p>
        <div><Button loading={looking} onClick={onLook}>{texts.language.look}</Button></div>
        <p className="small muted">{texts.language.lookNote}</p>
        <Problem of={trouble} />
      </section>
    </>
  );
}

interface FoundingStepProps {
  form: Form<Founding>;
  trouble: Trouble | null;
  onBack: () => void;
  onNext: () => void;
}

const zones = (own: string): string[] => [...new Set([own, 'Europe/Rome', ...Intl.supportedValuesOf('timeZone')])];

function BackAndOn({ onBack, children }: { onBack: () => void; children: ReactNode }) {
  const texts = useTexts(setupTexts);
  return <>{children}<Button size="l" look="quiet" onClick={onBack}>{texts.back}</Button></>;
}

export function CompanyStep({ form, trouble, onBack, onNext }: FoundingStepProps) {
  const { company: texts, next } = useTexts(setupTexts);
  const [asked, setAsked] = useState(false);
  const missing = asked && form.values.companyName.trim() === '' ? texts.missing : undefined;
  const submit = (): void => {
    setAsked(true);
    if (form.values.companyName.trim() !== '') onNext();
  };
  return (
    <>
      <h1>{texts.title}</h1>
      <FormSheet label={texts.title} onSubmit={submit} trouble={trouble} acts={<BackAndOn onBack={onBack}><Button type="submit" look="primary" size="l">{next}</Button></BackAndOn>}>
        <TextInput {...form.text('companyName')} label={texts.name} description={texts.nameAbout} autoComplete="organization" error={missing ?? form.errorOf('companyName')} />
        <Select {...form.text('timeZone')} label={texts.timeZone} description={texts.timeZoneAbout} choices={zones(form.values.timeZone).map((value) => ({ value, words: value.replaceAll('_', ' ') }))} />
      </FormSheet>
    </>
  );
}

export function AdminStep({ form, trouble, onBack, onNext, pending }: FoundingStepProps & { pending: boolean }) {
  const { admin: texts } = useTexts(setupTexts);
  const { password } = useTexts(entryTexts);
  const [asked, setAsked] = useState(false);
  const short = form.values.password.length < shortestPassword;
  const submit = (): void => {
    setAsked(true);
    if (!pending && !short) onNext();
  };
  return (
    <>
      <h1>{texts.title}</h1>
      <p className="muted">{texts.words}</p>
      <FormSheet
        label={texts.title}
        onSubmit={submit}
        trouble={trouble}
        shows={['name', 'email', 'password', 'companyName', 'timeZone']}
        acts={<BackAndOn onBack={onBack}><Button type="submit" look="primary" size="l" loading={pending}>{texts.act}</Button></BackAndOn>}
      >
        <TextInput {...form.text('name')} label={texts.name} autoComplete="name" />
        <TextInput {...form.text('email')} type="email" label={texts.email} description={texts.emailAbout} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <PasswordInput {...form.text('password')} kind="new" error={asked && short ? password.tooShort : form.errorOf('password')} />
      </FormSheet>
    </>
  );
}

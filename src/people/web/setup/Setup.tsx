import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import css from './setup.module.css';
import { useAct, useRead, type ApiError } from '#app/web/client.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { useForm } from '#ui/form.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Sheet } from '#ui/Sheet.tsx';
import { Loading } from '#ui/states.tsx';
import { useTitle } from '#ui/title.ts';
import { setupRoutes, type Me } from '../../contract.ts';
import { useComingIn } from '../coming-in.ts';
import { tokenInAddress } from '../link-token.ts';
import { useKeepMe } from '../me.ts';
import { setupTexts } from '../texts/setup.ts';
import { AdminStep, CompanyStep, LanguageStep, Progress } from './Steps.tsx';
import { ownTimeZone, stepOf, type Founding, type Step } from './steps.ts';

/** The step of the first mailbox, which belongs to the channels: `more` is the button that puts it off. */
export type MailboxStep = ComponentType<{ me: Me; onSaved: (address: string) => void; more: ReactNode }>;

function Done({ me, address }: { me: Me; address: string | null }) {
  const { done: texts } = useTexts(setupTexts);
  return (
    <>
      <h1>{texts.title(me.name.split(' ')[0] ?? me.name)}</h1>
      <p>{address === null ? texts.withoutMailbox : texts.withMailbox(address)}</p>
      <h2>{texts.nextTitle}</h2>
      <ul className={css.next}>
        <li><Link to="/settings/people">{texts.people}</Link></li>
        <li><Link to="/settings/departments">{texts.departments}</Link></li>
        <li><Link to="/settings/calendars">{texts.calendars}</Link></li>
      </ul>
      <Link to="/cases" className={buttonClass({ look: 'primary', size: 'l', wide: true })}>{texts.act}</Link>
    </>
  );
}

/** Founding the company, or opening the invented one. What the server would not take leads back to its step. */
const useFounding = (token: string, onFounded: (me: Me) => void, onRefused: (step: Step) => void) => {
  const { language } = useLanguage();
  const comeIn = useComingIn();
  const found = useAct(setupRoutes.setUp);
  const look = useAct(setupRoutes.setUp);
  const form = useForm<Founding>({ companyName: '', timeZone: ownTimeZone(), name: '', email: '', password: '' }, found.error);
  const refused = (error: ApiError): void => {
    const step = stepOf(Object.keys(error.fields));
    if (step) onRefused(step);
  };
  return {
    form, found, look,
    submit: () => found.mutate({ body: { token, language, ...form.values } }, { onSuccess: onFounded, onError: refused }),
    lookAround: () => !look.isPending && look.mutate({ body: { token, language, lookAround: true } }, { onSuccess: (me) => comeIn(me) }),
  };
};

function Steps({ token, mailbox: Mailbox }: { token: string; mailbox: MailboxStep }) {
  const texts = useTexts(setupTexts);
  const keep = useKeepMe();
  const [step, setStep] = useState<Step>('language');
  const [me, setMe] = useState<Me | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const founded = (own: Me): void => {
    keep(own);
    setMe(own);
    setStep('mailbox');
  };
  const { form, found, look, submit, lookAround } = useFounding(token, founded, setStep);
  // Who hears the page is read the new step from its beginning, not from where a button used to be.
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) top.current?.focus();
    moved.current = true;
  }, [step]);
  const finish = (saved: string | null): void => {
    setAddress(saved);
    setStep('done');
  };
  const steps: Record<Step, ReactNode> = {
    language: <LanguageStep onNext={() => setStep('company')} onLook={lookAround} looking={look.isPending} trouble={look.error} />,
    company: <CompanyStep form={form} trouble={found.error} onBack={() => setStep('language')} onNext={() => setStep('admin')} />,
    admin: <AdminStep form={form} trouble={found.error} pending={found.isPending} onBack={() => setStep('company')} onNext={submit} />,
    mailbox: me && (
      <>
        <h1>{texts.mailbox.title}</h1>
        <p className="muted">{texts.mailbox.words}</p>
        <Mailbox me={me} onSaved={finish} more={<Button look="quiet" onClick={() => finish(null)}>{texts.mailbox.none}</Button>} />
      </>
    ),
    done: me && <Done me={me} address={address} />,
  };
  return (
    <>
      <Progress step={step} />
      <div ref={top} tabIndex={-1} className={css.step}>{steps[step]}</div>
    </>
  );
}

/** Behind the link that the first start prints: the company, its first administrator, its mailbox. */
export function Setup({ mailbox }: { mailbox: MailboxStep }) {
  const texts = useTexts(setupTexts);
  const navigate = useNavigate();
  const [token] = useState(tokenInAddress);
  const { data, error } = useRead(setupRoutes.check, { body: { token } }, { on: token !== '' });
  useTitle(texts.title);
  // Once the link was good the steps stay, whatever a later look at it says: it is spent when the company is founded.
  if (data !== undefined) return <Sheet><Steps token={token} mailbox={mailbox} /></Sheet>;
  const failed = error !== null || token === '';
  return (
    <Sheet>
      <h1>{failed ? texts.closed : texts.checking}</h1>
      {token === '' && <p>{texts.incomplete}</p>}
      {!failed && <Loading shape="text" rows={3} />}
      <Problem of={error} next={<Button onClick={() => void navigate({ to: '/sign-in' })}>{texts.enter}</Button>} />
    </Sheet>
  );
}

import { useState, type ReactNode } from 'react';
import css from './Writing.module.css';
import { TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import type { OpenedCase } from '../../contract.ts';
import { writingTexts } from '../texts/writing.ts';
import { addressesIn } from './reply-state.ts';

const focusOn = (input: HTMLInputElement | null): void => input?.focus();

interface RecipientsProps {
  opened: OpenedCase;
  to: readonly string[];
  cc: readonly string[];
  onChange: (to: readonly string[], cc: readonly string[]) => void;
  /** What stands at the right of the line. */
  aside: ReactNode;
}

/** Who will receive the reply, always in sight, and a warning where somebody else than the customer is among them. */
export function Recipients({ opened: { customer, messages }, to, cc, onChange, aside }: RecipientsProps) {
  const texts = useTexts(writingTexts);
  const [typed, setTyped] = useState<{ to: string; cc: string } | null>(null);
  const own = new Set(customer.identities.map(({ value }) => value.toLowerCase()));
  const strangers = [...to, ...cc].filter((address) => !own.has(address.toLowerCase()));
  const last = messages.findLast(({ direction }) => direction === 'in');
  const finish = () => {
    if (typed) onChange(addressesIn(typed.to), addressesIn(typed.cc));
    setTyped(null);
  };
  const warning = strangers.length > 0 ? texts.thirdParty(strangers.join(', ')) : last?.author.kind === 'third_party' ? texts.lastFromThird(last.author.name) : null;
  return (
    <>
      {typed === null ? (
        <div className={css.recipients}>
          <span className={css.addresses}>
            {to.length > 0 && <><b>{texts.to}</b> {to.join(', ')}</>}{cc.length > 0 && <> · <b>{texts.cc}</b> {cc.join(', ')}</>}
            {to.length === 0 && <span className={css.problem}>{texts.noAddress}</span>}
          </span>
          <button type="button" className={css.link} onClick={() => setTyped({ to: to.join(', '), cc: cc.join(', ') })}>{texts.change}</button>
          <span className={css.aside}>{aside}</span>
        </div>
      ) : (
        <div className={css.editing}>
          <TextInput ref={focusOn} label={texts.to} description={texts.addresses} value={typed.to} onChange={(event) => setTyped({ ...typed, to: event.target.value })} onKeyDown={(event) => event.key === 'Enter' && finish()} />
          <TextInput label={texts.cc} optional value={typed.cc} onChange={(event) => setTyped({ ...typed, cc: event.target.value })} onKeyDown={(event) => event.key === 'Enter' && finish()} />
          <button type="button" className={css.link} onClick={finish}>{texts.done}</button>
        </div>
      )}
      {warning !== null && <p className={css.warning} role="status">{warning}</p>}
    </>
  );
}

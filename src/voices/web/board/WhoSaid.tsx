import css from '../theme/Theme.module.css';
import { useRead } from '#app/web/client.ts';
import { findCustomers } from '#customers/contract.ts';
import { useMe } from '#people/web/me.ts';
import { TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { boardTexts } from '../board-texts.ts';
import { useRested } from '../reading.ts';

export interface Speaker {
  readonly saidBy: string;
  /** Of the customer whom they were recognised to be; null for whoever is only described. */
  readonly customerId: string | null;
}

/** Who said it. Whoever works on cases is offered the customers of that name: then the voice counts with what they are worth. */
export function WhoSaid({ value, error, onChange }: { value: Speaker; error: string | undefined; onChange: (speaker: Speaker) => void }) {
  const texts = useTexts(boardTexts).adding;
  const serves = useMe()?.may.serve ?? false;
  const like = useRested(value.saidBy.trim());
  const { data } = useRead(findCustomers, { query: { like } }, { on: serves && like.length >= 3 });
  const found = serves && like.length >= 3 ? (data?.items ?? []).slice(0, 4) : [];
  return (
    <>
      <TextInput label={texts.saidBy} description={texts.saidByAbout} value={value.saidBy} maxLength={120} error={error} autoComplete="off" onChange={(event) => onChange({ saidBy: event.target.value, customerId: null })} />
      {found.length > 0 && (
        <div className={css.chips} role="group" aria-label={texts.isIt}>
          {found.map(({ id, name, company }) => (
            <button key={id} type="button" className={css.chip} aria-pressed={value.customerId === id} onClick={() => onChange(value.customerId === id ? { ...value, customerId: null } : { saidBy: name, customerId: id })}>
              {company === null ? name : `${name}, ${company}`}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

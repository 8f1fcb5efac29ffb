import css from './capture/Capture.module.css';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Ready } from '#ui/Ready.tsx';
import { boardTexts } from './board-texts.ts';
import { Voice } from './HeardCard.tsx';
import { useVoices } from './reading.ts';

/** What a customer told us, whoever heard it and wherever, with what became of it. */
export function VoicesOfCustomer({ id }: { id: string }) {
  const texts = useTexts(boardTexts).ofCustomer;
  const { items, isLoading, error, again, more } = useVoices({ customerId: id });
  return (
    <Panel title={texts.title}>
      <Ready of={{ data: isLoading ? undefined : items, error, refetch: again }} rows={2}>
        {(voices) => (
          <>
            {voices.length === 0 && <p className="muted">{texts.none}</p>}
            {voices.length > 0 && <ul className={css.voices} aria-label={texts.title}>{voices.map((voice) => <Voice key={voice.id} voice={voice} />)}</ul>}
            {more && <div><Button onClick={more}>{texts.more}</Button></div>}
          </>
        )}
      </Ready>
    </Panel>
  );
}

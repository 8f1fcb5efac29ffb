import css from './Message.module.css';
import { useAct } from '#app/web/client.ts';
import { sendAgain } from '#channels/email/contract.ts';
import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import type { DeliveryView } from '../contract.ts';
import { messageTexts } from './texts.ts';

const wrong = new Set<DeliveryView['state']>(['failed', 'bounced', 'held']);
const onItsWay = new Set<DeliveryView['state']>(['waiting', 'sending']);

/** How far a message got. What arrived is one quiet line; what did not is said loudly, with the way to put it right. */
export function Deliveries({ messageId, deliveries }: { messageId: string; deliveries: readonly DeliveryView[] }) {
  const texts = useTexts(messageTexts);
  const say = useToast();
  const again = useAct(sendAgain);
  const lost = deliveries.filter(({ state }) => wrong.has(state));
  const leaving = deliveries.some(({ state }) => onItsWay.has(state));
  const everyone = deliveries.map(({ address, state }) => texts.delivery[state](address)).join('\n');
  if (deliveries.length === 0) return null;
  if (lost.length === 0) {
    return <span className={css.delivered} title={everyone}>{leaving ? texts.leaving : `✓ ${texts.recipients(deliveries.length)}`}</span>;
  }
  return (
    <div className={css.lost} role="alert">
      <ul>
        {lost.map(({ address, state, response }) => (
          <li key={address}><b>{texts.delivery[state](address)}.</b> {response}</li>
        ))}
      </ul>
      <Button
        loading={again.isPending}
        onClick={() => again.mutate({ params: { id: messageId } }, {
          onSuccess: ({ again: count }) => say({ words: count === 0 ? texts.nothingAgain : texts.sentAgain }),
          onError: ({ words }) => words && say({ words }),
        })}
      >
        {texts.again}
      </Button>
    </div>
  );
}

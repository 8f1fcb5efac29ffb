import { after } from '#app/web/after.ts';
import { useAct } from '#app/web/client.ts';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { moveShipping, shipDecision, type DecisionView, type ThemeView } from '../../contract.ts';
import { decidingTexts } from '../deciding-texts.ts';
import { refreshVoices } from '../reading.ts';
import { DayField } from './DayField.tsx';
import { InPlace } from './InPlace.tsx';

/** What was taken is out. */
export function ShipForm({ theme, decision, onDone }: { theme: ThemeView; decision: DecisionView; onDone: () => void }) {
  const texts = useTexts(decidingTexts);
  const say = useToast();
  const client = useQueryClient();
  const ship = useAct(shipDecision);
  const form = useForm({ words: '' }, ship.error);
  const { words } = form.values;
  const send = (): void => after(ship.mutateAsync({ params: { id: decision.id }, body: { words } }), () => {
    refreshVoices(client);
    say({ words: texts.shipped(theme.customers) });
    onDone();
  });
  return (
    <InPlace title={texts.shipTitle} send={texts.shipNow} look="take" pending={ship.isPending} trouble={ship.error} shows={['words']} ready={words.trim() !== ''} onSend={send} onCancel={onDone}>
      <Textarea {...form.text('words')} label={texts.shipWords} description={texts.shipWordsAbout} maxLength={1_000} />
    </InPlace>
  );
}

/** Another day, with the reason. */
export function MoveForm({ decision, onDone }: { decision: DecisionView; onDone: () => void }) {
  const texts = useTexts(decidingTexts);
  const say = useToast();
  const client = useQueryClient();
  const move = useAct(moveShipping);
  const form = useForm({ shipsBy: decision.shipsBy ?? '', why: '' }, move.error);
  const { shipsBy, why } = form.values;
  const send = (): void => after(move.mutateAsync({ params: { id: decision.id }, body: { shipsBy, why } }), () => {
    refreshVoices(client);
    say({ words: texts.moved });
    onDone();
  });
  return (
    <InPlace title={texts.moveTitle} about={texts.whyAbout} send={texts.moveNow} pending={move.isPending} trouble={move.error} shows={['shipsBy', 'why']} ready={shipsBy !== '' && shipsBy !== decision.shipsBy && why.trim() !== ''} onSend={send} onCancel={onDone}>
      <DayField label={texts.newDay} value={shipsBy} error={form.errorOf('shipsBy')} onChange={(day) => form.set('shipsBy', day)} />
      <TextInput {...form.text('why')} label={texts.why} maxLength={300} />
    </InPlace>
  );
}

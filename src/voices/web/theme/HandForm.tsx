import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { memberRoutes } from '#people/contract.ts';
import { TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { useTexts } from '#ui/language.tsx';
import { Picker } from '#ui/Picker.tsx';
import { useToast } from '#ui/Toast.tsx';
import { handTheme, type ThemeView } from '../../contract.ts';
import { decidingTexts } from '../deciding-texts.ts';
import { InPlace } from './InPlace.tsx';

/** Gives the decision to somebody else; its day stays. */
export function HandForm({ theme, onDone }: { theme: ThemeView; onDone: () => void }) {
  const texts = useTexts(decidingTexts);
  const say = useToast();
  const members = (useRead(memberRoutes.list).data ?? []).filter(({ leftAt, id }) => leftAt === null && id !== theme.decider.id);
  const hand = useAct(handTheme);
  const form = useForm({ memberId: '', why: '' }, hand.error);
  const { memberId, why } = form.values;
  const name = members.find(({ id }) => id === memberId)?.name ?? '';
  const send = (): void => after(hand.mutateAsync({ params: { id: theme.id }, body: { memberId, why } }), () => {
    say({ words: texts.handed(name) });
    onDone();
  });
  return (
    <InPlace title={texts.handTitle} about={texts.handAbout} send={texts.handNow} pending={hand.isPending} trouble={hand.error} shows={['memberId', 'why']} ready={memberId !== '' && why.trim() !== ''} onSend={send} onCancel={onDone}>
      <Picker label={texts.to} choices={members.map(({ id, name: words, departmentName }) => ({ value: id, words: `${words}, ${departmentName}` }))} value={memberId === '' ? null : memberId} error={form.errorOf('memberId')} onChange={(value) => form.set('memberId', value ?? '')} />
      <TextInput {...form.text('why')} label={texts.handWhy} maxLength={300} />
    </InPlace>
  );
}

import css from './Theme.module.css';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { departmentRoutes, memberRoutes } from '#people/contract.ts';
import { Textarea } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { Group } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Picker } from '#ui/Picker.tsx';
import { useToast } from '#ui/Toast.tsx';
import { leaveReason, leaveTheme, takeTheme, type LeaveReason, type ThemeView } from '../../contract.ts';
import { decidingTexts } from '../deciding-texts.ts';
import { doerOf } from '../Standing.tsx';
import { voiceTexts } from '../texts.ts';
import { DayField } from './DayField.tsx';
import { InPlace } from './InPlace.tsx';

interface FormProps {
  theme: ThemeView;
  onDone: () => void;
}

/** Whoever may do it: departments as a whole first, then the people who are still with us. */
const useDoers = () => {
  const texts = useTexts(decidingTexts);
  const departments = useRead(departmentRoutes.list).data ?? [];
  const members = useRead(memberRoutes.list).data ?? [];
  return [
    ...departments.map(({ id, name }) => ({ value: `department ${id}`, words: texts.wholeDepartment(name) })),
    ...members.filter(({ leftAt }) => leftAt === null).map(({ id, name, departmentName }) => ({ value: `member ${id}`, words: `${name}, ${departmentName}` })),
  ];
};

/** Takes it: who does it, by when, and what that is in words. */
export function TakeForm({ theme, onDone }: FormProps) {
  const texts = useTexts(decidingTexts);
  const say = useToast();
  const doers = useDoers();
  const take = useAct(takeTheme);
  const form = useForm({ doer: `department ${theme.department.id}`, shipsBy: '', words: '' }, take.error, { doer: 'doerId' });
  const { doer, shipsBy, words } = form.values;
  const [who, id] = doer.split(' ');
  const send = (): void => after(
    take.mutateAsync({ params: { id: theme.id }, body: { ...(who === 'member' ? { doerId: id } : { doerDepartmentId: id }), shipsBy, words } }),
    (decision) => {
      say({ words: texts.taken(doerOf(decision)) });
      onDone();
    },
  );
  return (
    <InPlace title={texts.take} send={texts.takeNow} look="take" pending={take.isPending} trouble={take.error} shows={['doerId', 'doerDepartmentId', 'shipsBy', 'words']} ready={doer !== '' && shipsBy !== '' && words.trim() !== ''} onSend={send} onCancel={onDone}>
      <Picker label={texts.doer} description={texts.doerAbout} choices={doers} value={doer === '' ? null : doer} error={form.errorOf('doerId')} onChange={(value) => form.set('doer', value ?? '')} />
      <DayField label={texts.shipsBy} value={shipsBy} error={form.errorOf('shipsBy')} onChange={(day) => form.set('shipsBy', day)} />
      <Textarea {...form.text('words')} label={texts.takeWords} description={texts.takeWordsAbout} maxLength={1_000} />
    </InPlace>
  );
}

/** Leaves it: why, from a list that can be counted and in words, and what follows. */
export function LeaveForm({ theme, onDone }: FormProps) {
  const texts = useTexts(decidingTexts);
  const { reasons } = useTexts(voiceTexts);
  const say = useToast();
  const leave = useAct(leaveTheme);
  const form = useForm<{ reason: LeaveReason | null; words: string }>({ reason: null, words: '' }, leave.error);
  const { reason, words } = form.values;
  const send = (): void => {
    if (reason === null) return;
    after(leave.mutateAsync({ params: { id: theme.id }, body: { reason, words } }), () => {
      say({ words: texts.left });
      onDone();
    });
  };
  const follows = [...texts.after(theme.customers), ...(reason === 'too_few' ? [texts.afterTooFew] : [])];
  return (
    <InPlace title={texts.leave} send={texts.leaveNow} pending={leave.isPending} trouble={leave.error} shows={['reason', 'words']} ready={reason !== null && words.trim() !== ''} onSend={send} onCancel={onDone}>
      <Group legend={texts.reason}>
        <div className={css.reasons}>
          {leaveReason.options.map((one) => (
            <label key={one} className={css.reason}>
              <input type="radio" name="reason" value={one} checked={reason === one} onChange={() => form.set('reason', one)} />{reasons[one]}
            </label>
          ))}
        </div>
      </Group>
      <Textarea {...form.text('words')} label={texts.leaveWords} description={texts.leaveWordsAbout} maxLength={1_000} />
      <ul className={css.next}>{follows.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </InPlace>
  );
}

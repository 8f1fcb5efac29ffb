import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAct, useRead } from '#app/web/client.ts';
import { sayFullDate } from '#calendar/words.ts';
import type { CaseView, MessageView } from '#cases/contract.ts';
import { fromLocalInput, toLocalInput } from '#cases/web/due-choices.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { departmentRoutes } from '#people/contract.ts';
import { Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { sayWhen } from '#ui/say-when.ts';
import { useToast } from '#ui/Toast.tsx';
import { listComplaints, listTerms, registerComplaint, sector, type Sector } from '../contract.ts';
import { complaintWords } from '../texts.ts';
import { describedBy, DetailsFields, detailsInputOf, isDescribed } from './DetailsFields.tsx';
import { orNull } from './say.ts';
import { registerTexts } from './texts.ts';

interface RegisterProps {
  found: Pick<CaseView, 'id' | 'customer' | 'departmentId'>;
  messages: readonly MessageView[];
  onClose: () => void;
}

const otherwise = 'otherwise';
const roads = ['pec', 'letter', 'counter'] as const;
const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text).replaceAll(/\s+/gu, ' ');

/** Which term holds for a sector and a matter: shown before anything is registered, because from then on it stays. */
const useTerms = (of: Sector) => (useRead(listTerms).data?.items ?? []).filter((term) => term.sector === of && term.isInForce);

/** Came by a road that Presa does not hear: how, when, by what it can be shown. */
const useOtherwise = (now: Date) => {
  const [fields, setFields] = useState({ channel: 'letter' as (typeof roads)[number], receivedAt: toLocalInput(now), proof: '', said: '' });
  const receivedAt = fromLocalInput(fields.receivedAt);
  const body = receivedAt === null || fields.said.trim() === '' ? null : { channel: fields.channel, receivedAt, proof: orNull(fields.proof), said: fields.said };
  return { fields, setFields, body };
};

function Otherwise({ fields, setFields, now }: Pick<ReturnType<typeof useOtherwise>, 'fields' | 'setFields'> & { now: Date }) {
  const texts = useTexts(registerTexts).register;
  const words = useTexts(complaintWords);
  return (
    <>
      <Select label={texts.how} value={fields.channel} choices={roads.map((value) => ({ value, words: words.channels[value] }))} onChange={(event) => setFields({ ...fields, channel: roads.find((one) => one === event.target.value) ?? fields.channel })} />
      <TextInput label={texts.receivedAt} type="datetime-local" max={toLocalInput(now)} value={fields.receivedAt} onChange={(event) => setFields({ ...fields, receivedAt: event.target.value })} />
      <TextInput label={texts.proof} description={texts.proofAbout} optional maxLength={300} value={fields.proof} onChange={(event) => setFields({ ...fields, proof: event.target.value })} />
      <Textarea label={texts.said} description={texts.saidAbout} maxLength={50_000} value={fields.said} onChange={(event) => setFields({ ...fields, said: event.target.value })} />
    </>
  );
}

/** Puts what a customer said into the register. The number and the term come by themselves. */
export function RegisterDialog({ found, messages, onClose }: RegisterProps) {
  const all = useTexts(registerTexts);
  const texts = all.register;
  const words = useTexts(complaintWords);
  const { language } = useLanguage();
  const say = useToast();
  const navigate = useNavigate();
  const now = useNow();
  const theirs = messages.filter(({ direction, isAutomatic }) => direction === 'in' && !isAutomatic);
  const [messageId, setMessageId] = useState(theirs[0]?.id ?? otherwise);
  const road = useOtherwise(now);
  const [of, setSector] = useState<Sector>('none');
  const [kind, setKind] = useState('complaint');
  const [departmentId, setDepartmentId] = useState(found.departmentId);
  const [repeatsId, setRepeatsId] = useState('');
  const [fields, setFields] = useState(describedBy(found.customer.name));
  const terms = useTerms(of);
  const term = terms.find((one) => one.kind === kind) ?? terms[0];
  const departments = useRead(departmentRoutes.list).data ?? [];
  const earlier = useRead(listComplaints, { query: { customerId: found.customer.id } }).data?.items ?? [];
  const register = useAct(registerComplaint);
  const isOther = messageId === otherwise;
  const send = () => term !== undefined && register.mutate({ params: { id: found.id }, body: { ...detailsInputOf(fields), messageId: isOther ? null : messageId, otherwise: isOther ? road.body : null, sector: of, kind: term.kind, departmentId, repeatsId: orNull(repeatsId) } }, {
    onSuccess: ({ id, label, dueOn }) => {
      say({ words: all.registeredDone(label, sayFullDate(dueOn, language)) });
      onClose();
      void navigate({ to: `/complaints/${id}` });
    },
  });
  return (
    <FormDialog title={texts.title} onClose={onClose} send={texts.send} onSend={send} ready={isDescribed(fields) && term !== undefined && (!isOther || road.body !== null)} pending={register.isPending} error={register.error}>
      <p className="muted">{texts.about}</p>
      <Select
        label={texts.message} value={messageId} onChange={(event) => setMessageId(event.target.value)}
        choices={[...theirs.map(({ id, at, text }) => ({ value: id, words: `${sayWhen(new Date(at), now, { language })}: ${excerpt(text)}` })), { value: otherwise, words: texts.otherwise }]}
      />
      {isOther && <Otherwise fields={road.fields} setFields={road.setFields} now={now} />}
      <Select label={texts.sector} value={of} choices={sector.options.map((value) => ({ value, words: words.sectors[value] }))} onChange={(event) => setSector(sector.options.find((one) => one === event.target.value) ?? of)} />
      {terms.length > 1 && <Select label={texts.kind} value={term?.kind ?? ''} choices={terms.map((one) => ({ value: one.kind, words: one.name[language] }))} onChange={(event) => setKind(event.target.value)} />}
      {term !== undefined && <p className="small muted">{texts.term(words.days(term), term.basis[language])}</p>}
      <DetailsFields fields={fields} onChange={setFields} errors={register.error?.fields} />
      <Select label={texts.department} value={departmentId} choices={departments.map(({ id, name }) => ({ value: id, words: name }))} onChange={(event) => setDepartmentId(event.target.value)} />
      {earlier.length > 0 && <Select label={texts.repeats} value={repeatsId} placeholder={texts.notRepeated} optional choices={earlier.map(({ id, label, topic }) => ({ value: id, words: `${label} ${topic}` }))} onChange={(event) => setRepeatsId(event.target.value)} />}
    </FormDialog>
  );
}

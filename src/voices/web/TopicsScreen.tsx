import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { after } from '#app/web/after.ts';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { departmentRoutes, memberRoutes, type Me } from '#people/contract.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet, Pair } from '#ui/FormSheet.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Picker } from '#ui/Picker.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { addTopic, changeTopic, closeTopic, listTopics, type TopicView } from '../contract.ts';
import { IdeasPage } from './IdeasPage.tsx';
import { refreshVoices } from './reading.ts';
import { sayTopic } from './say.ts';
import { topicTexts } from './topics-texts.ts';

const mayChange = ({ may }: Me): boolean => may.lead || may.administer;

/** What customers speak of, whose matter it is, who decides now and in how many days. Everybody reads; leads and administrators change. */
export function TopicsScreen() {
  const texts = useTexts(topicTexts);
  const { language } = useLanguage();
  const list = useRead(listTopics, undefined, { watches: ['topic', 'theme'] });
  const [editing, setEditing] = useState<string | null>(null);
  const changing = list.data?.items.find(({ id }) => id === editing);
  return (
    <SettingsPage place="topics" narrow renderActs={(me) => mayChange(me) && <Button look="primary" onClick={() => setEditing('new')}>{texts.add}</Button>}>
      {(me) => (
        <>
          <Ready of={list}>
            {({ items }) => items.length === 0 ? <Empty title={texts.none.title}>{texts.none.words}</Empty> : (
              <Entries label={texts.list}>{items.map((topic) => <Listed key={topic.id} topic={topic} {...(mayChange(me) && { onChange: () => setEditing(topic.id) })} />)}</Entries>
            )}
          </Ready>
          <IdeasPage me={me} />
          <Drawer open={editing === 'new' || changing !== undefined} onClose={() => setEditing(null)} title={changing === undefined ? texts.title : sayTopic(changing, language)}>
            {(editing === 'new' || changing !== undefined) && <TopicForm key={editing} found={changing} onDone={() => setEditing(null)} />}
          </Drawer>
        </>
      )}
    </SettingsPage>
  );
}

function Listed({ topic, onChange }: { topic: TopicView; onChange?: () => void }) {
  const texts = useTexts(topicTexts);
  const { language } = useLanguage();
  const name = sayTopic(topic, language);
  return (
    <Entry
      title={<>{name}{topic.isForTheRest && <Pill>{texts.rest}</Pill>}{topic.undecided > 0 && <Pill tone="warm">{texts.undecided(topic.undecided)}</Pill>}</>}
      acts={onChange && <Button onClick={onChange}>{texts.change}<span className="unseen"> {name}</span></Button>}
    >
      <p>{texts.decides(topic.decidesNow.name, topic.department.name)}, {texts.days(topic.decidesWithinDays)}.</p>
      <p>{topic.isForTheRest ? texts.restAbout : topic.words.length === 0 ? texts.noWords : texts.words(topic.words.join(', '))}</p>
    </Entry>
  );
}

const listed = (text: string): string[] => text.split(/[,\n]/u).map((word) => word.trim()).filter((word) => word !== '');

function TopicForm({ found, onDone }: { found: TopicView | undefined; onDone: () => void }) {
  const texts = useTexts(topicTexts);
  const { language } = useLanguage();
  const say = useToast();
  const client = useQueryClient();
  const departments = useRead(departmentRoutes.list).data ?? [];
  const members = (useRead(memberRoutes.list).data ?? []).filter(({ leftAt }) => leftAt === null);
  const [add, change, close] = [useAct(addTopic), useAct(changeTopic), useAct(closeTopic)];
  const [isSure, setSure] = useState<'asking' | null>(null);
  const trouble = add.error ?? change.error;
  const form = useForm({
    nameIt: found?.nameIt ?? '', nameEn: found?.nameEn ?? '', departmentId: found?.department.id ?? '', deciderId: found?.deciderId ?? '',
    days: String(found?.decidesWithinDays ?? 10), words: (found?.words ?? []).join(', '),
  }, trouble, { days: 'decidesWithinDays' });
  const { nameIt, nameEn, departmentId, deciderId, days, words } = form.values;
  const tell = (said: string): void => {
    say({ words: said });
    void client.invalidateQueries({ queryKey: keyOf(listTopics) });
    refreshVoices(client);
    onDone();
  };
  const save = (): void => {
    const body = { nameIt, nameEn, departmentId, deciderId: deciderId === '' ? null : deciderId, decidesWithinDays: Number(days), words: listed(words) };
    if (found === undefined) after(add.mutateAsync({ body }), () => tell(texts.added));
    else after(change.mutateAsync({ params: { id: found.id }, body }), () => tell(texts.saved));
  };
  const name = found === undefined ? '' : sayTopic(found, language);
  return (
    <FormSheet
      label={found === undefined ? texts.title : name} onSubmit={save} trouble={trouble ?? close.error} shows={['nameIt', 'nameEn', 'departmentId', 'deciderId', 'decidesWithinDays', 'words']}
      acts={<><Button type="submit" look="primary" loading={add.isPending || change.isPending}>{texts.save}</Button>{found && !found.isForTheRest && <Button loading={close.isPending} onClick={() => setSure('asking')}>{texts.close}</Button>}</>}
    >
      <Pair><TextInput {...form.text('nameIt')} label={texts.nameIt} maxLength={80} /><TextInput {...form.text('nameEn')} label={texts.nameEn} maxLength={80} /></Pair>
      <Select {...form.text('departmentId')} label={texts.department} placeholder="–" choices={departments.map(({ id, name: words_ }) => ({ value: id, words: words_ }))} />
      <Picker label={texts.decider} description={texts.deciderAbout} placeholder={texts.head} optional choices={members.map(({ id, name: person, departmentName }) => ({ value: id, words: `${person}, ${departmentName}` }))} value={deciderId === '' ? null : deciderId} error={form.errorOf('deciderId')} onChange={(value) => form.set('deciderId', value ?? '')} />
      <TextInput {...form.text('days')} label={texts.within} description={texts.withinAbout} type="number" min={1} max={120} />
      <Textarea {...form.text('words')} label={texts.wordsLabel} description={texts.wordsAbout} maxLength={2_500} optional />
      {found && (
        <Confirm open={isSure !== null} onClose={() => setSure(null)} title={texts.sure(name)} act={texts.close} onAct={() => after(close.mutateAsync({ params: { id: found.id } }), () => tell(texts.closed(name)))}>
          {found.undecided === 0 ? texts.sureNone : texts.sureAbout(found.undecided)}
        </Confirm>
      )}
    </FormSheet>
  );
}

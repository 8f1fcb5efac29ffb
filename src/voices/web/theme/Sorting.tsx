import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { after } from '#app/web/after.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm, type Form } from '#ui/form.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { changeTheme, listTopics, splitTheme, undoThemeStep, type ThemeView } from '../../contract.ts';
import { useGoOnBoard } from '../board/address.ts';
import { decidingTexts } from '../deciding-texts.ts';
import { refreshVoices } from '../reading.ts';
import { sayTopic } from '../say.ts';
import { ThemeChoice, type Chosen } from '../ThemeChoice.tsx';
import { InPlace } from './InPlace.tsx';
import { useMerging } from './merging.ts';

interface About {
  title: string;
  topicId: string;
  product: string;
}

/** What a theme is called and whose matter it is; shared by all forms that confirm, split or change one. */
export function AboutFields({ form, asks }: { form: Form<About>; asks?: string }) {
  const texts = useTexts(decidingTexts);
  const { language } = useLanguage();
  const topics = useRead(listTopics, undefined, { watches: ['topic'] }).data?.items ?? [];
  return (
    <>
      <TextInput {...form.text('title')} label={texts.name} maxLength={120} />
      <Select {...form.text('topicId')} label={texts.topic} {...(asks && { description: asks })} choices={topics.map((topic) => ({ value: topic.id, words: sayTopic(topic, language) }))} />
      <TextInput {...form.text('product')} label={texts.product} maxLength={80} optional />
    </>
  );
}

export const aboutOf = ({ title, topic, product }: ThemeView): About => ({ title, topicId: topic.id, product: product ?? '' });
export const aboutBody = ({ title, topicId, product }: About) => ({ title, topicId, product: product.trim() === '' ? null : product });
export const aboutPaths = ['title', 'topicId', 'product'];

export function ChangeForm({ theme, onDone }: { theme: ThemeView; onDone: () => void }) {
  const texts = useTexts(decidingTexts);
  const say = useToast();
  const change = useAct(changeTheme);
  const form = useForm(aboutOf(theme), change.error);
  const send = (): void => after(change.mutateAsync({ params: { id: theme.id }, body: aboutBody(form.values) }), () => {
    say({ words: texts.saved });
    onDone();
  });
  return (
    <InPlace title={texts.changeTitle} send={texts.save} pending={change.isPending} trouble={change.error} shows={aboutPaths} ready={form.values.title.trim() !== ''} onSend={send} onCancel={onDone}>
      <AboutFields form={form} asks={texts.topicAbout} />
    </InPlace>
  );
}

/** Into another theme, the nearest first. */
export function MergeForm({ theme, onDone }: { theme: ThemeView; onDone: () => void }) {
  const texts = useTexts(decidingTexts);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { mergeWith, isPending, error } = useMerging(theme.id);
  return (
    <InPlace title={texts.mergeTitle} about={texts.mergeAbout} send={texts.mergeNow} pending={isPending} trouble={error} shows={['intoId']} ready={chosen?.kind === 'theme'} onSend={() => chosen?.kind === 'theme' && mergeWith(chosen.id, onDone)} onCancel={onDone}>
      <ThemeChoice label={texts.mergeWith} words={theme.title} value={chosen} onChange={setChosen} existingOnly exceptId={theme.id} />
    </InPlace>
  );
}

/** The ticked voices into a theme of their own. */
export function SplitForm({ theme, insightIds, onDone }: { theme: ThemeView; insightIds: string[]; onDone: () => void }) {
  const texts = useTexts(decidingTexts);
  const say = useToast();
  const client = useQueryClient();
  const go = useGoOnBoard();
  const split = useAct(splitTheme);
  const undo = useAct(undoThemeStep);
  const form = useForm({ ...aboutOf(theme), title: '' }, split.error);
  const send = (): void => after(split.mutateAsync({ params: { id: theme.id }, body: { ...aboutBody(form.values), insightIds } }), ({ stepId, newId }) => {
    const back = (): void => after(undo.mutateAsync({ params: { id: stepId } }), () => {
      refreshVoices(client);
      say({ words: texts.undone });
      go({ themeId: theme.id });
    }, (words) => words && say({ words }));
    refreshVoices(client);
    say({ words: texts.split_done, undo: back });
    onDone();
    go({ themeId: newId });
  });
  const ready = insightIds.length > 0 && form.values.title.trim() !== '';
  return (
    <InPlace title={texts.splitTitle} about={texts.splitAbout} send={insightIds.length === 0 ? texts.splitNone : texts.splitCount(insightIds.length)} pending={split.isPending} trouble={split.error} shows={[...aboutPaths, 'insightIds']} ready={ready} onSend={send} onCancel={onDone}>
      <AboutFields form={form} />
    </InPlace>
  );
}

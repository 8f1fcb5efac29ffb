import { useEffect, useState } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Board.module.css';
import { useRead } from '#app/web/client.ts';
import { useIsNarrow } from '#requests/web/narrow.ts';
import { Button } from '#ui/Button.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Page } from '#ui/Page.tsx';
import { saySpan } from '#ui/say-when.ts';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Empty } from '#ui/states.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { countThemes, listTopics, type ThemeList as List } from '../../contract.ts';
import { boardTexts } from '../board-texts.ts';
import { voiceNews } from '../news.ts';
import { useRested, useThemes } from '../reading.ts';
import { sayTopic } from '../say.ts';
import { ThemePane } from '../theme/ThemePane.tsx';
import { AddVoice } from './AddVoice.tsx';
import { searchOf, tabs, useBoardAddress, useGoOnBoard, type Tab } from './address.ts';
import { Loose } from './Loose.tsx';
import { ThemeList } from './ThemeList.tsx';

const useCounts = () => useRead(countThemes, undefined, { watches: voiceNews }).data;

/** Takes what was typed into the address once the fingers rest, so that a link to it can be passed on. */
const useLike = (): [typed: string, type: (text: string) => void] => {
  const { like } = useBoardAddress();
  const go = useGoOnBoard();
  const [typed, setTyped] = useState(like);
  const rested = useRested(typed);
  const wanted = rested.trim();
  useEffect(() => {
    if (wanted !== like) go({ like: wanted, themeId: null }, true);
    // Only what is typed moves the address; what moves the address otherwise must not be undone by what was typed before.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted]);
  return [typed, setTyped];
};

/** What customers told us and nobody has decided on; and what came of the rest. */
export function BoardScreen() {
  const texts = useTexts(boardTexts);
  const { tab, themeId } = useBoardAddress();
  const go = useGoOnBoard();
  const narrow = useIsNarrow();
  const { language } = useLanguage();
  const counts = useCounts();
  const now = useNow();
  const [adding, setAdding] = useState(false);
  useShortcuts([{ keys: 'n', does: texts.add, run: () => setAdding(true) }]);
  const dialog = adding && <AddVoice onClose={() => setAdding(false)} />;
  if (narrow && themeId !== null) return <><ThemePage themeId={themeId} />{dialog}</>;
  const waited = saySpan(counts?.oldestDueAt ? now.getTime() - new Date(counts.oldestDueAt).getTime() : 0, { language });
  const many: Readonly<Record<Tab, number | undefined>> = { undecided: counts?.undecided, taken: counts?.taken, shipped: counts?.shipped, left: counts?.left, to_tell: counts?.toTell, proposed: counts?.proposed, loose: counts?.loose };
  return (
    <Page title={texts.title} lead={texts.lead} acts={<Button keys="n" onClick={() => setAdding(true)}>{texts.add}</Button>}>
      {counts && <p className={css.overdue} data-late={counts.overdue > 0}>{counts.overdue > 0 ? texts.overdue(counts.overdue, waited) : texts.nothingOverdue}</p>}
      <div className={css.tabs}><Tabs
        label={texts.which} value={tab} onChange={(key) => go({ tab: key as Tab, themeId: null })}
        tabs={tabs.map((key) => ({ key, words: texts.tabs[key], ...(many[key] !== undefined && { count: many[key] }), children: key === 'loose' ? <Loose /> : <Themes list={key} narrow={narrow} loose={counts?.loose ?? 0} looseOverdue={counts?.looseOverdue ?? 0} /> }))}
      /></div>
      {dialog}
    </Page>
  );
}

/** On a phone a theme is a page of its own. */
function ThemePage({ themeId }: { themeId: string }) {
  const texts = useTexts(boardTexts);
  const address = useBoardAddress();
  return (
    <div className={css.alone}>
      <p className="small"><Link to="/voices" search={searchOf(address)}>← {texts.toList}</Link></p>
      <ThemePane key={themeId} themeId={themeId} level="h1" />
    </div>
  );
}

function Filters() {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const { topicId } = useBoardAddress();
  const go = useGoOnBoard();
  const [typed, type] = useLike();
  const topics = useRead(listTopics, undefined, { watches: ['topic'] }).data?.items ?? [];
  return (
    <div className={css.filters}>
      <TextInput label={texts.like} type="search" value={typed} placeholder={texts.likeHint} maxLength={200} onChange={(event) => type(event.target.value)} />
      <Select
        label={texts.topic} placeholder={texts.everyTopic} value={topicId ?? ''} choices={topics.map((topic) => ({ value: topic.id, words: sayTopic(topic, language) }))}
        onChange={(event) => go({ topicId: event.target.value === '' ? null : event.target.value, themeId: null }, true)}
      />
    </div>
  );
}

function Themes({ list, narrow, loose, looseOverdue }: { list: List; narrow: boolean; loose: number; looseOverdue: number }) {
  const texts = useTexts(boardTexts);
  const { themeId, topicId, like } = useBoardAddress();
  const pages = useThemes({ list, topicId, like });
  const chosenId = themeId ?? (narrow ? null : (pages.items[0]?.id ?? null));
  // The theme that was gone into may still be on its way.
  const enter = (): void => void setTimeout(() => document.getElementById('theme')?.focus({ preventScroll: true }), 60);
  return (
    <div className={css.board}>
      <div className={css.column}>
        <Filters />
        <ThemeList list={list} pages={pages} chosenId={chosenId} narrow={narrow} onEnter={enter} />
        {list === 'undecided' && loose > 0 && <p className="small muted">{texts.loose(loose, looseOverdue)} <Link to="/voices" search={{ list: 'loose' }}>{texts.group}</Link></p>}
      </div>
      {!narrow && (
        <div className={css.pane}>
          {chosenId !== null && <ThemePane key={chosenId} themeId={chosenId} level="h2" />}
          {chosenId === null && pages.items.length > 0 && <Empty title={texts.choose.title}>{texts.choose.words}</Empty>}
        </div>
      )}
    </div>
  );
}

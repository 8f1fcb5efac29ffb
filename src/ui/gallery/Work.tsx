import { useState } from 'react';
import css from './Gallery.module.css';
import { Button } from '../Button.tsx';
import { Composer, Hint } from '../Composer.tsx';
import { useTexts } from '../language.tsx';
import { ListRow } from '../ListRow.tsx';
import { Card, Fact, Facts, Panel } from '../Panel.tsx';
import { Pill, type Tone } from '../Pill.tsx';
import { VirtualList } from '../VirtualList.tsx';
import { Section } from './Section.tsx';
import { galleryTexts } from './texts.ts';

const people: readonly [string, Tone][] = [['Elena Marchetti', 'hot'], ['Officine Riva Srl', 'warm'], ['Paolo Gentile', 'calm'], ['Luca Ferri', 'boil']];
const many = Array.from({ length: 10_000 }, (_, at) => ({ id: `row-${at}`, kind: at % people.length, at }));

export function Lists() {
  const texts = useTexts(galleryTexts);
  const [selected, setSelected] = useState<string | null>('row-0');
  return (
    <Section title={texts.list}>
      <div className={css.list}>
        <VirtualList
          label={texts.list} items={many} idOf={({ id }) => id} selected={selected} onSelect={({ id }) => setSelected(id)} leads
          row={({ kind, at }, isSelected) => {
            const [name, tone] = people[kind] ?? ['', 'plain'];
            return <ListRow title={name} aside={<Pill tone={tone}>{texts.pills[tone]}</Pill>} about={texts.rows[kind]} detail={texts.details[kind]} selected={isSelected} unread={at === 1} />;
          }}
        />
      </div>
    </Section>
  );
}

export function Writing() {
  const texts = useTexts(galleryTexts);
  const [draft, setDraft] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const shown = draft ?? texts.draft;
  const start = shown.indexOf(texts.vague);
  const highlights = start < 0 ? [] : [{ start, end: start + texts.vague.length, tone: 'hot' as const }];
  return (
    <Section title={texts.composing}>
      <div className={css.columns}>
        <Panel>
          <Composer
            label={texts.reply} id="reply" value={shown} onChange={setDraft} highlights={highlights}
            hints={start < 0 ? undefined : <Hint title={texts.promise} act={<Button onClick={() => setDraft(shown.replace(texts.vague, '…'))}>{texts.use}</Button>}>{texts.better}</Hint>}
          />
          <Facts><Button keys="d">{texts.ask}</Button><Button keys="n">{texts.note}</Button><Button look="primary" keys="mod+enter">{texts.send}</Button></Facts>
        </Panel>
        <Panel tone="internal" title={texts.internalNote}>
          <Composer label={texts.internalNote} id="note" internal value={note ?? texts.noteDraft} onChange={setNote} />
        </Panel>
      </div>
    </Section>
  );
}

export function Sheets() {
  const texts = useTexts(galleryTexts);
  return (
    <Section title={texts.panels}>
      <div className={css.columns}>
        <Panel tone="internal" title={texts.request} aside={<Pill tone="internal">{texts.pills.internal}</Pill>}>
          <p>{texts.requestWords}</p>
        </Panel>
        <Panel>
          <div>
            <Card title={texts.customer}>
              <dl><Fact name={texts.since}><span className="num">€ 2.310</span></Fact><Fact name={texts.cases}>{texts.casesValue}</Fact></dl>
            </Card>
            <Card title={texts.guideline}><p className="small">{texts.guidelineWords}</p><Button keys="m">{texts.useLatitude}</Button></Card>
          </div>
        </Panel>
        <Panel tone="dashed" title={texts.silent}><p className="muted">{texts.silentWords}</p></Panel>
      </div>
    </Section>
  );
}

import { useState } from 'react';
import css from './Board.module.css';
import { useQueryClient } from '@tanstack/react-query';
import { call, keyOf, useAct, useRead, type ApiError } from '#app/web/client.ts';
import { useMe } from '#people/web/me.ts';
import { Button } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Page } from '#ui/Page.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { saySpan, sayWhen } from '#ui/say-when.ts';
import { Empty } from '#ui/states.tsx';
import { useTitle } from '#ui/title.ts';
import { useToast } from '#ui/Toast.tsx';
import { answerOnBoard, askBackOnBoard, letGoOnBoard, readBoard, refuseOnBoard, takeOnBoard, type BoardItem } from '../contract.ts';
import { AnswerForm, type Sends } from './AnswerForm.tsx';
import { boardTexts } from './board-texts.ts';
import { FieldsTable } from './FieldsTable.tsx';
import { SaidOnPage } from './SaidOnPage.tsx';

const isSettled = ({ state }: BoardItem): boolean => state === 'answered' || state === 'refused';

function StatePill({ item }: { item: BoardItem }) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const now = useNow();
  if (item.state === 'answered' || item.state === 'refused' || item.state === 'questioned') return <Pill tone={item.state === 'answered' ? 'take' : 'plain'}>{texts[item.state]}</Pill>;
  if (item.isLate) return <Pill tone="hot">{texts.lateBy(saySpan(now.getTime() - new Date(item.dueAt).getTime(), { language }))}</Pill>;
  return <Pill tone={item.state === 'sent_back' ? 'warm' : 'internal'}>{texts.by(sayWhen(new Date(item.dueAt), now, { language }))}</Pill>;
}

/** Sends what is said as the reader, and says that it has gone. */
const useSends = (id: string, onDone: () => void): Sends => {
  const params = { id };
  const done = () => onDone();
  return {
    answer: (body) => call(answerOnBoard, { params, body }).then(done),
    ask: (text) => call(askBackOnBoard, { params, body: { text } }).then(done),
    notOurs: (body) => call(refuseOnBoard, { params, body }).then(done),
  };
};

function Taking({ item, again }: { item: BoardItem; again: () => void }) {
  const texts = useTexts(boardTexts);
  const say = useToast();
  const take = useAct(takeOnBoard);
  const letGo = useAct(letGoOnBoard);
  const params = { id: item.id };
  const onError = ({ words }: ApiError) => words && say({ words });
  const run = () => take.mutate({ params, body: { over: item.takenBy !== null } }, { onSuccess: () => { say({ words: texts.took }); again(); }, onError });
  if (item.isMine) return <Button look="quiet" loading={letGo.isPending} onClick={() => letGo.mutate({ params }, { onSuccess: again, onError })}>{texts.letGo}</Button>;
  return <Button look={item.takenBy === null ? 'plain' : 'quiet'} loading={take.isPending} onClick={run}>{item.takenBy === null ? texts.take : texts.takeOver}</Button>;
}

function Item({ item, again }: { item: BoardItem; again: () => void }) {
  const texts = useTexts(boardTexts);
  const say = useToast();
  const [open, setOpen] = useState(false);
  const sends = useSends(item.id, () => {
    setOpen(false);
    say({ words: texts.sent });
    again();
  });
  const settled = isSettled(item);
  return (
    <li className={css.item} data-late={item.isLate && !settled}>
      <div className={css.head}><h3>{item.question}</h3><span className={css.pills}>{item.urgency !== 'normal' && <Pill tone="hot">{texts.urgent[item.urgency]}</Pill>}<StatePill item={item} /></span></div>
      <p className="small muted">{texts.asks(item.askedBy, item.caseNumber)} · {item.isMine ? texts.mine : item.takenBy === null ? texts.nobody : texts.has(item.takenBy)}</p>
      {item.missing !== null && <p className={css.missing}>{texts.missing(item.missing)}</p>}
      <FieldsTable fields={item.fields} />
      <p className={css.why}>{item.why}</p>
      <SaidOnPage turns={item.turns} />
      <div className={css.acts}>
        <Button look={open || settled ? 'quiet' : 'primary'} aria-expanded={open} onClick={() => setOpen(!open)}>{open ? texts.close : settled ? texts.add : texts.open}<span className="unseen">: {item.question}</span></Button>
        {!settled && <Taking item={item} again={again} />}
      </div>
      {open && <AnswerForm view={item} sends={sends} />}
    </li>
  );
}

function Group({ title, items, again }: { title: string; items: readonly BoardItem[]; again: () => void }) {
  if (items.length === 0) return null;
  return (
    <section className={css.group}>
      <h2>{title} <span className="num muted">{items.length}</span></h2>
      <ul className={css.items}>{items.map((item) => <Item key={item.id} item={item} again={again} />)}</ul>
    </section>
  );
}

/** A department's own board: what waits for us, by when, who has it; question and answer right there. Its counts are live. */
export function BoardScreen() {
  const texts = useTexts(boardTexts);
  const client = useQueryClient();
  const me = useMe();
  const board = useRead(readBoard, undefined, { watches: [`department:${me?.departmentId ?? ''}`, 'request'] });
  const again = () => void client.invalidateQueries({ queryKey: keyOf(readBoard) });
  const { departments = [], items = [], waiting = 0, late = 0 } = board.data ?? {};
  const title = texts.title(departments.map(({ name }) => name).join(', '));
  useTitle(title);
  const ours = items.filter((item) => !isSettled(item) && item.state !== 'questioned');
  const lead = board.data && departments.length === 0 ? texts.noDepartment : texts.lead;
  return (
    <Page title={title} lead={lead} narrow>
      <Ready of={board}>
        {() => (
          <>
            <p className="num" role="status">{texts.count(waiting, late)}</p>
            {ours.length === 0 && departments.length > 0 && <Empty title={texts.nothing.title}>{texts.nothing.words}</Empty>}
            <Group title={texts.groups.ours} items={ours} again={again} />
            <Group title={texts.groups.theirs} items={items.filter(({ state }) => state === 'questioned')} again={again} />
            <Group title={texts.groups.settled} items={items.filter(isSettled)} again={again} />
          </>
        )}
      </Ready>
    </Page>
  );
}

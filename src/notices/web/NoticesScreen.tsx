import { Link, useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import css from './NoticesScreen.module.css';
import { keyOf, useAct } from '#app/web/client.ts';
import { useMe } from '#people/web/me.ts';
import { Button, buttonClass } from '#ui/Button.tsx';
import { classNames } from '#ui/class-names.ts';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Page } from '#ui/Page.tsx';
import { Problem } from '#ui/Problem.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { Empty, Loading } from '#ui/states.tsx';
import { uiTexts } from '#ui/texts.ts';
import { useTitle } from '#ui/title.ts';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { noticeRoutes, type NoticeView } from '../contract.ts';
import { sayNotice } from '../texts.ts';
import { noticesScreenTexts } from './texts.ts';
import { useWaitingNotices } from './waiting.ts';

interface RowProps {
  notice: NoticeView;
  chosen: boolean;
  onDone: () => void;
}

const isOfIncident = ({ kind, facts }: NoticeView): boolean => (kind === 'incident_late' || kind === 'incident_resolved') && facts.key !== undefined;

const ofTheme: ReadonlySet<string> = new Set(['decision_near', 'decision_late', 'theme_handed', 'theme_to_do', 'shipping_late', 'letters_wait']);
const isOfTheme = ({ kind, facts }: NoticeView): boolean => ofTheme.has(kind) && facts.key !== undefined;

/** Whoever has the case reads it there; everybody else on the opportunity itself. */
const isOfOpportunity = ({ kind, caseId, facts }: NoticeView): boolean => kind.startsWith('opportunity_') && caseId === null && facts.key !== undefined;

const hereZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

function NoticeRow({ notice, chosen, onDone }: RowProps) {
  const texts = useTexts(noticesScreenTexts);
  const { language } = useLanguage();
  const now = useNow();
  const row = useRef<HTMLLIElement>(null);
  const timeZone = useMe()?.company.timeZone ?? hereZone();
  const { what, next } = sayNotice(notice, { language, timeZone, now });
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={row} className={classNames(css.notice, chosen && css.chosen)} aria-current={chosen || undefined}>
      <div className={css.words}>
        <p className={css.what}>{what}</p>
        <p className={css.next}>{next}</p>
        <p className={css.when}><When at={notice.createdAt} /></p>
      </div>
      <div className={css.acts}>
        {notice.caseId !== null && (
          <Link to={`/cases/${notice.caseId}`} className={buttonClass({ look: 'primary' })} onClick={onDone}>{texts.open}</Link>
        )}
        {notice.kind === 'mailbox_in_trouble' && <Link to="/settings/mailboxes" className={buttonClass({ look: 'primary' })}>{texts.mailboxes}</Link>}
        {notice.kind === 'shift_needs' && <Link to="/shift" className={buttonClass({ look: 'primary' })} onClick={onDone}>{texts.shift}</Link>}
        {isOfIncident(notice) && <Link to={`/incidents/${notice.facts.key}`} className={buttonClass({ look: 'primary' })} onClick={onDone}>{texts.incident}</Link>}
        {isOfTheme(notice) && <Link to={`/voices/${notice.facts.key}`} className={buttonClass({ look: 'primary' })} onClick={onDone}>{texts.theme}</Link>}
        {(notice.kind === 'voices_near' || notice.kind === 'voices_late') && <Link to="/voices" search={{ list: 'loose' }} className={buttonClass({ look: 'primary' })} onClick={onDone}>{texts.voices}</Link>}
        {isOfOpportunity(notice) && <Link to={`/opportunities/${notice.facts.key}`} className={buttonClass({ look: 'primary' })} onClick={onDone}>{texts.opportunity}</Link>}
        {(notice.kind === 'webhook_given_up' || notice.kind === 'webhook_off') && <Link to="/settings/webhooks" className={buttonClass({ look: 'primary' })}>{texts.webhooks}</Link>}
        <Button onClick={onDone} {...(chosen && { keys: 'e' })}>{texts.done}</Button>
      </div>
    </li>
  );
}

/** Marks a notice as done: it leaves the list at once, and comes back should the server not have heard. */
const useDone = () => {
  const client = useQueryClient();
  const act = useAct(noticeRoutes.done);
  const say = useToast();
  const texts = useTexts(noticesScreenTexts);
  const key = keyOf(noticeRoutes.list);
  return (id: string): void => {
    client.setQueryData<NoticeView[]>(key, (list) => list?.filter((one) => one.id !== id));
    act.mutate({ params: { id } }, {
      onSuccess: () => say({ words: texts.doneWords }),
      onError: (error) => {
        say({ words: error.words ?? error.message });
        void client.invalidateQueries({ queryKey: key });
      },
    });
  };
};

/** Which row the keys work on, and the keys. */
const useKeys = (notices: readonly NoticeView[], done: (id: string) => void): number => {
  const texts = useTexts(noticesScreenTexts);
  const { shortcuts } = useTexts(uiTexts);
  const navigate = useNavigate();
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, notices.length - 1);
  const notice = notices[chosen];
  const open = (): void => {
    if (!notice || notice.caseId === null) return;
    done(notice.id);
    void navigate({ to: `/cases/${notice.caseId}` });
  };
  useShortcuts([
    { keys: 'j', does: shortcuts.next, run: () => setAt(Math.min(chosen + 1, notices.length - 1)) },
    { keys: 'k', does: shortcuts.previous, run: () => setAt(Math.max(chosen - 1, 0)) },
    { keys: 'o', does: texts.open, run: open },
    { keys: 'e', does: texts.done, run: () => notice && done(notice.id) },
  ], notices.length > 0);
  return chosen;
};

export function NoticesScreen() {
  const texts = useTexts(noticesScreenTexts);
  const { data, error, refetch } = useWaitingNotices();
  const done = useDone();
  const chosen = useKeys(data ?? [], done);
  useTitle(texts.title);
  if (data?.length === 0) return <Empty screen title={texts.empty.title}>{texts.empty.words}</Empty>;
  return (
    <Page title={texts.title} lead={texts.lead} narrow>
      {!data && (error ? <Problem of={error} onRetry={() => void refetch()} /> : <Loading rows={4} />)}
      {data && (
        <ul className={css.list} aria-label={texts.list}>
          {data.map((notice, at) => <NoticeRow key={notice.id} notice={notice} chosen={at === chosen} onDone={() => done(notice.id)} />)}
        </ul>
      )}
    </Page>
  );
}

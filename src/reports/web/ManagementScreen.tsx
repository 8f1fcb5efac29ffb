import { useEffect } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import css from './Management.module.css';
import { useRead } from '#app/web/client.ts';
import { useMe } from '#people/web/me.ts';
import { buttonClass } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Problem } from '#ui/Problem.tsx';
import { Loading } from '#ui/states.tsx';
import { readDigest, type Digest } from '../contract.ts';
import { weekAt, weekBefore, weekNamed } from '../rules.ts';
import { reportTexts } from '../texts.ts';
import { sayDay, sayHeadline, sayLead } from '../words.ts';
import { Boiled, Brought, Decided, Heard, Promises, Service, Undecided } from './parts.tsx';
import { managementTexts } from './texts.ts';

const everyHalfMinute = 30_000;

/** What is counted changes with every case; half a minute is soon enough for who looks at a week, and spares the database. */
const useWeek = (week: string | undefined) => {
  const read = useRead(readDigest, { query: week === undefined ? {} : { week } }, { watches: ['theme'] });
  const { refetch } = read;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) void refetch();
    }, everyHalfMinute);
    return () => clearInterval(timer);
  }, [refetch]);
  return read;
};

/** The week as those who run the company read it: live, and every one before it. */
export function ManagementScreen() {
  const texts = useTexts(managementTexts);
  const own = useTexts(reportTexts);
  const me = useMe();
  const { week } = useSearch({ strict: false }) as { week?: unknown };
  const { data, error, refetch } = useWeek(typeof week === 'string' ? week : undefined);
  const manages = me?.roles.some((role) => role === 'management' || role === 'admin') ?? false;
  const acts = (
    <>
      {manages && <Link className={buttonClass({})} to="/management/recipients">{texts.recipients}</Link>}
      <a className={buttonClass({ look: 'primary' })} href={`/api/reports/digest/pdf${data === undefined ? '' : `?week=${data.week}`}`}>{texts.pdf}</a>
    </>
  );
  return (
    <Page title={own.title} lead={own.lead} acts={acts}>
      <Problem of={error} onRetry={() => void refetch()} />
      {!data && !error && <Loading rows={6} />}
      {data && <Sheet digest={data} />}
    </Page>
  );
}

function Sheet({ digest }: { digest: Digest }) {
  const own = useTexts(reportTexts);
  const { language } = useLanguage();
  const lead = sayLead(digest, language);
  return (
    <>
      <Weeks digest={digest} />
      <article className={css.sheet}>
        <header className={css.head}>
          <p className={css.quiet}>{digest.companyName} · {own.week(digest.week)}{digest.isOver ? '' : ` · ${own.running.toLowerCase()}`}</p>
          <h2>{sayHeadline(digest, language)}</h2>
          {lead !== '' && <p className={css.lead}>{lead}</p>}
        </header>
        <div className={css.two}><Undecided digest={digest} /><Decided digest={digest} /></div>
        <Promises digest={digest} />
        <div className={css.two}><Heard digest={digest} /><Boiled digest={digest} /></div>
        <Brought digest={digest} />
        <Service digest={digest} />
        <details className={css.define}>
          <summary>{own.definitions}</summary>
          {own.define.map((one) => <p key={one} className={css.quiet}>{one}</p>)}
        </details>
      </article>
    </>
  );
}

function Weeks({ digest }: { digest: Digest }) {
  const texts = useTexts(managementTexts);
  const { language } = useLanguage();
  const shown = weekNamed(digest.timeZone, digest.week);
  if (shown === null) return null;
  const running = weekAt(digest.timeZone, new Date(digest.asOf));
  const before = weekBefore(digest.timeZone, shown);
  const after = weekAt(digest.timeZone, shown.to);
  return (
    <nav className={css.weeks} aria-label={texts.weekOf(sayDay(shown.monday, language))}>
      <Link to="/management" search={{ week: before.name }}>← {texts.earlier}</Link>
      <b>{texts.weekOf(sayDay(shown.monday, language))}</b>
      {shown.name !== running.name && <Link to="/management" search={{ week: after.name }}>{texts.later} →</Link>}
    </nav>
  );
}

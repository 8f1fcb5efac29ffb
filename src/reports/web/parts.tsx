import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import css from './Management.module.css';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import type { Digest } from '../contract.ts';
import { inPercent, type Figure } from '../rules.ts';
import { reportTexts } from '../texts.ts';
import { dueOf, sayDay, sayMoney } from '../words.ts';

interface Part {
  digest: Digest;
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return <section className={css.block}><h3>{title}</h3>{children}</section>;
}

const Quiet = ({ children }: { children: ReactNode }) => <p className={css.quiet}>{children}</p>;

/** A figure that leads to its cases. */
function Leads({ digest, figure, of, children }: Part & { figure: Figure; of?: string | null; children: ReactNode }) {
  return <Link to="/management/cases" search={{ week: digest.week, figure, ...(of !== undefined && of !== null && { of }) }}>{children}</Link>;
}

/** What nobody has decided although the day has passed. */
export function Undecided({ digest: { undecided } }: Part) {
  const texts = useTexts(reportTexts);
  const rest = undecided.count - undecided.overdue;
  return (
    <Block title={texts.undecided}>
      {undecided.items.length === 0 ? <Quiet>{texts.nothingOverdue}</Quiet> : (
        <ul className={css.rows}>
          {undecided.items.map((one) => (
            <li key={one.id}>
              <span className={css.what}><Link to={`/voices/${one.id}`}>{one.title}</Link> <span className={css.quiet}>{one.department} · {one.decider} · {texts.customers(one.customers)}</span></span>
              <span className={`${css.figure} ${css.late}`}>{texts.days(one.daysLate)}</span>
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <Quiet><Link to="/voices">{texts.waiting(rest)}</Link></Quiet>}
    </Block>
  );
}

/** What was taken, left and shipped, with the reason. */
export function Decided({ digest: { decided, shipped } }: Part) {
  const texts = useTexts(reportTexts);
  const { language } = useLanguage();
  return (
    <Block title={texts.decided}>
      {decided.length + shipped.length === 0 ? <Quiet>{texts.nothingDecided}</Quiet> : (
        <ul className={css.rows}>
          {decided.map((one) => (
            <li key={one.id}>
              <span className={css.what}><Pill tone={one.kind}>{texts.kinds[one.kind]}</Pill> <Link to={`/voices/${one.themeId}`}>{one.title}</Link><br /><span className={css.quiet}>{texts.quoted(one.words)} {one.shipsBy !== null && texts.by(sayDay(one.shipsBy, language))} · {one.by}</span></span>
              <span className={css.figure}>{texts.customers(one.customers)}<br /><span className={css.quiet}>{texts.told(one.told)}</span></span>
            </li>
          ))}
          {shipped.map((one) => (
            <li key={one.themeId}>
              <span className={css.what}><Pill tone="take">{texts.shipped}</Pill> <Link to={`/voices/${one.themeId}`}>{one.title}</Link></span>
              <span className={`${css.figure} ${css.quiet}`}>{texts.told(one.told)}</span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

const toneOf = (rate: number): 'good' | 'fair' | 'poor' => (rate >= 0.9 ? 'good' : rate >= 0.8 ? 'fair' : 'poor');

/** How promises were kept, by the department that made them possible. */
export function Promises({ digest }: Part) {
  const texts = useTexts(reportTexts);
  const rows = digest.promises.byDepartment.filter(({ rate }) => rate !== null).toSorted((a, b) => (b.rate ?? 0) - (a.rate ?? 0));
  return (
    <Block title={texts.promises}>
      {rows.length === 0 ? <Quiet>{texts.noPromises}</Quiet> : (
        <div className={css.bars}>
          {rows.map((one) => (
            <div key={one.department?.id ?? 'us'} className={css.bar}>
              <span>{one.department?.name ?? texts.ofUs}</span>
              <span className={css.track} aria-hidden="true"><span className={css.fill} data-tone={toneOf(one.rate ?? 0)} style={{ width: `${inPercent(one.rate ?? 0)}%` }} /></span>
              <span className={css.figure}>
                <b className="num">{inPercent(one.rate ?? 0)}%</b> <span className={css.quiet}><Leads digest={digest} figure={one.broken > 0 ? 'broken' : 'kept'} of={one.department?.id ?? null}>{texts.ofSome(one.kept, dueOf(one))}</Leads>{one.renegotiated > 0 && ` · ${texts.moved(one.renegotiated)}`}</span>
              </span>
            </div>
          ))}
        </div>
      )}
    </Block>
  );
}

/** What customers told us, in their words. */
export function Heard({ digest: { heard } }: Part) {
  const texts = useTexts(reportTexts);
  const { language } = useLanguage();
  const loose = heard.loose.count > 0 && <Quiet><Link to="/voices" search={{ list: 'loose' }}>{texts.loose(heard.loose)}</Link></Quiet>;
  if (heard.voices === 0) return <Block title={texts.heard}><Quiet>{texts.nothingHeard}</Quiet>{loose}</Block>;
  return (
    <Block title={texts.heard}>
      <Quiet>{texts.heardSome(heard.voices, heard.customers, heard.voicesBefore)}</Quiet>
      <ul className={css.rows}>
        {heard.themes.map((one) => (
          <li key={one.id}>
            <span className={css.what}><Link to={`/voices/${one.id}`}>{one.title}</Link>{one.quote !== null && <blockquote className={css.quote}>{texts.quoted(one.quote.words)}<br /><span className="small">{texts.quoteBy(one.quote.by.since)}</span></blockquote>}</span>
            <span className={css.figure}>{texts.customers(one.customers)}{one.valueCents > 0 && <><br /><span className={css.quiet}>{sayMoney(one.valueCents, language)}</span></>}</span>
          </li>
        ))}
      </ul>
      {loose}
    </Block>
  );
}

/** Who lost their patience, how it showed, and what lay behind it. */
export function Boiled({ digest }: Part) {
  const texts = useTexts(reportTexts);
  const { byWhy, byCause } = digest.boiled;
  if (digest.boiled.customers === 0) return <Block title={texts.boiled}><Quiet>{texts.nobodyBoiled}</Quiet></Block>;
  return (
    <Block title={texts.boiled}>
      <Quiet><Leads digest={digest} figure="boiled">{texts.customers(digest.boiled.customers)}</Leads> · {texts.before(digest.boiled.customersBefore)}</Quiet>
      <ul className={css.rows}>
        {byCause.map((one) => <li key={one.id ?? 'us'}><span className={css.what}>{one.title}</span><span className={css.figure}><Leads digest={digest} figure="boiled" of={one.id}>{texts.customers(one.customers)}</Leads></span></li>)}
        {byWhy.map((one) => <li key={one.why}><span className={`${css.what} ${css.quiet}`}>{texts.why[one.why]}</span><span className={`${css.figure} ${css.quiet}`}>{texts.customers(one.customers)}</span></li>)}
      </ul>
    </Block>
  );
}

/** What service brought by what it handed over, and what complaints cost. */
export function Brought({ digest: { brought, complaints } }: Part) {
  const texts = useTexts(reportTexts);
  const { language } = useLanguage();
  return (
    <Block title={texts.brought}>
      <p>{brought.won > 0 && <><b className={css.big}>{sayMoney(brought.wonCents, language)}</b> </>}<Link to="/opportunities">{texts.won(brought.won, brought.handedOver)}</Link></p>
      {brought.late > 0 && <p className={css.late}>{texts.lateLeads(brought.late)}</p>}
      <p><Link to="/complaints">{texts.complaints(complaints.received, complaints.open, complaints.overdue)}</Link>{complaints.paidCents > 0 && ` · ${texts.paid(sayMoney(complaints.paidCents, language))}`}</p>
    </Block>
  );
}

/** The ordinary figures of the service, each with what it was before. */
export function Service({ digest }: Part) {
  const texts = useTexts(reportTexts);
  const { service, silence, asked } = digest;
  const figures: { what: string; figure?: Figure; value: string; beside: string }[] = [
    { what: texts.opened, figure: 'opened', value: String(service.opened), beside: texts.before(service.openedBefore) },
    { what: texts.resolved, figure: 'resolved', value: String(service.resolved), beside: '' },
    { what: texts.open, value: String(service.open), beside: '' },
    { what: texts.chased, figure: 'chased', value: String(service.chased), beside: '' },
    { what: texts.missed, figure: 'missed', value: String(silence.missed), beside: texts.before(silence.missedBefore) },
    ...(asked.csat === null ? [] : [{ what: texts.csat, value: `${inPercent(asked.csat)}%`, beside: texts.ofAnswers(asked.answers) }]),
  ];
  return (
    <Block title={texts.service}>
      <dl className={css.numbers}>
        {figures.map(({ what, figure, value, beside }) => (
          <div key={what}><dt>{what}</dt><dd><b className="num">{figure === undefined || value === '0' ? value : <Leads digest={digest} figure={figure}>{value}</Leads>}</b> <span className={css.quiet}>{beside}</span></dd></div>
        ))}
      </dl>
    </Block>
  );
}

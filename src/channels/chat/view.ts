import { isOpen, nextClosing, nextOpening } from '#calendar/rules.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { sayInstant } from '#calendar/words.ts';
import { day, plus, type Instant } from '#base/clock.ts';
import type { Reader } from '#base/db/db.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Language } from '#base/texts.ts';
import { companyOf } from '#people/index.ts';
import type { TalkLine, TalkView } from './contract.ts';
import * as queries from './queries.ts';
import { mayFollow, mayShow, policy } from './rules.ts';

interface Asked {
  readonly now: Instant;
  readonly language: Language;
}

/** The hour alone: whoever is in a chat is in it today. English here is British, so both languages count to 24. */
const sayHour = (at: Instant, timeZone: string): string => at.toLocaleTimeString('it-IT', { timeZone, hour: 'numeric', minute: '2-digit' });

/** Whether somebody is at work in the department, and until or from when, in words. A closing a day away is none that anybody waits for. */
export const deskOf = async (reader: Reader, departmentId: string, { now, language }: Asked): Promise<TalkView['desk']> => {
  const calendar = await calendarOfDepartment(reader, departmentId, now);
  const say = (at: Instant): string => sayInstant(at, { now, timeZone: calendar.timeZone, language });
  if (isOpen(calendar, now)) {
    const closing = nextClosing(calendar, now);
    return { isOpen: true, closesAt: isRefusal(closing) || closing > plus(now, day) ? null : sayHour(closing, calendar.timeZone), opensAt: null };
  }
  const opening = nextOpening(calendar, now);
  return { isOpen: false, closesAt: null, opensAt: isRefusal(opening) ? null : say(opening) };
};

type Row = Awaited<ReturnType<typeof queries.linesOf>>[number];

const lineView = (row: Row): TalkLine => ({
  id: row.id,
  clientId: row.clientId,
  from: row.direction === 'in' ? 'you' : 'us',
  name: row.authorName,
  text: row.text,
  at: row.at.toISOString(),
  via: row.channel === 'chat' || row.channel === 'email' ? row.channel : 'elsewhere',
  files: row.files ?? 0,
});

/** The conversation as its visitor sees it at `now`. */
export const talkViewOf = async (reader: Reader, talk: queries.TalkRow, now: Instant): Promise<TalkView> => {
  const language = talk.language as Language;
  const standing = { mixedAt: talk.mixed_at, provenAt: talk.proven_at };
  if (talk.case_id === null) throw new Error(`Conversation ${talk.id} has no case.`);
  const [company, lines, found] = await Promise.all([companyOf(reader), queries.linesOf(reader, talk), queries.caseFacts(reader, talk.case_id)]);
  const shows = mayShow(standing);
  return {
    companyName: company.name,
    language,
    name: talk.name,
    email: talk.email,
    lines: lines.map(lineView),
    caseNumber: shows ? found.number : null,
    ownerName: shows ? found.ownerName : null,
    nextUpdate: shows && found.nextUpdateDueAt !== null && found.nextUpdateDueAt > now ? sayInstant(found.nextUpdateDueAt, { now, timeZone: company.timeZone, language, by: true }) : null,
    isSolved: shows && found.resolvedAt !== null,
    goesOnElsewhere: !shows,
    triesLeft: policy.codeTries - talk.code_tries,
    mayFollow: mayFollow(standing, { given: talk.name, ofCustomer: found.customerName }),
    desk: await deskOf(reader, found.departmentId, { now, language }),
  };
};

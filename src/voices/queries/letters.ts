import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '#base/clock.ts';
import type { Reader, Tx } from '#base/db/db.ts';
import type { Language } from '#base/texts.ts';
import type { LeaveReason, LetterState, Occasion, UnreachedReason } from '../contract.ts';

/** What customers of a theme are told now. */
export interface ToTell {
  readonly themeId: string;
  readonly decisionId: string;
  readonly occasion: Occasion;
}

/** Letters of a theme that say no longer what is so: another decision stands, or the voice that they answer does not stand there now. */
export const dropStale = async (tx: Tx, themeId: string, now: ToTell | null): Promise<void> => {
  const isCurrent = now === null ? sql`false` : sql`l.decision_id = ${now.decisionId} and l.occasion = ${now.occasion}`;
  await sql`
    delete from loop_letters l where l.theme_id = ${themeId} and l.outcome is null
      and not (${isCurrent} and exists (select from insights i where i.id = l.insight_id and i.theme_id = ${themeId} and i.withdrawn_at is null))`.execute(tx);
};

/**
 * Drafts a letter to everybody who said it and has none yet: each customer once, by what they said first. Whoever heard the same since
 * it was decided, as a customer of a theme that was merged into this one, is not told again. Returns how many were drafted.
 */
export const draftMissing = async (tx: Tx, { themeId, decisionId, occasion }: ToTell, { now, language, variants }: { now: Instant; language: Language; variants: number }): Promise<number> => {
  const { numAffectedRows } = await sql`
    with recursive family as (select id from themes where id = ${themeId} union select t.id from themes t join family f on t.merged_into_id = f.id),
    decided as (select d.kind, case ${occasion}::text when 'shipped' then d.shipped_at else d.decided_at end as at from decisions d where d.id = ${decisionId}),
    asked as (
      select distinct on (coalesce(i.customer_id::text, lower(i.said_by))) i.id, i.customer_id, case when i.customer_id is null then i.said_by end as said_by,
        coalesce(cu.language, i.language, ${language}) as language
      from insights i left join customers cu on cu.id = i.customer_id where i.theme_id = ${themeId} and i.withdrawn_at is null
      order by coalesce(i.customer_id::text, lower(i.said_by)), i.said_at, i.id)
    insert into loop_letters (id, decision_id, occasion, customer_id, said_by, theme_id, insight_id, language, drafted_at, variant)
    select gen_random_uuid(), ${decisionId}, ${occasion}, a.customer_id, a.said_by, ${themeId}, a.id, a.language, ${now},
      (select count(*) from loop_letters e where e.customer_id = a.customer_id) % ${variants}::int
    from asked a, decided
    where not exists (
      select from loop_letters e join decisions d on d.id = e.decision_id
      where e.customer_id = a.customer_id and e.outcome = 'told' and e.occasion = ${occasion} and e.decision_id <> ${decisionId} and d.kind = decided.kind
        and e.settled_at >= decided.at and d.theme_id in (select id from family))
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n);
};

/** The words of whoever decided are what everybody is told, in their language, until somebody says it better. */
export const prefillWords = async (tx: Tx, { decisionId, occasion }: ToTell, now: Instant): Promise<void> => {
  await sql`
    insert into loop_words (decision_id, occasion, words_it, words_en, changed_at)
    select d.id, ${occasion}, case when m.language = 'it' then w.words end, case when m.language = 'en' then w.words end, ${now}
    from decisions d cross join lateral (select case ${occasion}::text when 'shipped' then d.shipped_words else d.words end as words) w
    join members m on m.id = case ${occasion}::text when 'shipped' then d.shipped_by else d.decided_by end where d.id = ${decisionId}
    on conflict do nothing`.execute(tx);
};

export interface InWords {
  readonly it: string | null;
  readonly en: string | null;
}

export const wordsOf = async (reader: Reader, { decisionId, occasion }: ToTell): Promise<InWords> => {
  const row = await reader.selectFrom('loop_words').where('decision_id', '=', decisionId).where('occasion', '=', occasion).select(['words_it as it', 'words_en as en']).executeTakeFirst();
  return row ?? { it: null, en: null };
};

export const putWords = async (tx: Tx, { decisionId, occasion }: ToTell, { words, by, now }: { words: InWords; by: string; now: Instant }): Promise<void> => {
  await tx.updateTable('loop_words').set({ words_it: words.it, words_en: words.en, changed_by: by, changed_at: now }).where('decision_id', '=', decisionId).where('occasion', '=', occasion).execute();
};

/** Letters that nobody has let go since `before`, and of which nobody was called since they were drafted. */
export const claimUnread = async (tx: Tx, { before, now }: { before: Instant; now: Instant }) => {
  const { rows } = await sql<{ themeId: string; title: string; decidedBy: string; letters: number; draftedAt: Instant }>`
    with unread as (
      select l.decision_id, l.occasion, l.theme_id, count(*)::int as letters, min(l.drafted_at) as drafted_at
      from loop_letters l where l.send_at is null and l.outcome is null group by 1, 2, 3 having min(l.drafted_at) < ${before}),
    called as (
      update loop_words w set called_at = ${now} from unread u
      where w.decision_id = u.decision_id and w.occasion = u.occasion and (w.called_at is null or w.called_at < u.drafted_at) returning w.decision_id, w.occasion)
    select t.id as "themeId", t.title, d.decided_by as "decidedBy", u.letters, u.drafted_at as "draftedAt"
    from unread u join called c using (decision_id, occasion) join decisions d on d.id = u.decision_id join themes t on t.id = u.theme_id order by t.number`.execute(tx);
  return rows;
};

/** A letter with all that it says and all that decides whether it can go. */
export interface LoadedLetter {
  readonly id: string;
  readonly themeId: string;
  readonly decisionId: string;
  readonly occasion: Occasion;
  readonly customerId: string | null;
  readonly customerName: string;
  readonly customerSince: string | null;
  readonly language: Language;
  readonly variant: number;
  readonly text: string | null;
  readonly sentText: string | null;
  readonly words: string | null;
  readonly said: string;
  readonly saidAt: Instant;
  readonly isTheirs: boolean;
  readonly title: string;
  readonly kind: 'take' | 'leave';
  readonly leaveReason: LeaveReason | null;
  readonly shipsBy: string | null;
  readonly deciderName: string;
  readonly signerName: string;
  readonly caseId: string | null;
  readonly caseNumber: number | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly prefersPhone: boolean;
  readonly lastCameBack: boolean;
  readonly heardById: string | null;
  readonly heardByName: string | null;
  readonly readById: string | null;
  readonly readByName: string | null;
  readonly toldById: string | null;
  readonly toldByName: string | null;
  readonly remark: string | null;
  readonly sendAt: Instant | null;
  readonly outcome: 'told' | 'not_told' | null;
  readonly reason: UnreachedReason | null;
  readonly settledAt: Instant | null;
}

/** A mail that came back after it had left: they were not told. */
const cameBack = sql`exists (select from outbox ob join outbox_recipients r on r.outbox_id = ob.id where ob.message_id = l.message_id and r.state in ('failed', 'bounced', 'held'))`;
/** How a letter ended, as it is known now; whoever was called knows, whatever became of the mail. */
const outcome = sql`case when l.outcome = 'told' and l.told_by is null and l.message_id is not null and ${cameBack} then 'not_told' else l.outcome end`;

/**
 * The case that it goes out on is the customer's own: the one on which the voice stands now, merges and splits followed, else their
 * latest. Somebody else's, on which they only took part, would show them another customer's page.
 */
const loaded = sql`
  select l.id, l.theme_id as "themeId", l.decision_id as "decisionId", l.occasion, l.customer_id as "customerId", coalesce(cu.name, l.said_by) as "customerName",
    cu.customer_since as "customerSince", l.language, l.variant, l.text, sent.text as "sentText", case l.language when 'it' then w.words_it else w.words_en end as words,
    i.words as said, i.said_at as "saidAt", (case when m.id is null then i.source in ('survey', 'complaint', 'public_page') else m.direction = 'in' and m.channel <> 'phone' end) as "isTheirs",
    t.title, d.kind, d.reason as "leaveReason", d.ships_by as "shipsBy", decider.name as "deciderName",
    coalesce(case when heard.left_at is null then heard.name end, case when owner.left_at is null then owner.name end, decider.name) as "signerName",
    c.id as "caseId", c.number as "caseNumber", address.value as address, coalesce(cu.prefers_number, phone.value) as phone, coalesce(cu.prefers = 'phone', false) as "prefersPhone",
    coalesce(latest.state in ('failed', 'bounced'), false) as "lastCameBack", heard.id as "heardById", heard.name as "heardByName", reader.id as "readById", reader.name as "readByName",
    teller.id as "toldById", teller.name as "toldByName", l.remark, l.send_at as "sendAt", ${outcome} as outcome,
    case when l.outcome = 'told' and ${outcome} = 'not_told' then 'delivery_failed' else l.reason end as reason, l.settled_at as "settledAt"
  from loop_letters l join themes t on t.id = l.theme_id join decisions d on d.id = l.decision_id join members decider on decider.id = d.decided_by
  join insights i on i.id = l.insight_id left join messages m on m.id = i.message_id left join members heard on heard.id = i.heard_by
  left join customers cu on cu.id = l.customer_id left join members reader on reader.id = l.read_by left join members teller on teller.id = l.told_by
  left join loop_words w on w.decision_id = l.decision_id and w.occasion = l.occasion left join messages sent on sent.id = l.message_id
  left join lateral (
    select c.id, c.number, c.owner_id from cases c where c.customer_id = l.customer_id and c.merged_into_id is null
    order by (c.id = coalesce(l.case_id, m.case_id, i.case_id)) desc nulls last, c.opened_at desc limit 1) c on true
  left join members owner on owner.id = c.owner_id
  left join lateral (select value from identities n where n.customer_id = l.customer_id and n.kind in ('email', 'pec') order by n.created_at limit 1) address on true
  left join lateral (select value from identities n where n.customer_id = l.customer_id and n.kind = 'phone' order by n.created_at limit 1) phone on true
  left join lateral (
    select r.state from outbox ob join outbox_recipients r on r.outbox_id = ob.id join cases oc on oc.id = ob.case_id
    where oc.customer_id = l.customer_id and ob.purpose = 'reply' and r.address = address.value and r.state in ('sent', 'failed', 'bounced') order by ob.created_at desc limit 1) latest on true`;

export const letterById = async (reader: Reader, id: string): Promise<LoadedLetter | undefined> => (await sql<LoadedLetter>`${loaded} where l.id = ${id}`.execute(reader)).rows[0];

const inState: Readonly<Record<LetterState, RawBuilder<unknown>>> = {
  to_read: sql`l.outcome is null and l.send_at is null`,
  leaving: sql`l.outcome is null and l.send_at is not null`,
  told: sql`${outcome} = 'told'`,
  not_told: sql`${outcome} = 'not_told'`,
};

interface LettersAsked {
  readonly state?: LetterState | undefined;
  readonly language?: Language | undefined;
  readonly from: number;
  readonly limit: number;
}

/** Those of what is told now, by language and name. */
export const lettersOf = async (reader: Reader, { decisionId, occasion, themeId }: ToTell, { state, language, from, limit }: LettersAsked): Promise<LoadedLetter[]> => {
  const { rows } = await sql<LoadedLetter>`${loaded}
    where l.decision_id = ${decisionId} and l.occasion = ${occasion} and l.theme_id = ${themeId} ${state === undefined ? sql`` : sql`and ${inState[state]}`} ${language === undefined ? sql`` : sql`and l.language = ${language}`}
    order by l.language desc, coalesce(cu.name, l.said_by), l.id limit ${limit} offset ${from}`.execute(reader);
  return rows;
};

/** Whether a member captured one of the voices of a theme. */
export const heardIn = async (reader: Reader, themeId: string, memberId: string): Promise<boolean> =>
  (await reader.selectFrom('insights').where('theme_id', '=', themeId).where('heard_by', '=', memberId).where('withdrawn_at', 'is', null).select('id').limit(1).executeTakeFirst()) !== undefined;

export interface Figures {
  readonly decisionId: string;
  readonly occasion: Occasion;
  readonly attached: number;
  readonly told: number;
  readonly byPhone: number;
  readonly notTold: number;
  readonly waiting: number;
}

const counted = sql`count(*)::int as attached, count(*) filter (where ${outcome} = 'told')::int as told, count(*) filter (where l.outcome = 'told' and l.told_by is not null)::int as "byPhone",
  count(*) filter (where ${outcome} = 'not_told')::int as "notTold", count(*) filter (where l.outcome is null)::int as waiting`;

/** Of everything that was decided and shipped in these themes, the latest first. */
export const figuresOf = async (reader: Reader, themeIds: readonly string[]): Promise<Figures[]> => {
  const { rows } = await sql<Figures>`
    select l.decision_id as "decisionId", l.occasion, ${counted} from loop_letters l join decisions d on d.id = l.decision_id where d.theme_id = any(${[...themeIds]}::uuid[])
    group by l.decision_id, l.occasion, d.decided_at order by d.decided_at desc, l.occasion desc`.execute(reader);
  return rows;
};

export interface Waiting {
  readonly it: number;
  readonly en: number;
  readonly leaving: number;
}

export const waitingOf = async (reader: Reader, { decisionId, occasion }: ToTell): Promise<Waiting> => {
  const { rows: [row] } = await sql<Waiting>`
    select count(*) filter (where l.send_at is null and l.language = 'it')::int as it, count(*) filter (where l.send_at is null and l.language = 'en')::int as en, count(*) filter (where l.send_at is not null)::int as leaving
    from loop_letters l where l.decision_id = ${decisionId} and l.occasion = ${occasion} and l.outcome is null`.execute(reader);
  return row ?? { it: 0, en: 0, leaving: 0 };
};

/** What other domains read: of what was decided and shipped between two instants, with when each customer could first be told. */
export const toldBetween = async (reader: Reader, from: Instant, to: Instant): Promise<(Figures & { readonly spans: readonly { readonly draftedAt: string; readonly toldAt: string }[] })[]> => {
  const { rows } = await sql<Figures & { spans: { draftedAt: string; toldAt: string }[] }>`
    select l.decision_id as "decisionId", l.occasion, ${counted},
      coalesce(json_agg(json_build_object('draftedAt', l.drafted_at, 'toldAt', l.settled_at)) filter (where ${outcome} = 'told'), '[]') as spans
    from loop_letters l join decisions d on d.id = l.decision_id
    where case l.occasion when 'shipped' then d.shipped_at else d.decided_at end >= ${from} and case l.occasion when 'shipped' then d.shipped_at else d.decided_at end < ${to}
    group by l.decision_id, l.occasion`.execute(reader);
  return rows;
};

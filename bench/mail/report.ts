import type { BounceClass } from '../../src/channels/email/contract.ts';
import { inspectMail, type Inspected, type InspectedMail } from '../../src/channels/email/inspect.ts';
import { atLeast, atMost, type Limit } from '../limits.ts';
import { expectedBounces, expectedPec, expectedReplies, samplesIn, type Oracle, type Sample } from './sets.ts';

interface Read {
  readonly sample: Sample;
  readonly said: Inspected;
  readonly milliseconds: number;
}

const read = async (sample: Sample): Promise<Read> => {
  const began = performance.now();
  const said = await inspectMail(sample.raw);
  return { sample, said, milliseconds: performance.now() - began };
};

interface Share {
  readonly right: number;
  readonly of: number;
  readonly misses: readonly string[];
}

const share = (judged: readonly { readonly name: string; readonly isRight: boolean; readonly why?: string }[]): Share => ({
  right: judged.filter(({ isRight }) => isRight).length, of: judged.length,
  misses: judged.filter(({ isRight }) => !isRight).map(({ name, why }) => (why === undefined ? name : `${name}: ${why}`)),
});
const rate = ({ right, of }: Share): number => (of === 0 ? 0 : right / of);

const mailOf = ({ said }: Read): InspectedMail | null => (said.ok ? said : null);
/** A miss is named, not printed whole: some subjects go on for pages. */
const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 90)}…` : text);
const bare = (text: string): string => text.normalize('NFC').replaceAll(/\s+/gu, '');
const addressIn = (text: string): string => (/<([^<>]+)>[^<]*$/u.exec(text)?.[1] ?? /[^\s<>"',;]+@[^\s<>"',;]+/u.exec(text)?.[0] ?? text).trim().toLowerCase();

const agrees = (said: InspectedMail, { from, subject }: Oracle): string | undefined => {
  if (bare(said.subject) !== bare(subject)) return `subject «${short(said.subject)}», the other says «${short(subject)}»`;
  if ((said.from?.address ?? '').toLowerCase() !== addressIn(from) && !(said.from === null && !from.includes('@'))) return `from «${said.from?.address ?? ''}», the other says «${from}»`;
  return undefined;
};

const headers = (all: readonly Read[]): Share =>
  share(all.flatMap((one) => {
    const [mail, oracle] = [mailOf(one), one.sample.oracle];
    if (mail === null || oracle === undefined) return [];
    const why = agrees(mail, oracle);
    return [{ name: one.sample.name, isRight: why === undefined, ...(why !== undefined && { why }) }];
  }));

/**
 * What other people's words for a refusal are in ours. Left out: what says nothing of why. "filtered" is theirs for an unknown user who
 * was refused late as well as for a filter: either is right.
 */
const classes: Readonly<Record<string, BounceClass>> = {
  userunknown: 'address_wrong', hostunknown: 'address_wrong', hasmoved: 'address_wrong', notaccept: 'address_wrong', suspend: 'address_wrong',
  mailboxfull: 'box_full', exceedlimit: 'other', mesgtoobig: 'other', systemfull: 'temporary',
  rejected: 'spam_or_policy', blocked: 'spam_or_policy', authfailure: 'spam_or_policy', requireptr: 'spam_or_policy', policyviolation: 'spam_or_policy',
  spamdetected: 'spam_or_policy', securityerror: 'spam_or_policy', norelaying: 'spam_or_policy', badreputation: 'spam_or_policy', notcompliantrfc: 'spam_or_policy', contenterror: 'spam_or_policy', virusdetected: 'spam_or_policy',
  expired: 'temporary', networkerror: 'temporary', toomanyconn: 'temporary', speeding: 'temporary', systemerror: 'other', mailererror: 'other', syntaxerror: 'other', failedstarttls: 'other',
};

const bounces = async (folder: string, byName: ReadonlyMap<string, Read>) => {
  const expected = (await expectedBounces(folder)).map((row) => ({ ...row, name: `bounces-sisimai/${row.file}`, mail: mailOf(byName.get(`bounces-sisimai/${row.file}`)!) }));
  const real = expected.filter(({ isBounce }) => isBounce);
  const judged = real.flatMap(({ name, recipients, mail }) => {
    const reason = recipients[0]?.reason ?? '';
    const wanted: readonly (BounceClass | undefined)[] = reason === 'filtered' ? ['address_wrong', 'spam_or_policy'] : [classes[reason]];
    const got = mail?.bounce?.recipients[0];
    return wanted[0] === undefined || got === undefined ? [] : [{ name, isRight: wanted.includes(got.class), why: `${got.class}, wanted ${wanted.join(' or ')} (${reason}, ${got.status})` }];
  });
  return {
    recognised: share(real.map(({ name, mail }) => ({ name, isRight: (mail?.bounce ?? null) !== null }))),
    address: share(real.map(({ name, mail }) => ({ name, isRight: (mail?.bounce?.recipients ?? []).some(({ address }) => address !== '') }))),
    class: share(judged),
    autoReplies: share(expected.filter(({ isAutoReply }) => isAutoReply).map(({ name, mail }) => ({ name, isRight: mail?.autoReply === true }))),
    feedbackLoops: share(expected.filter(({ isFeedbackLoop }) => isFeedbackLoop).map(({ name, mail }) => ({ name, isRight: mail?.feedbackLoop === true }))),
  };
};

/** No report of a server, by what reports must say of themselves. */
const isOrdinary = ({ name, raw }: Sample): boolean => !name.startsWith('bounces-sisimai/') && !name.startsWith('flanker/bounce/') && !/message\/delivery-status|report-type="?delivery-status/iu.test(raw.toString('latin1'));
const falselyBounced = (all: readonly Read[]): Share => share(all.filter(({ sample }) => isOrdinary(sample)).map((one) => ({ name: one.sample.name, isRight: (mailOf(one)?.bounce ?? null) === null })));

const replies = async (folder: string, set: string, byName: ReadonlyMap<string, Read>): Promise<Share> =>
  share((await expectedReplies(folder, set)).map(({ file, replyText }) => ({ name: `${set}/${file}`, isRight: bare(mailOf(byName.get(`${set}/${file}`)!)?.reply ?? '') === bare(replyText) })));

const certified = async (folder: string, byName: ReadonlyMap<string, Read>): Promise<Share> =>
  share((await expectedPec(folder)).map(({ file, xRicevuta, riferimentoMessageId, daticert }) => {
    const pec = mailOf(byName.get(`pec/${file}`)!)?.pec;
    const day = daticert.giorno.split('/').toReversed().join('-');
    const isRight = pec?.kind === xRicevuta && pec?.messageId === riferimentoMessageId?.replaceAll(/[<>]/gu, '') && pec?.subject === daticert.oggetto && pec?.certifiedAt?.startsWith(day) === true;
    return { name: `pec/${file}`, isRight, why: JSON.stringify(pec) };
  }));

/** What Presa reads in a corpus of mails, beside what other programs and people read in them; every miss by its name. */
export const mailReport = async (folder: string, say: (text: string) => void): Promise<object> => {
  const samples = await samplesIn(folder);
  say(`${samples.length} messages`);
  const all: Read[] = [];
  for (const sample of samples) all.push(await read(sample));
  const byName = new Map(all.map((one) => [one.sample.name, one]));
  const slowest = all.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
  const found = await bounces(folder, byName);
  const [trimmer, talon] = [await replies(folder, 'reply-trimmer', byName), await replies(folder, 'reply-talon', byName)];
  const [heads, ordinary, pec] = [headers(all), falselyBounced(all), await certified(folder, byName)];
  const limits: Limit[] = [
    atMost('longest time for one message in ms', 2_000, slowest?.milliseconds ?? 0), atMost('resident memory in MB', 300, process.memoryUsage().rss / 1e6),
    atLeast('sender and subject as others read them', 0.96, rate(heads)), atLeast('reply text of reply-trimmer', 0.8, rate(trimmer)), atLeast('reply text of reply-talon', 0.85, rate(talon)),
    atLeast('bounces recognised', 0.98, rate(found.recognised)), atMost('ordinary mail taken for a bounce', 0.01, 1 - rate(ordinary)), atLeast('address of a bounce found', 0.92, rate(found.address)), atLeast('class of a bounce right', 0.87, rate(found.class)),
    atLeast('certified mail right', 1, rate(pec)),
  ];
  return {
    messages: samples.length, quarantined: all.flatMap(({ sample, said }) => (said.ok ? [] : [`${sample.name}: ${said.quarantine}`])), slowest: slowest?.sample.name,
    headers: heads, bounces: { ...found, ordinary }, replies: { trimmer, talon }, pec, limits,
  };
};

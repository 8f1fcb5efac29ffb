import { z } from 'zod';
import { del, get, post, put } from '#base/contract.ts';
import { defineEvents } from '#base/events.ts';
import { email, id, idParams, instant, language, line, nothing, paragraph } from '#base/shapes.ts';
import { serviceRoles } from '#people/contract.ts';

const person = z.object({ id, name: z.string() });
const done = z.object({ id });

/** `+39 039 5678901`, as it is dialled; how it is written is theirs. */
const phone = z.string().max(40).regex(/^\+?[\d\s/().-]{5,}$/u);
const website = z.httpUrl().max(300);

export const thirdPartyInput = z.object({
  name: line(120),
  /** What they are the right door for. */
  handles: line(200),
  email: email.nullable().default(null),
  phone: phone.nullable().default(null),
  website: website.nullable().default(null),
  hours: line(200).nullable().default(null),
  /** What they want to see before they answer. */
  needs: z.array(line(200)).max(12).default([]),
});
export type ThirdPartyInput = z.output<typeof thirdPartyInput>;

export const thirdPartyView = z.object({
  id,
  name: z.string(),
  handles: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  hours: z.string().nullable(),
  needs: z.array(z.string()),
  /** Of the referrals that we looked after: how many helped the customer. */
  worked: z.int(),
  didNotWork: z.int(),
});
export type ThirdPartyView = z.infer<typeof thirdPartyView>;

/** `told`: the customer has it; `check_due`: the day has come; `on_its_way`: the reply can still be taken back. */
export const referralState = z.enum(['on_its_way', 'told', 'check_due', 'worked', 'did_not_work', 'withdrawn']);

export const referralView = z.object({
  id,
  caseId: id,
  to: z.object({ id, name: z.string() }),
  reason: z.string(),
  checkOn: instant,
  madeBy: person,
  madeAt: instant,
  state: referralState,
  outcome: z.string().nullable(),
  files: z.int(),
});
export type ReferralView = z.infer<typeof referralView>;

export const listThirdParties = get('/third-parties', { summary: 'Whom we send people to, for what, and how often it helped.', access: serviceRoles, out: z.object({ items: z.array(thirdPartyView) }) });
export const addThirdParty = post('/third-parties', { summary: 'Adds somebody to whom people can be sent.', access: serviceRoles, body: thirdPartyInput, out: done });
const onThirdParty = { access: serviceRoles, object: 'third_party', params: idParams } as const;
export const changeThirdParty = put('/third-parties/:id', { summary: 'Changes what the register says; referrals that were made keep what they said.', ...onThirdParty, body: thirdPartyInput, out: done });
export const closeThirdParty = del('/third-parties/:id', { summary: 'Nobody is sent there any more.', ...onThirdParty, out: done });

export const reopenThirdParty = post('/third-parties/:id/reopening', { summary: 'Puts somebody back on the list.', ...onThirdParty, out: done });

const onCase = { access: serviceRoles, object: 'case', params: idParams } as const;

export const referralInput = z.object({
  thirdPartyId: id,
  /** Why it is theirs, in words that the customer can repeat there. */
  reason: paragraph(1_000),
  /** What the customer should have with them. */
  brings: z.array(line(200)).max(12).default([]),
  /** The day on which we look whether it worked. */
  checkOn: instant,
  /** The letter to the customer. The way to the dossier is added below it. */
  text: paragraph(20_000),
  /** Of the customer's files, those that belong into the dossier. */
  attachmentIds: z.array(id).max(50).default([]),
  seenEventId: z.number().int().min(0),
  undoSeconds: z.number().int().min(0).max(60).default(10),
});
export type ReferralInput = z.output<typeof referralInput>;

export const refer = post('/cases/:id/referrals', {
  summary: 'Tells the customer that it is not ours: why, whose it is, how to reach them, with a dossier and a day on which we look after it.',
  ...onCase,
  body: referralInput,
  out: z.object({ id, pendingId: id, sendAt: instant, dossierUrl: z.string() }),
});
export const referralsOfCase = get('/cases/:id/referrals', { summary: 'To whom the customer of this case was sent, and what came of it.', ...onCase, out: z.object({ items: z.array(referralView) }) });

const onReferral = { access: serviceRoles, object: 'referral', params: idParams } as const;
export const settleReferral = put('/referrals/:id/outcome', {
  summary: 'Says whether it worked. Where it did the case is resolved; where it did not it is ours to carry on.',
  ...onReferral,
  body: z.object({ worked: z.boolean(), outcome: line(500) }),
  out: referralView,
});

/** What a third party reads. */
export const dossier = z.object({
  companyName: z.string(),
  caseNumber: z.int(),
  subject: z.string(),
  customerName: z.string(),
  language,
  timeZone: z.string(),
  madeAt: instant,
  to: z.string(),
  reason: z.string(),
  brings: z.array(z.string()),
  contact: z.object({ name: z.string(), address: z.string().nullable() }),
  said: z.array(z.object({ at: instant, who: z.string(), isOurs: z.boolean(), text: z.string() })),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), size: z.int() })),
});
export type Dossier = z.infer<typeof dossier>;

const byToken = { access: 'link', params: z.object({ token: z.string().max(100) }) } as const;
export const readDossier = get('/dossiers/:token', { summary: 'The dossier as a page without script.', ...byToken, out: nothing });
export const printDossier = get('/dossiers/:token/pdf', { summary: 'The same as a PDF.', ...byToken, out: nothing });
export const dossierFile = get('/dossiers/:token/files/:sha256', {
  summary: 'A file of the dossier.',
  access: 'link',
  params: z.object({ token: z.string().max(100), sha256: z.string().max(64) }),
  out: nothing,
});

const about = { referralId: id, to: z.string() };
export const referralEvents = defineEvents({
  'referral.made': z.object({ ...about, pendingId: id, reason: z.string(), checkOn: instant }),
  'referral.withdrawn': z.object(about),
  'referral.settled': z.object({ ...about, worked: z.boolean(), outcome: z.string() }),
});

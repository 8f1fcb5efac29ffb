import { railCounts } from './faked-rail.ts';
import { answer, type Answer } from './faked-web.ts';
import type { Language } from '#base/texts.ts';
import type { CustomerView } from '#customers/contract.ts';
import { readCustomer } from '#customers/contract.ts';
import { whoBoilsNext, type BoilingCase, type SilentCase } from '#heat/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { calendarRoutes } from '#calendar/contract.ts';
import { departmentRoutes, sessionRoutes, type DepartmentView, type Me } from '#people/contract.ts';
import { countUpdates, listPromises, promiseKeeping, type PromiseOnCase } from '#promises/contract.ts';
import { listRequests, type ListedRequest, readBoard, type BoardItem } from '#requests/contract.ts';
import { casesOfCustomer, searchEverything, type FoundCase, type FoundCustomer } from '#search/contract.ts';
import { listVoices } from '#voices/contract.ts';

// Casa Lumina on the Thursday of the pictures, ten in the morning, as its screens get it.

const people = {
  giulia: { id: '01990000-0000-7000-8000-0000000000a1', name: 'Giulia Serra' },
  marco: { id: '01990000-0000-7000-8000-0000000000a2', name: 'Marco Neri' },
  sara: { id: '01990000-0000-7000-8000-0000000000a3', name: 'Sara Gallo' },
};
const idOf = (last: number): string => `01990000-0000-7000-8000-${String(last).padStart(12, '0')}`;
const magazzino = { id: idOf(71), name: 'Magazzino' };

export const elena = { id: idOf(21), name: 'Elena Marchetti' };
export const luca = { id: idOf(22), name: 'Luca Ferri' };
export const elenasCase = idOf(1);
export const elenasRequest = idOf(51);

export const member = (language: Language, over: Partial<Me> = {}): Me => ({
  ...people.giulia, email: 'giulia.serra@casalumina.example', language, roles: ['agent'], level: 1, departmentId: idOf(70), departmentName: 'Servizio clienti',
  deputyId: null, away: null, leftAt: null, company: { name: 'Casa Lumina', language: 'it', timeZone: 'Europe/Rome', isDemo: false },
  may: { serve: true, lead: false, invite: false, decide: false, readDigest: false, administer: false }, ...over,
});

const keeping = { kept: 18, renegotiated: 3, broken: 1, released: 2, rate: 18 / 22 };
/** How the word was kept in the last weeks: by kind and by the department behind it, and who asked again after an update. */
const keptPromises: readonly Answer[] = [
  answer(promiseKeeping, () => ({
    all: keeping, byKind: { news: keeping, deed: { ...keeping, kept: 4, renegotiated: 0, rate: 0.8 } },
    byDepartment: [{ ...keeping, department: { id: idOf(61), name: 'Magazzino' } }, { ...keeping, department: null }],
  })),
  answer(countUpdates, () => ({ byHand: { sent: 40, recontacted: 5, undecided: 3 }, byItself: { sent: 6, recontacted: 1, undecided: 0 } })),
];

/** Nothing was heard of a customer: what their page asks besides the cases. */
export const hasNoVoices = (): Answer => answer(listVoices, () => ({ items: [], next: null }));

/** What the shell asks of the server on every screen. */
export const shellAnswers = (language: Language, over: Partial<Me> = {}): Answer[] => [
  answer(sessionRoutes.me, () => member(language, over)),
  answer(noticeRoutes.list, () => []),
  ...railCounts(),
  answer(departmentRoutes.list, (): DepartmentView[] => [
    { ...magazzino, kind: 'internal', address: 'magazzino@casalumina.example', calendarId: idOf(80), answersWithinMinutes: 240, headId: null, headName: 'Dario Conti' },
  ]),
  // Where no calendar is known the usual office hours count.
  answer(calendarRoutes.list, () => []),
  ...keptPromises,
];

interface Boils {
  at: number;
  customer: { id: string; name: string };
  subject: string;
  owner: { id: string; name: string } | null;
  degrees: number;
}

const boilingCase = ({ at, customer, subject, owner, degrees }: Boils, heat: Omit<BoilingCase['heat'], 'degrees' | 'risks'>, promisesDueAt: string[] = []): BoilingCase => ({
  caseId: idOf(at), departmentId: idOf(50), number: 10480 + at, subject, customer, owner, channel: 'email', heat: { degrees, risks: null, ...heat }, promisesDueAt, nextUpdateDueAt: null,
});

export const boiling: BoilingCase[] = [
  boilingCase({ at: 3, customer: luca, subject: 'Rimborso promesso martedì', owner: people.marco, degrees: 94 }, {
    band: 'boil', boiled: true, boilsAt: null, act: { code: 'call_customer', facts: {} },
    reasons: [
      { code: 'in_public', facts: { channel: 'review', count: 1 }, degrees: 30 },
      { code: 'promise_broken', facts: { dueAt: '2026-11-24T16:00:00.000Z', count: 1 }, degrees: 25 },
    ],
  }),
  boilingCase({ at: 1, customer: elena, subject: 'Manca il secondo collo', owner: people.giulia, degrees: 72 }, {
    band: 'hot', boiled: false, boilsAt: '2026-11-26T14:00:00.000Z', act: { code: 'remind_department', facts: { requestId: elenasRequest, department: 'Magazzino', dueAt: '2026-11-26T08:00:00.000Z' } },
    reasons: [
      { code: 'chased', facts: { count: 2, since: '2026-11-24T10:23:00.000Z', newChannel: 'phone' }, degrees: 24 },
      { code: 'request_late', facts: { department: 'Magazzino', dueAt: '2026-11-26T08:00:00.000Z' }, degrees: 12 },
    ],
  }, ['2026-11-26T13:00:00.000Z']),
  boilingCase({ at: 4, customer: { id: idOf(24), name: '@marta.v' }, subject: 'Terzo giorno di attesa', owner: null, degrees: 61 }, {
    band: 'warm', boiled: false, boilsAt: '2026-11-26T17:00:00.000Z', act: { code: 'take_charge', facts: {} },
    reasons: [{ code: 'nobody_took_it', facts: { dueAt: '2026-11-25T09:00:00.000Z' }, degrees: 20 }, { code: 'in_public', facts: { channel: 'social', count: 3 }, degrees: 20 }],
  }),
  boilingCase({ at: 5, customer: { id: idOf(25), name: 'Studio Bianchi' }, subject: 'Installazione rinviata', owner: people.sara, degrees: 55 }, {
    band: 'warm', boiled: false, boilsAt: '2026-11-27T10:00:00.000Z', act: { code: 'give_date', facts: {} }, reasons: [{ code: 'empty_replies', facts: { count: 2 }, degrees: 18 }],
  }),
  boilingCase({ at: 6, customer: { id: idOf(26), name: 'Officine Riva Srl' }, subject: 'Fattura, vecchia sede', owner: people.giulia, degrees: 34 }, {
    band: 'calm', boiled: false, boilsAt: '2026-11-27T16:00:00.000Z', act: { code: 'nothing', facts: { dueAt: '2026-11-27T11:00:00.000Z' } },
    reasons: [{ code: 'waiting', facts: { since: '2026-11-25T09:00:00.000Z', workingMinutes: 510 }, degrees: 14 }],
  }, ['2026-11-27T11:00:00.000Z']),
];

export const silent: SilentCase[] = ['Bar Centrale', 'Rita Moro'].map((name, at) => ({
  caseId: idOf(30 + at), departmentId: idOf(50), number: 10400 + at, subject: 'Lampada Lumina 3', customer: { id: idOf(40 + at), name }, owner: people.marco, channel: 'email', ourWordAt: '2026-11-20T09:00:00.000Z',
}));

export const boils = (items = boiling, leavingInSilence = silent): Answer => answer(whoBoilsNext, () => ({ items, leavingInSilence, asOf: '2026-11-26T09:00:00.000Z' }));

const request = (over: Partial<ListedRequest>): ListedRequest => ({
  id: elenasRequest, caseId: elenasCase, department: magazzino, askedBy: people.giulia, question: 'Il collo 2 dell’ordine 88213 è partito? Se no, quando?',
  why: 'La cliente aspetta da martedì e ha già chiamato. Le abbiamo promesso una risposta entro le 16.',
  choices: [{ label: 'È partito', asksDate: null }, { label: 'Non ancora', asksDate: 'Quando parte?' }], sentTo: 'magazzino@casalumina.example',
  askedAt: '2026-11-24T10:50:00.000Z', dueAt: '2026-11-26T08:00:00.000Z', state: 'late', isLate: true, seenAt: '2026-11-25T08:10:00.000Z', seenBy: 'Dario Conti', takenAt: null, takenBy: null, sentBack: null, sentBackTimes: 0, kind: null, urgency: 'normal', fields: [], clock: 'agreement', contractReference: null,
  settledAt: null, withdrawnReason: null, turns: [], climbs: [{ at: '2026-11-25T15:00:00.000Z', step: 'reminder', toName: 'Magazzino', byHand: false }],
  nextClimb: { at: '2026-11-26T11:00:00.000Z', step: 'head', toName: 'Dario Conti' },
  case: { number: 10482, subject: 'Ordine 88213: manca il secondo collo', customer: 'Elena Marchetti', owner: 'Giulia Serra' }, ...over,
});

export const requests: ListedRequest[] = [
  request({}),
  request({
    id: idOf(52), department: { id: idOf(72), name: 'Tecnico' }, question: 'Il driver D40 monta sulla Navigli del 2024?', state: 'questioned', isLate: false, climbs: [], nextClimb: null,
    dueAt: '2026-11-27T10:00:00.000Z',
    turns: [{ id: idOf(61), kind: 'question_back', by: 'Sara Gallo', via: 'email', text: 'Che numero di serie c’è sotto la base?', folded: '', choice: null, promisedFor: null, whoseIsIt: null, at: '2026-11-26T08:20:00.000Z', files: [] }],
    case: { number: 10455, subject: 'Applique Navigli spenta', customer: 'Hotel Belvedere', owner: 'Giulia Serra' },
  }),
  request({
    id: idOf(53), department: { id: idOf(73), name: 'Amministrazione' }, question: 'Il rimborso di 48 euro è partito?', state: 'waiting', isLate: false, seenAt: null, seenBy: null, climbs: [],
    dueAt: '2026-11-26T16:00:00.000Z', case: { number: 10390, subject: 'Rimborso promesso martedì', customer: 'Luca Ferri', owner: 'Marco Neri' },
  }),
];

export const lists = (items = requests): Answer => answer(listRequests, () => ({ items, next: null, open: items.length, late: items.filter(({ state }) => state === 'late').length }));

const promise = (over: Partial<PromiseOnCase>): PromiseOnCase => ({
  id: idOf(81), caseId: elenasCase, text: 'Le scrivo quando parte il secondo collo', madeBy: people.giulia, madeAt: '2026-11-25T09:00:00.000Z', messageId: idOf(90), requestId: elenasRequest,
  firstDueAt: '2026-11-26T14:00:00.000Z', dueAt: '2026-11-26T14:00:00.000Z', state: 'in_danger', keptAt: null, keptByMessageId: null, keptHow: null, brokenAt: null, releasedAt: null,
  releasedReason: null, moves: [], case: { id: elenasCase, number: 10482, subject: 'Ordine 88213: manca il secondo collo', customer: elena, keeper: people.giulia }, ...over,
});

export const promised = {
  broken: [promise({
    id: idOf(82), text: 'Il rimborso arriva entro martedì', dueAt: '2026-11-24T16:00:00.000Z', state: 'broken', brokenAt: '2026-11-24T16:00:00.000Z', requestId: null, madeBy: people.marco,
    case: { id: idOf(3), number: 10390, subject: 'Rimborso promesso martedì', customer: luca, keeper: people.giulia },
  })],
  inDanger: [promise({})],
  today: [promise({ id: idOf(83), text: 'La richiamo con il preventivo', dueAt: '2026-11-26T16:30:00.000Z', state: 'open', requestId: null })],
  later: [],
  more: false,
};

export const promises = (groups = promised): Answer => answer(listPromises, () => groups);

export const elenasCard: CustomerView = {
  ...elena, company: null, language: 'it', prefers: null, customerSince: '2021-03-02', yearlyValueCents: 48_000, cases: { open: 1, resolved: 4 }, lastScore: 4,
  identities: [
    { id: idOf(91), kind: 'email', value: 'elena.marchetti@example.it', verifiedAt: '2026-11-24T10:23:00.000Z' },
    { id: idOf(92), kind: 'phone', value: '+39 333 555 0182', verifiedAt: null },
  ],
};
export const customer = (): Answer => answer(readCustomer, ({ params }) => ({ ...elenasCard, id: String(params['id']) }));

const foundElena: FoundCustomer = { ...elena, company: null, identity: 'elena.marchetti@example.it', openCases: 1 };
const foundCase: FoundCase = {
  caseId: elenasCase, number: 10482, subject: 'Ordine 88213: manca il secondo collo', customer: elena, status: 'waiting_department', ownerName: 'Giulia Serra',
  lastActivityAt: '2026-11-25T16:20:00.000Z', by: 'words',
  message: { id: idOf(93), at: '2026-11-24T10:23:00.000Z', direction: 'in', channel: 'email', authorName: 'Elena Marchetti', excerpt: [{ text: 'è arrivato un solo ', isHit: false }, { text: 'collo', isHit: true }, { text: ' dei due, quello con la base', isHit: false }] },
};
export const hasCases = (): Answer => answer(casesOfCustomer, () => ({
  items: [{ caseId: elenasCase, number: 10482, subject: foundCase.subject, status: foundCase.status, ownerName: foundCase.ownerName, openedAt: '2026-11-24T10:23:00.000Z', lastActivityAt: foundCase.lastActivityAt }], next: null,
}));
export const finds = (): Answer => answer(searchEverything, () => ({ customers: [foundElena], items: [foundCase], next: null, isPartial: false }));

const onBoard = (over: Partial<BoardItem>): BoardItem => ({
  id: elenasRequest, department: magazzino, caseNumber: 10482, question: 'Il collo 2 dell’ordine 88213 è partito? Se no, quando?', why: 'La cliente aspetta da martedì.',
  choices: [{ label: 'È partito', asksDate: null }, { label: 'Non ancora', asksDate: 'Quando parte?' }],
  fields: [{ key: 'order', label: { it: 'Ordine', en: 'Order' }, type: 'text', value: '88213', attachmentId: null }], urgency: 'urgent', askedBy: 'Giulia Serra',
  askedAt: '2026-11-26T08:00:00.000Z', dueAt: '2026-11-26T12:00:00.000Z', state: 'waiting', isLate: false, takenBy: null, isMine: false, missing: null, settledAt: null, turns: [], ...over,
});

export const boardItems: BoardItem[] = [
  onBoard({}),
  onBoard({ id: idOf(54), question: 'Il D40 è a magazzino?', fields: [], state: 'late', isLate: true, dueAt: '2026-11-26T07:30:00.000Z', takenBy: 'Beppe', urgency: 'normal' }),
  onBoard({ id: idOf(55), question: 'Quando riparte la Brera?', state: 'sent_back', missing: 'manca ancora la data: Quando parte?', urgency: 'normal', takenBy: 'Dario Conti', isMine: true }),
  onBoard({
    id: idOf(56), question: 'Quale collo manca?', state: 'questioned', urgency: 'normal',
    turns: [{ id: idOf(62), kind: 'question_back', by: 'Dario Conti', text: 'Di quale ordine?', choice: null, promisedFor: null, whoseIsIt: null, at: '2026-11-26T08:20:00.000Z' }],
  }),
  onBoard({ id: idOf(57), question: 'È uscita la Lumina 3?', state: 'answered', settledAt: '2026-11-25T09:00:00.000Z', urgency: 'normal' }),
];

export const boards = (items = boardItems): Answer => answer(readBoard, () => ({ departments: [magazzino], items, waiting: 3, late: 1 }));

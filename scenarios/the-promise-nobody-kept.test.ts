import nodemailer from 'nodemailer';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hour, minute, second } from '#base/clock.ts';
import { startTransports } from '#channels/email/index.ts';
import * as cases from '#cases/contract.ts';
import { logCall } from '#channels/phone/contract.ts';
import * as page from '#customer-page/contract.ts';
import { openCase } from '#desk/contract.ts';
import { whoBoilsNext } from '#heat/contract.ts';
import { noticeRoutes } from '#notices/contract.ts';
import { promisesOfCase } from '#promises/contract.ts';
import { previewDue, requestsOfCase, sendRequest } from '#requests/contract.ts';
import { startDovecot } from '#test/dovecot.ts';
import { openMailSink, type MailSink } from '#test/mail-sink.ts';
import type { Client } from '#test/server.ts';
import { elena, rawMail, serviceAddress, startWorld, type World } from '#test/world.ts';

/**
 * The main job, once through, as product.md tells it: a mail on Tuesday at 11:23, a warehouse that stays silent, a customer who calls,
 * and an owner who keeps her word all the same. Real IMAP, real SMTP both ways, the HTTP API, and a clock that the test moves.
 */
const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
};

const customer = 'elena.marchetti@posta.example';
const warehouse = 'magazzino@casalumina.example';
const tuesday = (time: string): string => `2026-11-24T${time}:00+01:00`;
const wednesday = (time: string): string => `2026-11-25T${time}:00+01:00`;
const thursday = (time: string): string => `2026-11-26T${time}:00+01:00`;

let world: World;
let sink: MailSink;
let dovecot: Awaited<ReturnType<typeof startDovecot>>;
let transports: Awaited<ReturnType<typeof startTransports>>;
let receiverPort: number;
let giulia: Client;
let marco: Client;

beforeAll(async () => {
  sink = await openMailSink();
  dovecot = await startDovecot({ users: ['assistenza'] });
  receiverPort = await freePort();
  world = await startWorld({
    at: tuesday('11:23'),
    env: { PRESA_SMTP_PORT: String(receiverPort) },
    servers: {
      imap: { host: dovecot.host, port: dovecot.port, security: 'none', user: 'assistenza', password: dovecot.password },
      smtp: { host: '127.0.0.1', port: sink.port, security: 'none', user: '' },
    },
  });
  transports = await startTransports(world.app.services);
  giulia = await world.as('giulia');
  marco = await world.as('marco');
}, 120_000);

afterAll(async () => {
  await transports.stop();
  await world.stop();
  await dovecot.stop();
  await sink.close();
});

/** Real servers take real time: waits until `count` mails are stored, then lets everything follow. */
const arrived = async (count: number): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const rows = await world.app.db.selectFrom('raw_mails').select('id').execute();
    if (rows.length >= count) return world.app.sweep();
    await pause(50);
  }
  throw new Error(`Mail number ${count} did not arrive within ten seconds.`);
};

/** Lets time pass until `instant`, in quarters of an hour, so that every clock fires when it should. */
const until = async (instant: string): Promise<void> => {
  const left = new Date(instant).getTime() - world.app.clock.now().getTime();
  await world.app.advance(left, { step: 15 * minute });
};

const noticesOf = async (client: Client): Promise<string[]> => (await client.call(noticeRoutes.list)).map((notice) => notice.kind);
const seen = async (id: string): Promise<number> => (await giulia.call(openCase, { params: { id } })).seenEventId;
const heatOf = async (id: string) => (await giulia.call(openCase, { params: { id } })).heat;
const tokenIn = (text: string, path: 'c' | 'r'): string => new RegExp(`https://presa\\.example/${path}/([\\w-]+)`, 'u').exec(text)![1]!;

it('tells the story of the promise nobody kept, and of the customer who was not lost', { timeout: 180_000 }, async () => {
  // 1. At 11:23 a customer writes. The mail comes in by IMAP, becomes a case, and its sender is known.
  await dovecot.deliver('assistenza', rawMail({
    from: elena, subject: 'Ordine 88213: manca il secondo collo', messageId: 'primo@posta.example',
    text: 'Buongiorno, ho ricevuto solo uno dei due colli. Dentro mancano i ripiani. Peccato anche che il cavo sia così corto, l’ho dovuto prolungare.',
  }));
  await arrived(1);
  const { id, number } = await world.app.db.selectFrom('cases').select(['id', 'number']).executeTakeFirstOrThrow();
  expect(await giulia.call(openCase, { params: { id } })).toMatchObject({
    case: { subject: 'Ordine 88213: manca il secondo collo', status: 'new', owner: null, customer: { name: 'Elena Marchetti' } },
    messages: [{ direction: 'in', channel: 'email', isChase: false }],
  });

  // 2. Giulia takes charge.
  await until(tuesday('11:41'));
  await giulia.call(cases.takeCharge, { params: { id } });

  // 3. She asks the warehouse, sees by when before she sends, and tells the customer a date that she can keep.
  await until(tuesday('11:50'));
  const { magazzino } = world.departments;
  const preview = await giulia.call(previewDue, { params: { id: magazzino }, query: {} });
  // Four working hours from 11:50, with the break from 13:00 to 14:00.
  expect(preview).toMatchObject({ dueAt: new Date(tuesday('16:50')).toISOString(), sentTo: warehouse, head: 'Dario Conti' });
  const request = await giulia.call(sendRequest, {
    params: { id },
    body: {
      departmentId: magazzino,
      question: 'Il collo 2 dell’ordine 88213 è partito? Se no, quando?',
      why: 'La cliente ha ricevuto solo il primo collo e aspetta i ripiani.',
      choices: [{ label: 'È partito' }, { label: 'Non ancora', asksDate: 'Quando parte?' }],
    },
  });
  await giulia.call(cases.sendReply, {
    params: { id },
    body: {
      act: 'updates',
      text: 'Buongiorno Elena, me ne occupo io fino in fondo. Ho chiesto al magazzino dov’è il secondo collo: le scrivo entro domani alle 18, anche se fosse solo per dirle a che punto siamo.',
      commitments: { makes: [{ text: 'Stato del secondo collo', dueAt: wednesday('18:00'), requestId: request.id }] },
      seenEventId: await seen(id),
    },
  });
  await world.app.advance(11 * second);
  const [told] = sink.mailsTo(customer);
  expect(told?.mail).toMatchObject({ inReplyTo: 'primo@posta.example', subject: 'Re: Ordine 88213: manca il secondo collo' });
  const pageToken = tokenIn(told!.mail.text, 'c');
  const [asked] = sink.mailsTo(warehouse);
  expect(asked?.mail.text).toContain('Il collo 2 dell’ordine 88213 è partito?');
  expect(asked?.raw.toString()).not.toContain(customer);
  expect((await giulia.call(openCase, { params: { id } })).case).toMatchObject({ status: 'waiting_department', owner: { name: 'Giulia Serra' }, nextUpdateDueAt: new Date(wednesday('18:00')).toISOString() });

  // The customer's page says who has it, what is awaited and when they hear next, without a log-in.
  expect(await world.app.visitor().call(page.readPage, { params: { token: pageToken } })).toMatchObject({
    caseNumber: number, ownerName: 'Giulia Serra', nextUpdateDueAt: new Date(wednesday('18:00')).toISOString(),
    awaited: [{ from: 'department', department: 'Magazzino' }],
  });

  // 5. The warehouse stays silent: the request climbs by itself, and Giulia hears before the customer would.
  await until(wednesday('12:00'));
  const [open] = (await giulia.call(requestsOfCase, { params: { id } })).items;
  expect(open!.climbs.map((climb) => climb.step)).toEqual(['reminder', 'head', 'director']);
  expect(sink.mailsTo('dario.conti@casalumina.example')).toHaveLength(1);
  expect(sink.mailsTo('elena.brambilla@casalumina.example')).toHaveLength(1);
  expect(await noticesOf(giulia)).toEqual(expect.arrayContaining(['request_late', 'promise_near']));
  const { preparedReplies: prepared } = await giulia.call(openCase, { params: { id } });
  expect(prepared).toMatchObject([{ reason: 'update' }]);
  expect(prepared[0]!.text).toMatch(/Magazzino|magazzino/u);

  // 6. The customer calls. Marco notes it in seconds; it lands on the same case, as a chase, and the heat rises with its reasons.
  const calm = await heatOf(id);
  await until(wednesday('17:20'));
  const { customerId } = await customerOf(id);
  const call = await marco.call(logCall, { body: { customerId, text: 'Chiede se i colleghi sono stati davvero avvisati.' } });
  expect(call).toMatchObject({ caseId: id, became: 'joined', isChase: true });
  await world.app.sweep();
  const hot = await heatOf(id);
  expect(hot!.degrees).toBeGreaterThan(calm!.degrees);
  expect(hot!.reasons.map((reason) => reason.code)).toEqual(expect.arrayContaining(['chased', 'request_late']));
  const { items: boiling } = await giulia.call(whoBoilsNext);
  expect(boiling[0]).toMatchObject({ caseId: id, customer: { name: 'Elena Marchetti' } });

  // Giulia renegotiates before the date passes, and the customer is told in the same breath.
  await until(wednesday('17:40'));
  const [promise] = (await giulia.call(promisesOfCase, { params: { id } })).items;
  await giulia.call(cases.sendReply, {
    params: { id },
    body: {
      act: 'updates',
      text: 'Buongiorno Elena, il magazzino non mi ha ancora risposto e ho coinvolto la direzione. Le scrivo entro domani alle 15 con una data certa.',
      commitments: { moves: [{ promiseId: promise!.id, dueAt: thursday('15:00'), reason: 'Il magazzino non ha risposto' }] },
      preparedId: (await giulia.call(openCase, { params: { id } })).preparedReplies[0]?.id ?? null,
      seenEventId: await seen(id),
    },
  });
  await world.app.advance(11 * second);
  expect((await giulia.call(promisesOfCase, { params: { id } })).items).toMatchObject([
    // Still in danger: the warehouse behind it is late.
    { state: 'in_danger', firstDueAt: new Date(wednesday('18:00')).toISOString(), dueAt: new Date(thursday('15:00')).toISOString(), moves: [{ by: { name: 'Giulia Serra' } }] },
  ]);
  expect(sink.mailsTo(customer)).toHaveLength(2);

  // 4. On Thursday the warehouse answers by simply replying to its mail: no account, no log-in, to our own receiver.
  await until(thursday('09:40'));
  const answerTo = asked!.mail.replyTo[0]!.address;
  const client = nodemailer.createTransport({ host: '127.0.0.1', port: receiverPort, secure: false, ignoreTLS: true });
  await client.sendMail({
    from: 'Dario Conti <magazzino@casalumina.example>', to: answerTo, subject: `Re: ${asked!.mail.subject}`, inReplyTo: `<${asked!.mail.messageId}>`,
    text: 'Collo danneggiato in uscita, lo rifacciamo oggi: parte domani, venerdì 27 novembre.\n\nDario',
  });
  client.close();
  await arrived(2);
  const answered = await giulia.call(openCase, { params: { id } });
  expect(answered.requests).toMatchObject([{ state: 'answered', turns: [{ kind: 'answer', via: 'email', text: expect.stringContaining('parte domani') }] }]);
  expect(answered.preparedReplies).toMatchObject([{ reason: 'answer' }]);
  expect(await noticesOf(giulia)).toContain('department_answered');
  // A colleague's words never reach the customer by themselves.
  expect(sink.mailsTo(customer)).toHaveLength(2);
  expect(answered.messages.some((message) => message.text.includes('parte domani'))).toBe(false);

  // Giulia reads the draft, makes it hers and sends it: the promise is kept by the message that keeps it.
  await giulia.call(cases.sendReply, {
    params: { id },
    body: {
      act: 'resolves',
      text: 'Buongiorno Elena, il secondo collo era danneggiato: lo rifanno oggi e parte domani, venerdì 27. Le spedizioni espresse arrivano in un giorno.',
      commitments: { keeps: [promise!.id] },
      preparedId: answered.preparedReplies[0]!.id,
      seenEventId: answered.seenEventId,
    },
  });
  await world.app.advance(11 * second);
  expect((await giulia.call(promisesOfCase, { params: { id } })).items).toMatchObject([{ state: 'kept', keptAt: expect.any(String) }]);
  expect(sink.mailsTo(customer)).toHaveLength(3);

  // 7. The customer's page: she says that it is solved, and how it went.
  const lastToken = tokenIn(sink.mailsTo(customer).at(-1)!.mail.text, 'c');
  const visitor = world.app.visitor();
  await visitor.call(page.saySolved, { params: { token: lastToken } });
  await visitor.call(page.ratePage, { params: { token: lastToken }, body: { score: 4, words: 'Giulia gentilissima, il magazzino meno.' } });
  expect(await visitor.call(page.readPage, { params: { token: lastToken } })).toMatchObject({ isSolved: true, rating: { score: 4 } });
  const end = await giulia.call(openCase, { params: { id } });
  expect(end).toMatchObject({ case: { status: 'resolved', owner: { name: 'Giulia Serra' } }, customer: { lastScore: 4 } });
  // One owner from beginning to end, whoever was asked and whoever answered the phone.
  const owners = await world.app.db.selectFrom('events').where('case_id', '=', id).where('kind', 'in', ['case.taken', 'case.handover_accepted']).select('kind').execute();
  expect(owners).toEqual([{ kind: 'case.taken' }]);
  await world.app.advance(1 * hour);
});

const customerOf = async (id: string): Promise<{ customerId: string }> => {
  const row = await world.app.db.selectFrom('cases').where('id', '=', id).select('customer_id').executeTakeFirstOrThrow();
  return { customerId: row.customer_id };
};

it('writes to the customer only what somebody of the service wrote', () => {
  expect(sink.mailsTo(customer).every(({ mail }) => mail.from?.address === serviceAddress)).toBe(true);
});

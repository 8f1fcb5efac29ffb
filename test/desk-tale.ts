import { minute } from '#base/clock.ts';
import * as cases from '#cases/contract.ts';
import { logCall } from '#channels/phone/contract.ts';
import { openCase } from '#desk/contract.ts';
import { sendRequest } from '#requests/contract.ts';
import { elena, luca, startWorld, type World } from './world.ts';

/** The desk of the pictures: Elena chases for her second parcel, five others wait for this or that. */
export interface DeskTale {
  readonly world: World;
  /** The cases by the customer's first name. */
  readonly ids: Readonly<Record<'elena' | 'luca' | 'riva' | 'paolo' | 'belvedere' | 'bianchi', string>>;
  /** Moves the clock to an instant, in quarters of an hour. */
  until(instant: string): Promise<void>;
  stop(): Promise<void>;
}

const tuesday = (time: string): string => `2026-11-24T${time}:00+01:00`;
const wednesday = (time: string): string => `2026-11-25T${time}:00+01:00`;

const caseOf = async (world: World, name: string): Promise<string> => {
  const row = await world.app.db.selectFrom('cases').innerJoin('customers', 'customers.id', 'cases.customer_id').where('customers.name', '=', name)
    .select('cases.id').orderBy('cases.opened_at', 'desc').executeTakeFirstOrThrow();
  return row.id;
};

export const tellDeskTale = async (): Promise<DeskTale> => {
  const world = await startWorld({ at: tuesday('09:00') });
  const giulia = await world.as('giulia');
  const marco = await world.as('marco');
  const until = (instant: string): Promise<void> => world.app.advance(new Date(instant).getTime() - world.app.clock.now().getTime(), { step: 15 * minute });
  const seen = async (id: string): Promise<number> => (await giulia.call(openCase, { params: { id } })).seenEventId;
  const reply = async (id: string, text: string, given: object): Promise<void> => {
    await giulia.call(cases.sendReply, { params: { id }, body: { act: 'updates', text, seenEventId: await seen(id), ...given } });
    await world.app.advance(11_000);
  };

  await world.receives({ from: luca, subject: 'Rimborso promesso martedì, mai arrivato', text: 'Il rimborso doveva arrivare martedì scorso. È una vergogna, se non arriva entro oggi scrivo una recensione.' });
  await world.receives({ from: 'Officine Riva Srl <contabilita@officineriva.example>', subject: 'Fattura intestata alla vecchia sede', text: 'La fattura 2231 riporta la vecchia sede. Potete rifarla?' });
  await world.receives({ from: 'Paolo Gentile <paolo.gentile@posta.example>', subject: 'Come registro la garanzia?', text: 'Buongiorno, come faccio a registrare la garanzia della Lumina 3?' });
  await world.receives({ from: 'Hotel Belvedere <acquisti@belvedere.example>', subject: 'Preventivo per altre 12 camere', text: 'We would like twelve more Navigli sconces. Could you send us an offer, please?' });
  await until(tuesday('11:23'));
  await world.receives({
    from: elena, subject: 'Ordine 88213: manca il secondo collo', messageId: 'primo@posta.example',
    text: 'Buongiorno, ho ricevuto solo uno dei due colli. Dentro mancano i ripiani. Peccato anche che il cavo sia così corto, l’ho dovuto prolungare.',
  });
  const ids = {
    elena: await caseOf(world, 'Elena Marchetti'), luca: await caseOf(world, 'Luca Ferri'), riva: await caseOf(world, 'Officine Riva Srl'),
    paolo: await caseOf(world, 'Paolo Gentile'), belvedere: await caseOf(world, 'Hotel Belvedere'),
  };
  for (const id of [ids.elena, ids.luca, ids.riva, ids.paolo]) await giulia.call(cases.takeCharge, { params: { id } });
  await until(tuesday('11:41'));

  const { magazzino, amministrazione } = world.departments;
  const request = await giulia.call(sendRequest, { params: { id: ids.elena }, body: {
    departmentId: magazzino, question: 'Il collo 2 dell’ordine 88213 è partito? Se no, quando?', why: 'La cliente ha ricevuto solo il primo collo e aspetta i ripiani.',
    choices: [{ label: 'È partito' }, { label: 'Non ancora', asksDate: 'Quando parte?' }],
  } });
  await giulia.call(sendRequest, { params: { id: ids.riva }, body: { departmentId: amministrazione, question: 'Potete rifare la fattura 2231 con la sede nuova?', why: 'Il cliente non può registrarla.', choices: [] } });
  await reply(ids.elena, 'Buongiorno Elena, me ne occupo io fino in fondo. Ho chiesto al magazzino dov’è il secondo collo: le scrivo entro domani alle 18, anche se fosse solo per dirle a che punto siamo.', {
    commitments: { makes: [{ text: 'Stato del collo 2', dueAt: wednesday('18:00'), requestId: request.id }] },
  });
  await reply(ids.paolo, 'Buongiorno Paolo, la registrazione si fa dalla pagina della garanzia. Mi manda il numero di serie?', { act: 'asks' });
  await giulia.call(cases.writeNote, { params: { id: ids.elena }, body: { text: 'Il corriere dice un solo collo in bolla. Ne parlo con Dario.', mentions: [] } });
  await until(wednesday('17:00'));
  await world.receives({ from: 'Studio Bianchi <studio@bianchi.example>', subject: 'Montaggio rinviato', text: 'Il montaggio di ieri è stato rinviato. Quando venite?' });
  await until(wednesday('17:20'));
  const { customer } = (await giulia.call(openCase, { params: { id: ids.elena } })).case;
  await marco.call(logCall, { body: { customerId: customer.id, text: 'Chiede se i colleghi sono stati davvero avvisati.' } });
  await world.app.sweep();
  await until(wednesday('17:24'));
  return { world, until, ids: { ...ids, bianchi: await caseOf(world, 'Studio Bianchi') }, stop: () => world.stop() };
};

import { newId } from '#base/ids.ts';
import { openEntrance } from '#channels/chat/contract.ts';
import { openForm } from '#channels/forms/contract.ts';
import { makeSource, uploadImport } from '#channels/heard/contract.ts';
import { absenceRoutes, invitationRoutes, roles, type Role } from '#people/contract.ts';
import { agreementRoutes, sendRequest, templateRoutes } from '#requests/contract.ts';
import * as cases from '#cases/contract.ts';
import { registerComplaint } from '#complaints/contract.ts';
import { openIncident, writeUpdate } from '#incidents/contract.ts';
import { captureOnCase } from '#voices/contract.ts';
import { writeSurvey } from '#surveys/contract.ts';
import { handOver, setRoutes } from '#opportunities/contract.ts';
import { addWebhook, sendTest } from '#webhooks/contract.ts';
import { elena, luca, type World } from '#test/world.ts';

/** An object that belongs to somebody whom the callers of the matrix are not. */
export interface ForeignObject {
  readonly id: string;
  /** Roles that it concerns all the same: the service works on every case, an administrator on every mailbox. */
  readonly open: readonly Role[];
  /** What anybody else is answered: 404, which does not say that it is there, but for the objects whose rule names a person. */
  readonly refusals: readonly number[];
}

const service: readonly Role[] = ['agent', 'lead', 'admin'];
const hidden = [404];

/** One object of each kind, made through the program itself where it has a road, by Giulia, Marta and their customers. */
export const foreignObjects = async (world: World): Promise<ReadonlyMap<string, ForeignObject>> => {
  const { app, people } = world;
  await world.receives({ from: elena, subject: 'Un caso di Giulia', text: 'Buongiorno, manca un collo.' });
  await world.receives({ from: luca, subject: 'Un altro', text: 'Il rimborso?' });
  const [one, other] = await app.db.selectFrom('cases').orderBy('number').select(['id', 'customer_id']).execute();
  const giulia = await world.as('giulia');
  const caseId = one!.id;
  await giulia.call(cases.takeCharge, { params: { id: caseId } });
  const seenEventId = 1_000_000;
  const { pendingId } = await giulia.call(cases.sendReply, { params: { id: caseId }, body: { act: 'asks', text: 'Quale collo?', seenEventId, undoSeconds: 60 } });
  const handover = await giulia.call(cases.offerHandover, { params: { id: caseId }, body: { toId: people.marco.id, reason: 'Turno' } });
  const attachment = await giulia.call(cases.uploadAttachment, { params: { id: caseId }, body: { name: 'a.txt', type: 'text/plain', base64: 'eA==' } });
  const message = await app.db.selectFrom('messages').where('case_id', '=', caseId).select('id').executeTakeFirstOrThrow();
  const raw = await app.db.selectFrom('raw_mails').select('id').executeTakeFirstOrThrow();
  const id = (): string => newId(app.services.clock.now());
  const own = (given: string): ForeignObject => ({ id: given, open: [], refusals: hidden });
  const ofService = (given: string): ForeignObject => ({ id: given, open: service, refusals: hidden });
  const ofAdmins = (given: string): ForeignObject => ({ id: given, open: ['admin'], refusals: hidden });
  const notice = await app.db.selectFrom('notices').select('id').where('member_id', '=', people.marco.id).executeTakeFirstOrThrow();
  const token = await app.db.selectFrom('access_tokens').select('id').where('member_id', '=', people.giulia.id).executeTakeFirstOrThrow();

  const marta = await world.as('marta');
  const form = await marta.call(openForm, { body: { name: 'Sito', departmentId: world.departments.servizio, language: 'it' } });
  const greeting = { it: 'Buongiorno', en: 'Hello' };
  const entrance = await marta.call(openEntrance, { body: { name: 'Sito', departmentId: world.departments.servizio, greeting, awayWords: greeting, origins: [] } });
  const invitation = await marta.call(invitationRoutes.invite, {
    body: { name: 'Davide Moro', email: 'nuovo@casalumina.example', roles: ['agent'], level: 1, departmentId: world.departments.servizio, language: 'it' },
  });
  const absence = await giulia.call(absenceRoutes.plan, { body: { from: '2026-12-01T08:00:00Z', until: '2026-12-05T08:00:00Z', deputyId: people.marco.id } });
  const departmentId = world.departments.magazzino;
  const agreement = await marta.call(agreementRoutes.add, { body: { departmentId, kind: 'spedizione', urgency: null, answersWithinMinutes: 60 } });
  const words = { it: 'Collo', en: 'Parcel' };
  const template = await marta.call(templateRoutes.add, { body: { departmentId, kind: 'spedizione', name: words, question: words, fields: [], choices: [] } });
  const calendar = await app.db.selectFrom('calendars').select('id').executeTakeFirstOrThrow();
  const request = await giulia.call(sendRequest, { params: { id: caseId }, body: { departmentId: world.departments.magazzino, question: 'È partito?', why: 'La cliente aspetta.' } });
  await giulia.call(cases.takeReplyBack, { params: { id: pendingId } });
  const body = { act: 'updates' as const, text: 'Le scrivo domani.', seenEventId, undoSeconds: 0, commitments: { makes: [{ text: 'Stato', dueAt: '2026-11-25T17:00:00Z' }] } };
  await giulia.call(cases.sendReply, { params: { id: caseId }, body });
  await app.sweep();
  const promise = await app.db.selectFrom('promises').select('id').executeTakeFirstOrThrow();
  const waiting = await giulia.call(cases.sendReply, { params: { id: caseId }, body: { act: 'asks', text: 'Quale collo?', seenEventId, undoSeconds: 60 } });

  const incident = await giulia.call(openIncident, {
    body: { title: { it: 'Pagamenti fermi' }, departmentId, beganAt: app.clock.now().toISOString(), nextUpdateAt: '2026-11-25T17:00:00Z' },
  });
  const complaint = await giulia.call(registerComplaint, { params: { id: caseId }, body: { messageId: message.id, sector: 'none', complainant: 'Elena Marchetti', topic: 'Consegna' } });
  const told = await giulia.call(writeUpdate, { params: { id: incident.id }, body: { texts: { it: 'Ci lavoriamo.' }, state: 'identified', nextUpdateAt: '2026-11-25T17:00:00Z', undoSeconds: 60 } });

  const newTheme = { title: 'Cavo più lungo', product: null };
  const voice = await giulia.call(captureOnCase, { params: { id: caseId }, body: { messageId: message.id, from: 0, to: 10, kind: 'suggestion', newTheme } });
  const said = { it: 'Com’è andata?', en: 'How did it go?' };
  const survey = await marta.call(writeSurvey, {
    body: { name: 'Dopo il caso', content: { title: said, intro: said, questions: [{ key: 'q1', kind: 'csat', words: said }], thanks: said }, rule: { ways: { mail: true, page: false, link: false, widget: false } } },
  });
  const { magazzino } = world.departments;
  await marta.call(setRoutes, { body: { lead: magazzino, order: magazzino, product_idea: magazzino } });
  const opportunity = await giulia.call(handOver, { params: { id: caseId }, body: { kind: 'lead', words: 'Ne vorremmo altre dodici.', undoSeconds: 0 } });
  await app.sweep();
  const webhook = await marta.call(addWebhook, { body: { url: 'https://169.254.169.254/', description: 'CRM', kinds: ['case.opened'] } });
  const { deliveryId } = await marta.call(sendTest, { params: { id: webhook.id } });
  const { source } = await marta.call(makeSource, { body: { name: 'Recensioni', site: 'Recensioni Verificate', channel: 'review' } });
  const file = await marta.call(uploadImport, { body: { name: 'r.csv', base64: Buffer.from('nome;testo\nAnna;Bella').toString('base64') } });

  return new Map<string, ForeignObject>([
    ['case', ofService(caseId)],
    ['customer', ofService(other!.customer_id)],
    ['message', ofService(message.id)],
    ['attachment', ofService(attachment.id)],
    ['merge', ofService(id())],
    ['split', ofService(id())],
    ['join_suggestion', ofService(id())],
    ['prepared_reply', ofService(id())],
    ['pending_reply', own(waiting.pendingId)],
    ['handover', { id: handover.id, open: ['lead'], refusals: [409] }],
    ['notice', own(notice.id)],
    ['access_token', { ...own(token.id), refusals: [404, 403] }],
    ['session', { ...own(id()), refusals: [404, 403] }],
    ['mailbox', ofAdmins(world.mailboxId)],
    ['raw_mail', ofAdmins(raw.id)],
    ['member', ofAdmins(people.marco.id)],
    ['department', { ...ofAdmins(world.departments.magazzino), open: service }],
    ['calendar', ofAdmins(calendar.id)],
    ['form', ofAdmins(form.id)],
    ['chat_entrance', ofAdmins(entrance.id)],
    ['invitation', { ...ofAdmins(invitation.invitation.id), open: ['admin', 'lead'] }],
    ['absence', { ...own(absence.id), open: ['admin', 'lead'] }],
    ['request', ofService(request.id)],
    ['board_request', own(request.id)],
    ['planned_request', ofService(id())],
    ['request_template', { ...ofAdmins(template.id), open: ['admin', 'lead'] }],
    ['agreement', { ...ofAdmins(agreement.id), open: ['admin', 'lead'] }],
    ['request_file', ofService(id())],
    ['promise', ofService(promise.id)],
    // Law 8: everybody in the company knows what is wrong.
    ['incident', { id: incident.id, open: roles.options, refusals: hidden }],
    // Law 8: what customers answered is known to everybody; who may change it the roles of each route say.
    ['survey', { id: survey.id, open: roles.options, refusals: hidden }],
    ['incident_update', ofService(told.id)],
    // Law 8: what customers say, and what was decided on it, stands open to everybody; who may decide is asked of each theme.
    ['digest_recipient', { ...ofAdmins(id()), open: ['admin', 'management'] }],
    ['voice', { id: voice.id, open: roles.options, refusals: hidden }],
    ['theme', { id: voice.theme!.id, open: roles.options, refusals: hidden }],
    ['theme_step', { id: id(), open: roles.options, refusals: hidden }],
    ['decision', { id: id(), open: roles.options, refusals: hidden }],
    ['voice_suggestion', ofService(id())],
    // A letter bears a customer’s name.
    ['loop_letter', ofService(id())],
    ['topic', { ...ofAdmins(id()), open: ['admin', 'lead'] }],
    // The company's own leads and ideas: read by who works on cases, decides or manages; answered by the department and the leads.
    ['opportunity', { id: opportunity.id, open: [...service, 'decider', 'management'], refusals: hidden }],
    ['department_opportunity', { id: opportunity.id, open: ['lead', 'admin'], refusals: hidden }],
    ['webhook', ofAdmins(webhook.id)],
    ['webhook_delivery', ofAdmins(deliveryId)],
    ['complaint', ofService(complaint.id)],
    ['heard_source', ofAdmins(source.id)],
    ['heard_import', { ...ofAdmins(file.import.id), open: ['admin', 'lead'] }],
    ['heard_delivery', { ...ofAdmins(id()), open: ['admin', 'lead'] }],
    ['training', { ...ofAdmins(people.marco.id), open: ['admin', 'lead'] }],
    ['third_party', ofService(id())],
    ['referral', ofService(id())],
  ]);
};

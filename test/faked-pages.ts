import type { OutputOf } from '#base/contract.ts';
import type { readForm } from '#channels/forms/contract.ts';
import type { CustomerPageView } from '#customer-page/contract.ts';
import type { AnsweringView } from '#requests/contract.ts';

// Elena Marchetti's parcel on the Thursday of the pictures, as the pages without an account get it.

export const elenasPage: CustomerPageView = {
  companyName: 'Casa Lumina', caseNumber: 10482, subject: 'Ordine 88213: manca il secondo collo', language: 'it', timeZone: 'Europe/Rome',
  customerName: 'Elena Marchetti', isSolved: false, ownerName: 'Giulia Serra', nextUpdateDueAt: '2026-11-26T14:00:00.000Z',
  awaited: [{ from: 'department', department: 'Magazzino', dueAt: '2026-11-26T14:00:00.000Z', isLate: false }],
  steps: [
    { kind: 'you_wrote', at: '2026-11-24T10:23:00.000Z', channel: 'email', isChase: false, files: 1 },
    { kind: 'taken', at: '2026-11-24T10:41:00.000Z', name: 'Giulia Serra', isHandover: false },
    { kind: 'asked', at: '2026-11-24T10:50:00.000Z', department: 'Magazzino', seenAt: '2026-11-25T08:10:00.000Z' },
    { kind: 'you_called', at: '2026-11-25T16:20:00.000Z', isChase: true },
  ],
  canRate: false, rating: null, survey: null,
};

export const magazzinosQuestion: AnsweringView = {
  company: 'Casa Lumina', department: 'Magazzino', caseNumber: 10482, question: 'Il collo 2 dell’ordine 88213 è partito? Se no, quando?',
  why: 'La cliente aspetta da martedì e ha già chiamato. Le abbiamo promesso una risposta entro le 16.',
  choices: [{ label: 'È partito', asksDate: null }, { label: 'Non ancora', asksDate: 'Quando parte?' }],
  askedBy: 'Giulia Serra', askedByDepartment: 'Servizio clienti', askedAt: '2026-11-24T10:50:00.000Z', dueAt: '2026-11-26T14:00:00.000Z', timeZone: 'Europe/Rome',
  language: 'it', state: 'waiting', isLate: false, asksName: true, takenBy: null, missing: null, fields: [], youAre: 'Dario Conti', turns: [], thisWeek: { inTime: 7, of: 12 },
};

export const assistenzaForm: OutputOf<typeof readForm> = { companyName: 'Casa Lumina', name: 'Assistenza', language: 'it', ticket: 'a-ticket' };

import type { TermInput } from '../contract/terms.ts';

/**
 * The terms that come with the program: what the Italian authorities ask of each sector, as it stood in November 2026. They are a
 * beginning and no legal advice: whoever answers for complaints reads them once, and adds a version of their own where the law, the
 * contract or the charter of services says otherwise. A row here is never changed, because complaints stand on it: what the law
 * changes is a new row with a new id and the day from which it holds.
 *
 * - Energy: ARERA, TIQV (text in force from 1 January 2026): a reasoned reply within 30 days of the calendar to a written complaint; 60
 *   where a bill is to be put right, 90 where it covers four months, 15 where it was charged twice. An indemnity of 25 euro without
 *   being asked, double beyond twice the standard, triple beyond three times. Then ARERA's conciliation service.
 * - Telecoms: AGCOM, delibera 255/24/CONS: 30 days (45 before). Then ConciliaWeb.
 * - Insurance: ISVAP regulation 24/2008 as amended: 45 days. Then IVASS.
 * - Banks: 60 days. Payment services: 15 working days; where that cannot be, an interim reply with the reasons and the day of the final
 *   one, which comes within 35 working days at the latest. Then the Arbitro Bancario Finanziario, within 12 months.
 * - No regulated sector: what a company that takes ISO 10002 seriously asks of itself. No law stands behind the 30 days.
 */
export interface StandardTerm extends TermInput {
  readonly id: string;
}

const standard = (number: number, term: Omit<TermInput, 'starts' | 'validTo'>): StandardTerm => ({
  ...term, id: `0026c0de-0000-4000-8000-${String(number).padStart(12, '0')}`, starts: 'received', validTo: null,
});

const both = (it: string, en: string) => ({ it, en });
const tiqv = both('ARERA, TIQV: risposta motivata ai reclami scritti', 'ARERA, TIQV: reasoned reply to written complaints');
const arera = both('Servizio Conciliazione di ARERA', 'ARERA’s conciliation service');
const abf = both('Arbitro Bancario Finanziario (ABF), entro 12 mesi', 'Arbitro Bancario Finanziario (ABF), within 12 months');
const automatic = { cents: 2_500, doublesBeyond: 2, triplesBeyond: 3 };
const complaint = both('Reclamo', 'Complaint');

export const standardTerms: readonly StandardTerm[] = [
  standard(1, { sector: 'energy', kind: 'complaint', name: complaint, basis: tiqv, days: 30, counts: 'calendar', longestDays: null, indemnity: automatic, nextBody: arera, validFrom: '2026-01-01' }),
  standard(2, { sector: 'energy', kind: 'billing', name: both('Rettifica di una bolletta', 'A bill to be put right'), basis: tiqv, days: 60, counts: 'calendar', longestDays: null, indemnity: automatic, nextBody: arera, validFrom: '2026-01-01' }),
  standard(3, { sector: 'energy', kind: 'billing_every_four_months', name: both('Rettifica di una bolletta quadrimestrale', 'A bill of four months to be put right'), basis: tiqv, days: 90, counts: 'calendar', longestDays: null, indemnity: automatic, nextBody: arera, validFrom: '2026-01-01' }),
  standard(4, { sector: 'energy', kind: 'double_billing', name: both('Doppia fatturazione', 'Charged twice'), basis: tiqv, days: 15, counts: 'calendar', longestDays: null, indemnity: automatic, nextBody: arera, validFrom: '2026-01-01' }),
  standard(5, { sector: 'telecoms', kind: 'complaint', name: complaint, basis: both('AGCOM, delibera 255/24/CONS', 'AGCOM, decision 255/24/CONS'), days: 30, counts: 'calendar', longestDays: null, indemnity: null, nextBody: both('ConciliaWeb (AGCOM)', 'ConciliaWeb (AGCOM)'), validFrom: '2024-07-10' }),
  standard(6, { sector: 'insurance', kind: 'complaint', name: complaint, basis: both('Regolamento ISVAP 24/2008 e successive modifiche', 'ISVAP regulation 24/2008 as amended'), days: 45, counts: 'calendar', longestDays: null, indemnity: null, nextBody: both('IVASS', 'IVASS'), validFrom: '2016-01-01' }),
  standard(7, { sector: 'banks', kind: 'complaint', name: complaint, basis: both('Disposizioni della Banca d’Italia sulla trasparenza', 'Bank of Italy, rules on transparency'), days: 60, counts: 'calendar', longestDays: null, indemnity: null, nextBody: abf, validFrom: '2020-10-01' }),
  standard(8, { sector: 'payments', kind: 'complaint', name: complaint, basis: both('Direttiva (UE) 2015/2366, art. 101', 'Directive (EU) 2015/2366, article 101'), days: 15, counts: 'working', longestDays: 35, indemnity: null, nextBody: abf, validFrom: '2018-01-13' }),
  standard(9, { sector: 'none', kind: 'complaint', name: complaint, basis: both('Impegno dell’azienda (ISO 10002)', 'The company’s own commitment (ISO 10002)'), days: 30, counts: 'calendar', longestDays: 60, indemnity: null, nextBody: both('Organismo ADR (art. 141 e seguenti del Codice del consumo)', 'An ADR body (Consumer Code, article 141 and following)'), validFrom: '2020-01-01' }),
];

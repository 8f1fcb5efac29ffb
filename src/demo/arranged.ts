import { isRefusal } from '#base/refusal.ts';
import type { Work } from '#base/work.ts';
import { templateInput, type AgreementInput, type TemplateInput } from '#requests/contract.ts';
import { addTemplate, makeAgreement, writeContract } from '#requests/index.ts';
import type { DepartmentKey } from './company.ts';

/** What Casa Lumina has arranged with its departments: what is usually asked, within how long, and the courier's contract. */
type Ids = Readonly<Record<DepartmentKey, string>>;

const both = (it: string, en: string) => ({ it, en });
const order = { key: 'order', label: both('Ordine', 'Order'), type: 'text', required: true, fill: 'order' };
const address = { key: 'address', label: both('Indirizzo di consegna', 'Delivery address'), type: 'text', required: true, fill: 'address' };

const templates = (ids: Ids): TemplateInput[] =>
  [
    {
      departmentId: ids.magazzino, kind: 'spedizione', name: both('Collo mancante', 'Missing parcel'), question: both('Il collo che manca è partito? Se no, quando parte?', 'Has the missing parcel left? If not, when will it?'),
      fields: [order, { key: 'parcel', label: both('Quale collo', 'Which parcel'), type: 'number', required: true }],
      choices: [{ label: both('È partito', 'It has left') }, { label: both('Non ancora', 'Not yet'), asksDate: both('Quando parte?', 'When does it leave?') }, { label: both('Danneggiato', 'Damaged') }],
    },
    {
      departmentId: ids.logistica, kind: 'consegna', name: both('Seconda consegna', 'Second delivery'), question: both('Quando possono riconsegnare?', 'When can they deliver again?'),
      fields: [order, address, { key: 'when', label: both('Quando è in casa', 'When somebody is in'), type: 'choice', required: false, options: ['mattina', 'pomeriggio', 'tutto il giorno'] }],
      choices: [{ label: both('Riconsegniamo', 'We deliver again'), asksDate: both('Quale giorno?', 'Which day?') }, { label: both('Da ritirare in deposito', 'To be fetched at the depot') }],
    },
    {
      departmentId: ids.amministrazione, kind: 'rimborso', name: both('Rimborso', 'Refund'), question: both('Il rimborso è partito? Se no, quando?', 'Has the refund been paid? If not, when?'),
      fields: [order, { key: 'amount', label: both('Importo in euro', 'Amount in euro'), type: 'number', required: true }, { key: 'receipt', label: both('Ricevuta', 'Receipt'), type: 'file', required: false }],
      choices: [{ label: both('È partito', 'It has been paid'), asksDate: both('Quando lo vede il cliente?', 'When will the customer see it?') }, { label: both('Non ancora', 'Not yet'), asksDate: both('Quando parte?', 'When will it be?') }],
    },
    {
      departmentId: ids.tecnico, kind: 'garanzia', name: both('È il driver?', 'Is it the driver?'), question: both('Dal guasto descritto, è il driver? C’è il ricambio?', 'From the fault described, is it the driver? Is there a spare?'),
      fields: [
        { key: 'product', label: both('Prodotto', 'Product'), type: 'choice', required: true, options: ['Lumina 3', 'Navigli', 'Brera', 'Altro'] },
        { key: 'serial', label: both('Numero di serie', 'Serial number'), type: 'text', required: true }, { key: 'photo', label: both('Foto del guasto', 'Picture of the fault'), type: 'file', required: false },
      ],
      choices: [{ label: both('Sì, spediamo il ricambio', 'Yes, we send the spare') }, { label: both('No, serve ripararlo', 'No, it needs repair') }],
    },
    {
      departmentId: ids.corriere, kind: 'prova di consegna', name: both('Prova di consegna', 'Proof of delivery'), question: both('Chi ha firmato la consegna, e quando?', 'Who signed for the delivery, and when?'),
      fields: [order, address], choices: [{ label: both('Consegnato', 'Delivered'), asksDate: both('Quale giorno?', 'Which day?') }, { label: both('Non consegnato', 'Not delivered') }],
    },
  ].map((template) => templateInput.parse(template));

const agreements = (ids: Ids): AgreementInput[] => [
  { departmentId: ids.magazzino, kind: 'spedizione', urgency: 'urgent', answersWithinMinutes: 60 },
  { departmentId: ids.magazzino, kind: null, urgency: 'urgent', answersWithinMinutes: 120 },
  { departmentId: ids.amministrazione, kind: 'rimborso', urgency: null, answersWithinMinutes: 240 },
  { departmentId: ids.tecnico, kind: 'garanzia', urgency: 'high', answersWithinMinutes: 180 },
];

export const arrange = async (work: Work, ids: Ids): Promise<void> => {
  for (const template of templates(ids)) await addTemplate(work, template);
  for (const agreement of agreements(ids)) {
    const made = await makeAgreement(work, agreement);
    if (isRefusal(made)) throw new Error(`Casa Lumina could not agree: ${made.refused}`);
  }
  const contract = { reference: 'CN-2026-3', contactName: 'Sala operativa', contactPhone: '+39 02 555 0100', contactAddress: 'prove@corrierenord.example', validUntil: '2027-12-31' };
  const refused = await writeContract(work, ids.corriere, contract);
  if (refused !== null) throw new Error(`Casa Lumina has no contract: ${refused.refused}`);
};

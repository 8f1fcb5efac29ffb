import { handOver, setRoutes, takeOpportunity } from '#opportunities/contract.ts';
import { openCase } from '#desk/contract.ts';
import type { Days } from '../days.ts';
import { document } from '../mails.ts';
import { answers, asks, at, does, opens, replies, takes, thread, type Scene, type Thread } from '../play.ts';

/** Officine Riva: the invoice went to the old address. Just taken, the administration was just asked. */
const officineRiva = (days: Days): Scene[] => {
  const it = thread('Federica Riva <amministrazione@officineriva.example>');
  const due = days.ahead(660);
  return [
    at(days.ago(62), opens(it, {
      subject: 'Fattura intestata alla vecchia sede',
      text: 'Buongiorno, la fattura 2207 è di nuovo intestata a via Mazzini, la sede vecchia. Abbiamo cambiato a marzo, l’avevo già scritto. Così il commercialista non la registra: potete rifarla?\nGrazie, Federica Riva',
      files: [document('fattura-2207.pdf', ['Casa Lumina - Fattura 2207', 'Officine Riva Srl', 'via Mazzini 18, Monza (indirizzo precedente)', '6 x Navigli, applique - 714,00 EUR'])],
    })),
    at(days.ago(40), takes(it, 'giulia')),
    at(days.ago(34), asks(it, 'giulia', {
      department: 'amministrazione', question: 'Potete stornare la fattura 2207 e rifarla sulla sede nuova (via Borgazzi 4, Monza)? E correggere l’anagrafica?',
      why: 'È la seconda fattura sull’indirizzo vecchio: la cliente l’aveva già segnalato a marzo e non riesce a registrarla.',
      choices: [{ label: 'Fatta' }, { label: 'Ci vuole tempo', asksDate: 'Per quando?' }],
    })),
    at(days.ago(30), replies(it, 'giulia', {
      act: 'updates', promise: { text: 'Fattura rifatta sulla sede nuova', dueAt: due, rests: true },
      text: `Buongiorno Federica,\nci aveva già avvisati a marzo e non l’abbiamo fatto: mi scusi. Ho chiesto all’amministrazione di stornare la 2207 e di rifarla su via Borgazzi, correggendo anche l’anagrafica. Gliela mando io ${days.by(due, days.ago(30))}.\n\nGiulia Serra`,
    })),
  ];
};

const twelveRooms = 'We would like to do the second floor as well: 12 rooms, same set as before (two Navigli, one Lumina 3 each).';

/** Giulia marks the words and hands them to Sales: what comes of twelve rooms is not lost in a case that is answered. */
const handsOverRooms = (it: Thread) => does('giulia', async (ask, { company: { departments } }) => {
  await ask(setRoutes, { body: { lead: departments.vendite, order: departments.vendite, product_idea: departments.prodotto } });
  const [first] = (await ask(openCase, { params: { id: it.id } })).messages;
  if (first === undefined) throw new Error('Hotel Belvedere has not written.');
  const from = first.text.indexOf(twelveRooms);
  const { id } = await ask(handOver, { params: { id: it.id }, body: { kind: 'lead', words: twelveRooms, marked: { messageId: first.id, from, to: from + twelveRooms.length }, valueCents: 840_000 } });
  opportunityOf.set(it, id);
});
const opportunityOf = new WeakMap<Thread, string>();

/** Hotel Belvedere: twelve more rooms, in English. Sales answered, the customer has it in writing, and Sales has the lead. */
const hotelBelvedere = (days: Days): Scene[] => {
  const it = thread('Claire Bennett <claire.bennett@hotelbelvedere.example>');
  const saidAt = days.day(2, '10:20');
  const due = days.day(1, '17:00');
  const offered = days.day(1, '12:15');
  const until = days.ahead(900);
  return [
    at(days.day(2, '09:18'), opens(it, {
      to: 'hotel@casalumina.example', subject: 'Quote for another 12 rooms',
      text: 'Good morning,\nthe six rooms we did in spring look lovely and guests keep asking about the sconces. We would like to do the second floor as well: 12 rooms, same set as before (two Navigli, one Lumina 3 each). Could you quote, with delivery before the season opens?\n\nKind regards\nClaire Bennett, Hotel Belvedere',
    })),
    at(days.day(2, '09:45'), takes(it, 'giulia')),
    at(days.day(2, '09:58'), asks(it, 'giulia', { department: 'vendite', question: 'Preventivo per 12 camere (24 Navigli + 12 Lumina 3) con consegna prima dell’apertura di stagione: prezzo e tempi?', why: 'Hotel Belvedere rifà il secondo piano dopo le sei camere di primavera: circa 8.400 €, cliente contento.' })),
    at(days.day(2, '10:04'), handsOverRooms(it)),
    at(days.day(2, '11:40'), does('andrea', (ask) => ask(takeOpportunity, { params: { id: opportunityOf.get(it) ?? '' }, body: { withinDays: 14 } }))),
    at(saidAt, replies(it, 'giulia', {
      act: 'updates', promise: { text: 'Quote for 12 rooms', dueAt: due, rests: true },
      text: `Good morning Claire,\nhow good to hear that your guests ask about them. I have passed your twelve rooms to Andrea in Sales and I will send you price and delivery ${days.by(due, saidAt, 'en')}.\n\nGiulia Serra`,
    })),
    at(days.day(2, '12:05'), answers(it, 'Andrea Villa <vendite@casalumina.example>', '8.400 € netti per le 12 camere, trasporto incluso. Pronto in 5 settimane dall’ordine: se confermano entro due settimane siamo larghi sull’apertura.\nAndrea')),
    at(offered, replies(it, 'giulia', {
      act: 'asks', keeps: true, until,
      text: `Good morning Claire,\nhere is your quote: €8,400 net for the twelve rooms, delivery included. Production takes five weeks from your order, so confirming within two weeks leaves room to spare before you open. Shall I reserve the slot for you? I will check in with you ${days.on(until, offered, 'en')} either way.\n\nGiulia Serra`,
    })),
  ];
};

/** Paolo Gentile: how do I register the guarantee? Answered at once, with the one thing that was missing. */
const paoloGentile = (days: Days): Scene[] => {
  const it = thread('Paolo Gentile <paolo.gentile@posta.example>');
  return [
    at(days.ago(70), opens(it, { subject: 'Come registro la garanzia?', text: 'Salve, sul foglietto c’è un sito ma il modulo vuole il numero di serie e io non lo trovo. Come si fa? Grazie. Paolo' })),
    at(days.ago(64), takes(it, 'giulia')),
    at(days.ago(58), replies(it, 'giulia', {
      act: 'asks',
      text: 'Buongiorno Paolo,\nil numero di serie è sotto la base, sull’etichetta argentata: comincia con L3. È scritto in piccolo, non è colpa sua. Me lo mandi qui, anche in foto, e la garanzia la registro io.\n\nGiulia Serra',
    })),
  ];
};

export const calm = (days: Days): Scene[] => [...officineRiva(days), ...hotelBelvedere(days), ...paoloGentile(days)];

import type { Days } from '../days.ts';
import { picture } from '../mails.ts';
import { answers, asks, at, calls, looksAtPage, notes, opens, replies, says, hears, seesRequest, takes, thread, writes, type Scene } from '../play.ts';
import { lodged } from './complaint.ts';

/** Elena Marchetti: the second parcel is missing, the warehouse is silent, and Giulia keeps her word all the same. */
const elena = (days: Days): Scene[] => {
  const it = thread('Elena Marchetti <elena.marchetti@posta.example>');
  const firstWord = days.day(2, '11:52');
  const firstDue = days.day(1, '18:00');
  const movedAt = days.day(1, '17:40');
  const due = days.ahead(300);
  return [
    at(days.day(2, '11:23'), opens(it, {
      subject: 'Ordine 88213: manca il secondo collo',
      text: 'Buongiorno,\nho ricevuto solo uno dei due colli. Dentro mancano i ripiani. Peccato anche che il cavo sia così corto, l’ho dovuto prolungare.\n\nElena Marchetti',
    })),
    at(days.day(2, '11:41'), takes(it, 'giulia')),
    at(days.day(2, '11:50'), asks(it, 'giulia', {
      department: 'magazzino', question: 'Il collo 2 dell’ordine 88213 è partito? Se no, quando?',
      why: 'La cliente ha ricevuto solo il primo collo e aspetta i ripiani della Brera. Le ho promesso notizie.',
      choices: [{ label: 'È partito' }, { label: 'Non ancora', asksDate: 'Quando parte?' }],
    })),
    at(firstWord, replies(it, 'giulia', {
      act: 'updates', promise: { text: 'Stato del secondo collo', dueAt: firstDue, rests: true },
      text: `Buongiorno Elena,\nme ne occupo io fino in fondo. Ho chiesto al magazzino dov’è il secondo collo: le scrivo ${days.by(firstDue, firstWord)}, anche se fosse solo per dirle a che punto siamo.\n\nGiulia Serra`,
    })),
    at(days.day(2, '12:40'), looksAtPage(it)),
    at(days.day(1, '09:10'), seesRequest(it)),
    at(days.day(1, '12:20'), writes(it, 'Buongiorno, ci sono novità? Nel fine settimana ho ospiti e i libri sono ancora per terra.\nElena')),
    at(days.day(1, '17:20'), calls(it, 'marco', 'Chiede se i colleghi sono stati davvero avvisati.')),
    at(days.day(1, '17:24'), notes(it, 'marco', { text: '@Giulia ha chiamato adesso, gentile ma stanca. Le ho detto che la senti tu prima di sera.', mentions: ['giulia'] })),
    at(movedAt, replies(it, 'giulia', {
      act: 'updates', moves: { dueAt: due, reason: 'Il magazzino non ha ancora risposto' },
      text: `Buonasera Elena,\nle avevo promesso lo stato del collo per oggi e non ce l’ho: il magazzino non mi ha ancora risposto. Ho coinvolto il responsabile, Dario Conti. Le scrivo ${days.by(due, movedAt)} con quello che so; se il collo non fosse partito, ne preparo io uno espresso.\n\nGiulia Serra`,
    })),
    at(days.ago(70), looksAtPage(it)),
  ];
};

/** Luca Ferri: the refund was promised and never came. He has stopped asking and started telling. */
const luca = (days: Days): Scene[] => {
  const it = thread('Luca Ferri <luca.ferri@posta.example>');
  const saidAt = days.day(5, '10:30');
  const due = days.day(3, '18:00');
  return [
    at(days.day(5, '09:04'), opens(it, {
      subject: 'Reso Lumina 3, rimborso 189 euro',
      text: 'Buongiorno, ho rispedito la lampada il mese scorso e dal tracking risulta consegnata da voi dal giorno 4. Quando mi rimborsate? Il reso è R-5521.\nGrazie\nLuca Ferri',
    })),
    at(days.day(5, '09:30'), takes(it, 'marco')),
    at(days.day(5, '09:41'), asks(it, 'marco', {
      department: 'amministrazione', question: 'Il rimborso del reso R-5521 (189 €) è disposto? In che data lo vede il cliente?', why: 'La lampada è rientrata da settimane e il cliente aspetta i soldi.',
      choices: [{ label: 'Disposto' }, { label: 'Non ancora', asksDate: 'Quando parte?' }],
    })),
    at(saidAt, replies(it, 'marco', {
      act: 'updates', promise: { text: 'Rimborso di 189 € sul suo conto', dueAt: due },
      text: `Buongiorno Luca,\nla lampada è arrivata e non c’è nulla da contestare: il rimborso di 189 € sarà sul suo conto ${days.by(due, saidAt)}. Se qualcosa lo rallentasse la avviso io prima.\n\nMarco Neri`,
    })),
    at(days.day(4, '15:10'), answers(it, 'Ufficio amministrazione <amministrazione@casalumina.example>', 'Il bonifico è in distinta, serve la firma del direttore che rientra a fine settimana.\n\nPaolo')),
    at(days.day(2, '12:36'), writes(it, `${days.weekday(due)} doveva esserci il bonifico. Non c’è niente. Sono stufo di controllare il conto ogni mattina.\nLF`)),
    at(days.day(1, '18:22'), writes(it, 'Ancora nessuna risposta. Possibile che per ridare dei soldi ci vogliano due mesi?')),
    at(days.ago(48), hears(it, 'chiara', {
      url: 'https://it.trustpilot.com/reviews/casalumina-luca-ferri', handle: '@luca.ferri', name: 'Luca Ferri',
      text: `★☆☆☆☆ «Bravi a incassare, spariti a rimborsare.» Lampada resa da settimane, rimborso promesso per ${days.weekday(due)} e mai arrivato. Due mail senza risposta. Mi sento preso in giro, state alla larga.`,
    })),
    at(days.ago(40), notes(it, 'chiara', { text: '@Marco è appena uscita la recensione, la stanno leggendo. Non rispondo in pubblico finché non l’hai chiamato: appena sai la data del bonifico scrivo due righe io.', mentions: ['marco'] })),
  ];
};

/** @marta.v waits for the third day, where everybody can read it, and nobody owns it. */
const martaV = (days: Days): Scene[] => {
  const it = thread('@marta.v');
  const post = (text: string) => says(it, { channel: 'social', handle: '@marta.v', name: '@marta.v', text });
  return [
    at(days.day(2, '19:42'), post('Ciao @casalumina, Brera arrivata con un ripiano scheggiato 😕 ho scritto ieri in privato, qualcuno legge?')),
    at(days.day(1, '13:15'), post('Secondo messaggio. La foto è qui sopra, basta un ripiano nuovo eh, non chiedo la luna')),
    at(days.ago(80), post('Terzo giorno che aspetto. Bellissimi i vostri post, peccato che nessuno risponde a chi ha già pagato. Sono delusa.')),
  ];
};

/** Studio Bianchi: the fitter was put off, and so was the studio, with a date but little else. */
const studioBianchi = (days: Days): Scene[] => {
  const it = thread('Giorgio Bianchi <giorgio@studiobianchi.example>');
  const saidAt = days.day(1, '11:20');
  const due = days.ahead(270);
  return [
    at(days.day(1, '09:12'), opens(it, {
      subject: 'Installazione via Solferino rinviata?',
      text: 'Buongiorno,\nil vostro tecnico doveva montare le 14 Navigli domani mattina. Mi chiama il custode e dice che è stato spostato. Come mai nessuno mi ha avvisato? Fra due giorni ho il cliente in cantiere.\n\narch. G. Bianchi',
    })),
    at(days.day(1, '09:40'), takes(it, 'davide')),
    at(days.day(1, '09:48'), asks(it, 'davide', {
      department: 'tecnico', question: 'Perché è saltato il montaggio in via Solferino e qual è la prima data possibile?', why: 'Lo studio ha il cliente finale in cantiere fra due giorni: 14 applique Navigli, vale 11.800 € l’anno.',
    })),
    at(saidAt, replies(it, 'davide', {
      act: 'updates', until: due,
      text: `Buongiorno architetto,\nha ragione, doveva saperlo da noi e non dal custode. Il montaggio è stato rinviato; sto cercando con il tecnico una nuova data e gliela scrivo, o le dico che cosa la blocca, ${days.by(due, saidAt)}.\n\nDavide Moro`,
    })),
    at(days.day(1, '16:05'), writes(it, 'Va bene, ma una data. Il resto me lo invento io.')),
  ];
};

/** The old lady from Lecco writes by certified mail, through a nephew who likes articles of the law. */
const lecco = (days: Days): Scene[] => {
  const it = thread('Andrea Colombo per Ines Valsecchi <andrea.colombo@pec.example>');
  const saidAt = days.day(3, '10:15');
  const due = days.ahead(390);
  return [
    at(days.day(3, '08:52'), opens(it, {
      to: 'reclami@casalumina.example', subject: 'Reclamo formale: Lumina 3 guasta, sig.ra Ines Valsecchi, Lecco',
      text: 'Spett.le Casa Lumina,\nscrivo per conto di mia zia, sig.ra Ines Valsecchi, 84 anni. La lampada acquistata a febbraio si spegne da sola e mia zia resta al buio in cucina. Al telefono le è stato detto di "provare un’altra presa". Presento reclamo formale ai sensi del Codice del consumo e chiedo la sostituzione entro 30 giorni.\n\nDistinti saluti\nAndrea Colombo',
      files: [picture('lampada-zia.png', [236, 202, 140])],
    })),
    at(days.day(3, '09:20'), takes(it, 'marta')),
    ...lodged(days, it),
    at(days.day(3, '09:35'), asks(it, 'marta', { department: 'tecnico', question: 'Lumina 3 che si spegne da sola dopo pochi minuti: è il driver D40? Sostituiamo lampada o driver?', why: 'Reclamo formale per una signora di 84 anni che resta al buio. Vorrei mandarle una lampada nuova senza chiederle niente.' })),
    at(saidAt, replies(it, 'marta', {
      act: 'updates', promise: { text: 'Lampada nuova a casa della signora', dueAt: due, rests: true },
      text: `Gentile signor Colombo,\nmi dispiace per sua zia, e mi scuso per la risposta avuta al telefono. Seguo io il reclamo. Alla signora mandiamo una lampada nuova, con ritiro della vecchia a casa: non deve impacchettare nulla. Le scrivo ${days.by(due, saidAt)} con il giorno della consegna.\n\nMarta Riva, responsabile del servizio clienti`,
    })),
    at(days.day(2, '10:05'), answers(it, 'Laboratorio tecnico <tecnico@casalumina.example>', 'È il driver, lotto di gennaio: scalda e va in protezione. Sostituite la lampada intera, il driver lo guardiamo noi quando rientra.\nSara')),
    at(days.day(2, '12:48'), writes(it, 'Prendo atto e ringrazio per il tono. Attendiamo la data, mia zia preferisce la mattina.\nA. Colombo')),
  ];
};

export const boiling = (days: Days): Scene[] => [...elena(days), ...luca(days), ...martaV(days), ...studioBianchi(days), ...lecco(days)];

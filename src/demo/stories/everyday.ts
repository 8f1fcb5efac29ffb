import type { z } from 'zod';
import * as cases from '#cases/contract.ts';
import { addThirdParty, type thirdPartyInput } from '#referrals/contract.ts';
import type { Days } from '../days.ts';
import { document, picture } from '../mails.ts';
import { answers, arrives, asks, at, bounces, does, notes, opens, rates, replies, takes, thread, writes, type Scene } from '../play.ts';

/** Whom customers are seen to when the answer is somebody else's. */
const doors = (days: Days): Scene[] => {
  const door = (body: z.input<typeof thirdPartyInput>): Scene => at(days.day(1, '08:40'), does('davide', (ask) => ask(addThirdParty, { body })));
  return [
    door({ name: 'Corriere Nord, ufficio reclami', handles: 'Danni e colli persi durante il trasporto', email: 'reclami@corrierenord.example', phone: '+39 02 555 0140', hours: 'lun–ven 9–17', needs: ['Le foto del danno e dell’imballo', 'Il numero di spedizione'] }),
    door({ name: 'Officine D40', handles: 'Driver e alimentatori comprati da altri rivenditori', website: 'https://assistenza.officine-d40.example', hours: 'lun–gio 10–16', needs: ['La prova d’acquisto', 'Il codice sul fianco del driver'] }),
  ];
};

/** What came in lately and nobody has taken; one of them for longer than it should. */
const queue = (days: Days): Scene[] => [
  at(days.ago(80), opens(thread('Ornella Fumagalli <ornella.fumagalli@posta.example>'), {
    subject: 'Modulo di reso', text: 'Buongiorno, per rendere la lampada il modulo chiede il numero di serie. Ma la scatola l’ho buttata e sulla lampada non c’è scritto niente. Come faccio??\nOrnella F.',
  })),
  at(days.ago(31), opens(thread('Davide Colnaghi <d.colnaghi@posta.example>'), {
    subject: 'ordine 88407', text: 'Ho sbagliato indirizzo nell’ordine 88407 di stamattina, è via Dante 14 e non 41. Siete in tempo a cambiarlo? grazie mille', files: [document('conferma-88407.pdf', ['Casa Lumina - Ordine 88407', 'Brera, scaffale, rovere', 'Consegna: via Dante 41, Lissone'])],
  })),
  at(days.ago(17), opens(thread('Helen Ward <helen.ward@mail.example>'), {
    subject: 'Dimmable?', text: 'Hello, is the Lumina 3 dimmable with a normal wall dimmer, or do I need the D40 driver? I am ordering two for a reading corner.\nThanks, Helen',
  })),
  at(days.ago(6), opens(thread('Piero Sironi <p.sironi@posta.example>'), {
    subject: 'Si può pagare a rate?', text: 'Buonasera, la Brera costa 179. Vedo che le rate partono da 200. Non c’è modo? Ne prenderei due ma più avanti.\nSaluti, Piero Sironi',
  })),
];

/** In somebody's hands, waiting for us, for the customer, for a department, for a courier. */
const inHand = (days: Days): Scene[] => {
  const dent = thread('Martina Sangalli <martina.sangalli@posta.example>');
  const fitting = thread('Tommaso Rinaldi <tommaso.rinaldi@posta.example>');
  const colour = thread('Gloria Testa <gloria.testa@posta.example>');
  const split = thread('Ivan Perego <ivan.perego@posta.example>');
  const courier = thread('Silvia Monti <silvia.monti@posta.example>');
  const dentDue = days.ahead(420);
  const dentSaid = days.day(1, '15:40');
  return [
    at(days.day(1, '14:32'), opens(dent, { subject: 'Lumina 3 con ammaccatura', text: 'Ciao, aperta adesso: ammaccatura sul paralume, si vede benissimo accesa. Vi mando la foto. Non ho voglia di rispedire tutto, basta il pezzo.\nMartina', files: [picture('paralume.png', [214, 190, 168])] })),
    at(days.day(1, '14:50'), takes(dent, 'giulia')),
    at(days.day(1, '15:05'), asks(dent, 'giulia', { department: 'magazzino', question: 'Abbiamo un paralume Lumina 3 bianco sfuso da spedire subito?', why: 'Arrivato ammaccato, la foto è chiara. La cliente vuole solo il pezzo e ha ragione.', choices: [{ label: 'Sì, parte oggi' }, { label: 'No', asksDate: 'Quando arriva?' }] })),
    at(dentSaid, replies(dent, 'giulia', { act: 'updates', promise: { text: 'Quando arriva il paralume nuovo', dueAt: dentDue, rests: true }, text: `Ciao Martina,\nsi vede eccome, grazie della foto. Ti mando solo il paralume, senza resi: sto facendo controllare che sia a scaffale e ti scrivo il giorno di consegna ${days.by(dentDue, dentSaid)}.\n\nGiulia Serra` })),
    at(days.day(1, '16:30'), answers(dent, 'Dario Conti <magazzino@casalumina.example>', 'È bianco opaco o bianco lucido?')),

    at(days.day(2, '10:10'), opens(fitting, { subject: 'Montaggio Navigli su cartongesso', text: 'Buongiorno, la Navigli regge sul cartongesso? Il libretto non lo dice e su internet c’è un video ma di un altro modello.\nTommaso' })),
    at(days.day(2, '10:22'), takes(fitting, 'marco')),
    at(days.day(2, '10:40'), replies(fitting, 'marco', { act: 'asks', until: days.ahead(510), text: 'Buongiorno Tommaso,\nsì, con due tasselli a espansione da 8 mm (la Navigli pesa 1,1 kg). Il cartongesso è singolo o doppio? Se è doppio le indico una vite più lunga, e in ogni caso i tasselli glieli mando io.\n\nMarco Neri' })),

    at(days.day(2, '15:02'), opens(colour, { subject: 'Che rosso è?', text: 'Il rosso della Lumina sulla vostra pagina e quello del video non sono lo stesso. Qual è quello vero? Devo abbinarla a una poltrona.\nGloria Testa' })),
    at(days.day(2, '15:20'), takes(colour, 'chiara')),
    at(days.day(2, '15:31'), asks(colour, 'chiara', { department: 'marketing', question: 'Qual è il RAL del rosso Lumina e quale foto del sito gli è più fedele?', why: 'Terza persona in due settimane che vede due rossi diversi fra pagina e video.' })),
    at(days.day(2, '15:44'), replies(colour, 'chiara', { act: 'updates', until: days.ahead(330), text: `Buongiorno Gloria,\nha visto giusto, le due immagini non vanno d’accordo. Ho chiesto il codice esatto del colore a chi la fotografa e glielo scrivo ${days.by(days.ahead(330), days.day(2, '15:44'))}, così può portarlo dal tappezziere.\n\nChiara Poli` })),

    at(days.day(3, '11:12'), opens(split, { subject: 'Ordine 88102, e una domanda', text: 'Due cose: 1) quando arriva il secondo collo dell’88102? Nessuno mi aveva detto che erano due. 2) fate anche la versione da terra?\nIvan' })),
    at(days.day(3, '11:30'), takes(split, 'giulia')),
    at(days.day(3, '11:42'), asks(split, 'giulia', { department: 'logistica', question: 'Ordine 88102, collo 2: dov’è e quando viene consegnato?', why: 'Il cliente non sapeva che i colli fossero due.' })),
    at(days.day(3, '12:05'), replies(split, 'giulia', { act: 'updates', promise: { text: 'Giorno di consegna del secondo collo', dueAt: days.day(2, '12:00'), rests: true }, text: `Buongiorno Ivan,\nsulla pagina dell’ordine i due colli non sono spiegati, ha ragione. Il secondo viaggia da solo: le scrivo il giorno di consegna ${days.by(days.day(2, '12:00'), days.day(3, '12:05'))}. La versione da terra esiste solo della Navigli, le allego la scheda.\n\nGiulia Serra`, files: [document('navigli-da-terra.pdf', ['Navigli da terra', 'altezza 142 cm, cavo 1,8 m, driver D40 incluso', '149,00 EUR'])] })),
    at(days.day(2, '09:25'), answers(split, 'Ilaria Fontana <logistica@casalumina.example>', 'In consegna domani mattina, fascia 8-12. Il corriere chiama mezz’ora prima.')),
    at(days.day(2, '10:02'), replies(split, 'giulia', { act: 'asks', keeps: true, until: days.ahead(240), text: 'Buongiorno Ivan,\nil secondo collo le arriva domani fra le 8 e le 12, il corriere chiama mezz’ora prima. Mi conferma che qualcuno è in casa? Altrimenti lo sposto io.\n\nGiulia Serra' })),

    at(days.day(2, '16:10'), opens(courier, { subject: 'Consegnato a chi??', text: 'Il tracking dell’ordine 88344 dice consegnato ieri alle 11:02. Io ero a casa e non è venuto nessuno. Il vicino non sa nulla.\nSilvia Monti' })),
    at(days.day(2, '16:25'), takes(courier, 'marco')),
    at(days.day(2, '16:34'), asks(courier, 'marco', { department: 'corriere', question: 'Prova di consegna dell’ordine 88344, con firma e posizione.', why: 'La destinataria era in casa e non ha ricevuto niente.' })),
    at(days.day(2, '16:50'), replies(courier, 'marco', { act: 'updates', promise: { text: 'Che fine ha fatto il pacco 88344', dueAt: days.ahead(200), rests: true }, text: `Buongiorno Silvia,\nle credo, e il pacco lo cerchiamo noi. Ho chiesto al corriere la prova di consegna con la posizione del furgone. Le scrivo ${days.by(days.ahead(200), days.day(2, '16:50'))}: se non salta fuori ne parte un altro, senza costi.\n\nMarco Neri` })),
  ];
};

/** Passed from hand to hand only with a word, joined when it is one matter, and seen when a mail does not arrive. */
const betweenColleagues = (days: Days): Scene[] => {
  const handover = thread('Emanuele Brivio <emanuele.brivio@posta.example>');
  const first = thread('Laura Cattaneo <laura.cattaneo@posta.example>');
  const second = thread('Laura Cattaneo <laura.cattaneo@posta.example>');
  const third = thread('Fabio Mauri <fabio.mauri@posta.example>');
  const fourth = thread('Fabio Mauri <fabio.mauri@posta.example>');
  const wrong = thread('Teresa Galbiati <teresa.galbiatti@posta.example>');
  return [
    at(days.day(1, '10:05'), opens(handover, { subject: 'Preventivo 30 Navigli per residence', text: 'Buongiorno, gestisco un residence a Vimercate e mi servirebbero 30 applique, se possibile con consegna a scaglioni. Con chi parlo?\nEmanuele Brivio' })),
    at(days.day(1, '10:20'), takes(handover, 'davide')),
    at(days.day(1, '10:41'), replies(handover, 'davide', { act: 'asks', text: 'Buongiorno signor Brivio,\nparla con me, e se cambia persona glielo dico io. Per farle un prezzo giusto: in quante consegne, e le serve anche il montaggio?\n\nDavide Moro' })),
    at(days.ago(26), writes(handover, 'Tre consegne da dieci, montaggio no grazie. Mi serve il prezzo entro la settimana prossima.')),
    at(days.ago(12), does('davide', (ask, stage) => ask(cases.offerHandover, { params: { id: handover.id }, body: { toId: stage.company.people.giulia.id, reason: 'È una vendita, non un guasto: tu hai già il Belvedere e conosci i tempi di Andrea.' } }))),

    at(days.day(1, '11:02'), opens(first, { subject: 'Ordine 88390', text: 'Ho pagato due volte l’ordine 88390, una con carta e una con bonifico. Me ne rendete una?\nLaura Cattaneo' })),
    at(days.day(1, '11:25'), takes(first, 'marco')),
    at(days.day(1, '11:48'), opens(second, { subject: 'Doppio pagamento', text: 'Scusate, riscrivo perché non so se è arrivata: ho pagato due volte l’88390, allego la contabile.\nLaura', files: [document('contabile.pdf', ['Bonifico eseguito', 'Ordine 88390 - 129,00 EUR'])] })),
    at(days.day(1, '12:10'), does('marco', (ask) => ask(cases.mergeCase, { params: { id: second.id }, body: { intoId: first.id } }))),
    at(days.day(1, '12:20'), asks(first, 'marco', { department: 'amministrazione', question: 'Ordine 88390 pagato due volte (carta e bonifico, 129 €): quando rimborsate il bonifico?', why: 'Contabile allegata dalla cliente, i due incassi si vedono.' })),
    at(days.day(1, '12:31'), replies(first, 'marco', { act: 'updates', promise: { text: 'Giorno in cui parte il bonifico di ritorno', dueAt: days.ahead(240) }, text: `Buongiorno Laura,\nsono arrivate tutt’e due, e anche i due pagamenti. Il bonifico glielo restituiamo: ho chiesto all’amministrazione in che giorno parte e glielo scrivo, con il numero dell’operazione, ${days.by(days.ahead(240), days.day(1, '12:31'))}.\n\nMarco Neri` })),

    at(days.ago(82), opens(third, { subject: 'Driver D40 per Lumina 2', text: 'Il D40 va bene anche sulla Lumina 2 o devo cambiare tutto?\nF. Mauri' })),
    at(days.ago(74), takes(third, 'davide')),
    at(days.ago(72), does('davide', (ask) => ask(cases.setLevel, { params: { id: third.id }, body: { level: 2, reason: 'Serve la tabella di compatibilità dei driver' } }))),
    at(days.ago(70), asks(third, 'davide', { department: 'tecnico', question: 'D40 su Lumina 2 prima serie: compatibile senza cambiare il portalampada?', why: 'In tabella manca la prima serie.' })),
    at(days.ago(24), opens(fourth, { subject: 'domanda su un driver', text: 'Aggiungo una cosa alla domanda di prima: la mia Lumina 2 è del 2016, se serve vi mando la targhetta.\nFabio Mauri' })),
    at(days.ago(9), notes(third, 'davide', { text: '@Giulia se richiama mentre sono in laboratorio: Mauri ha sei lampade nello studio dentistico, ci tiene.', mentions: ['giulia'] })),

    at(days.day(1, '09:31'), opens(wrong, { subject: 'Fattura per la dichiarazione', text: 'Buongiorno mi serve la fattura della lampada comprata in negozio a Monza a gennaio. Grazie. Teresa Galbiati' })),
    at(days.day(1, '09:50'), takes(wrong, 'giulia')),
    at(days.day(1, '10:15'), replies(wrong, 'giulia', { act: 'asks', text: 'Buongiorno Teresa,\ngliela preparo io. Sullo scontrino, in basso, c’è un codice che comincia con MZ: me lo manda? Così non deve tornare in negozio.\n\nGiulia Serra' })),
    at(days.day(1, '10:17'), bounces(wrong)),
  ];
};

/** Told to the end: thanked, praised, and once not. */
const resolved = (days: Days): Scene[] => {
  const happy = thread('Michele Arosio <michele.arosio@posta.example>');
  const fine = thread('Caterina Pozzi <caterina.pozzi@posta.example>');
  const sorry = thread('Bruno Villa <bruno.villa@posta.example>');
  return [
    at(days.day(2, '09:05'), opens(happy, { subject: 'Serve una vite', text: 'Ho perso una vite della Brera nel trasloco (quella lunga). Posso comprarne una? anche dieci\nMichele' })),
    at(days.day(2, '09:16'), takes(happy, 'giulia')),
    at(days.day(2, '09:24'), replies(happy, 'giulia', { act: 'resolves', text: 'Buongiorno Michele,\nnon la vendiamo: gliela mando, con due di scorta per il prossimo trasloco. Parte oggi in busta, arriva in due giorni.\n\nGiulia Serra' })),
    at(days.day(2, '12:30'), rates(happy, 5, 'Dieci minuti. Tre viti. Non ci credevo.')),
    at(days.day(2, '12:34'), writes(happy, 'Grazie mille!')),
    at(days.day(1, '08:50'), opens(fine, { subject: 'Consegna in ZTL', text: 'Abito in ZTL, il corriere entra? Ordine 88371.\nCaterina Pozzi' })),
    at(days.day(1, '09:00'), takes(fine, 'chiara')),
    at(days.day(1, '09:06'), asks(fine, 'chiara', { department: 'logistica', question: 'Ordine 88371, via Zucchi a Monza: il corriere entra in ZTL?', why: 'La cliente vuole saperlo prima di prendere un permesso.', choices: [{ label: 'Sì' }, { label: 'No' }] })),
    at(days.day(1, '09:44'), answers(fine, 'Ilaria Fontana <logistica@casalumina.example>', 'Sì\n\nEntra fino alle 10:30, poi consegna nel pomeriggio con il carrello.')),
    at(days.day(1, '10:01'), replies(fine, 'chiara', { act: 'resolves', text: 'Buongiorno Caterina,\nsì: entra fino alle 10:30, e se arriva dopo passa nel pomeriggio con il carrello. Non le serve nessun permesso.\n\nChiara Poli' })),
    at(days.day(1, '13:20'), rates(fine, 4)),
    at(days.day(4, '09:40'), opens(sorry, { subject: 'Lampada rotta dopo due anni e un mese', text: 'Ventiquattro mesi di garanzia, e al venticinquesimo si rompe. Che tempismo. Che si fa?\nBruno Villa' })),
    at(days.day(4, '10:02'), takes(sorry, 'marco')),
    at(days.day(4, '10:30'), replies(sorry, 'marco', { act: 'resolves', text: 'Buongiorno Bruno,\nla garanzia è scaduta da un mese, ma un mese è un mese: la riparazione gliela offriamo noi, una volta. Trova in allegato l’etichetta per spedirla; torna a casa in circa dieci giorni.\n\nMarco Neri', files: [document('etichetta-riparazione.pdf', ['Casa Lumina - Riparazione di cortesia', 'Etichetta prepagata'])] })),
    at(days.day(3, '18:40'), rates(sorry, 2, 'Gentili, ma dieci giorni senza luce in cucina sono tanti.')),
  ];
};

/** What machines and mistakes send: kept as it came, in nobody's way. */
const machines = (days: Days): Scene[] => [
  at(days.day(1, '07:02'), arrives((now) => Buffer.from(`Date: ${now.toUTCString()}\r\nSubject: documento\r\nMessage-ID: <scanner-${now.getTime()}@posta.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nScansione del terzo piano, senza mittente.\r\n`))),
];

export const everyday = (days: Days): Scene[] => [...doors(days), ...queue(days), ...inHand(days), ...betweenColleagues(days), ...resolved(days), ...machines(days)];

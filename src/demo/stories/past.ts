import { day, minute, type Instant } from '#base/clock.ts';
import type { DepartmentKey, PersonKey } from '../company.ts';
import type { Days } from '../days.ts';
import { isOpenAgain } from './asked.ts';
import { answers, answersSurvey, asks, at, opens, rates, replies, takes, thread, type Scene, type Thread } from '../play.ts';

interface Kind {
  readonly subject: string;
  readonly text: string;
  readonly asked?: { readonly department: DepartmentKey; readonly from: string; readonly question: string; readonly why: string; readonly answer: string };
  readonly reply: string;
}

/** What comes in on an ordinary day. `{order}` and `{thing}` differ from case to case. */
const kinds: readonly Kind[] = [
  {
    subject: 'Ordine {order}, quando parte?', text: 'Buongiorno, l’ordine {order} ({thing}) risulta in preparazione da tre giorni. Sapete dirmi quando parte?',
    asked: { department: 'magazzino', from: 'Dario Conti <magazzino@casalumina.example>', question: 'L’ordine {order} è pronto? Quando parte?', why: 'Il cliente lo vede in preparazione da tre giorni.', answer: 'Parte con il ritiro di oggi pomeriggio.' },
    reply: 'l’ordine {order} parte oggi pomeriggio: domani mattina riceve il codice per seguirlo.',
  },
  {
    subject: '{thing} arrivata graffiata', text: 'Ho aperto la scatola e c’è un graffio lungo un dito. Il cartone era intero. È un peccato, per il resto è bella.',
    asked: { department: 'magazzino', from: 'Dario Conti <magazzino@casalumina.example>', question: 'Abbiamo una {thing} da mandare in sostituzione?', why: 'Arrivata graffiata con l’imballo intero: è uscita così da noi.', answer: 'Sì, messa da parte. Controllata due volte.' },
    reply: 'una {thing} nuova, controllata due volte, parte oggi. Quando gliela consegnano il corriere ritira l’altra: non deve stampare niente.',
  },
  {
    subject: 'Seconda consegna ordine {order}', text: 'Sono passati mentre ero fuori, sul foglietto c’è scritto di chiamare ma non risponde nessuno. Ordine {order}.',
    asked: { department: 'logistica', from: 'Ilaria Fontana <logistica@casalumina.example>', question: 'Seconda consegna dell’ordine {order}: quando?', why: 'Il numero sul foglietto non risponde.', answer: 'Riprogrammata per domani fra le 14 e le 18.' },
    reply: 'la riconsegna è domani fra le 14 e le 18. Se non le va bene mi risponda qui, la sposto io con il corriere.',
  },
  {
    subject: 'Fattura ordine {order}', text: 'Salve, non ho ricevuto la fattura dell’ordine {order}. Mi serve per la contabilità, P.IVA già nel profilo.',
    asked: { department: 'amministrazione', from: 'Ufficio amministrazione <amministrazione@casalumina.example>', question: 'Fattura dell’ordine {order}: emessa?', why: 'Il cliente non l’ha ricevuta.', answer: 'Emessa, era finita su un indirizzo vecchio. Rimandata adesso.' },
    reply: 'la fattura c’era ed era partita verso un indirizzo vecchio. L’ho fatta rimandare a questo, e ho corretto il profilo.',
  },
  {
    subject: 'Rimborso reso {order}', text: 'Il reso dell’ordine {order} risulta rientrato. Quando vedo il rimborso sulla carta?',
    asked: { department: 'amministrazione', from: 'Ufficio amministrazione <amministrazione@casalumina.example>', question: 'Rimborso del reso {order}: quando è disponibile sulla carta?', why: 'Il reso è rientrato e controllato.', answer: 'Disposto stamattina, valuta fra due giorni lavorativi.' },
    reply: 'il rimborso è stato disposto stamattina: sulla carta lo vede fra due giorni lavorativi.',
  },
  {
    subject: 'La {thing} ronza', text: 'Da qualche sera la {thing} fa un ronzio leggero quando è al minimo. È normale?',
    asked: { department: 'tecnico', from: 'Laboratorio tecnico <tecnico@casalumina.example>', question: '{thing} che ronza al minimo: è il driver?', why: 'Succede solo al minimo.', answer: 'Driver D40 della prima serie. Mandate il ricambio, si cambia senza attrezzi.' },
    reply: 'non è normale e non è pericoloso: è il driver della prima serie. Le spedisco quello nuovo, si cambia in due minuti senza attrezzi, con le figure.',
  },
  {
    subject: 'Prezzo per quattro {thing}', text: 'Per quattro pezzi fate un prezzo? Arrediamo lo studio, ritiriamo anche noi se serve.',
    asked: { department: 'vendite', from: 'Andrea Villa <vendite@casalumina.example>', question: 'Quattro {thing}: che sconto possiamo fare?', why: 'Studio professionale, ritirano loro.', answer: '8% e trasporto incluso, valido un mese.' },
    reply: 'per quattro pezzi le facciamo l’8% e il trasporto lo mettiamo noi. Il prezzo vale un mese: se vuole, risponda «va bene» e preparo l’ordine.',
  },
  { subject: 'Cambio indirizzo ordine {order}', text: 'Ho cambiato casa, potete spedire l’ordine {order} al nuovo indirizzo? È nel profilo.', reply: 'fatto: l’ordine {order} viaggia verso il nuovo indirizzo. Buona casa nuova.' },
  { subject: 'Che lampadina monta la {thing}?', text: 'Che lampadina ci va nella {thing}? Quella vecchia non ha più la scritta.', reply: 'un LED E27 da 8 W, luce calda 2700 K. Quella di serie regge anche il dimmer; se non la trova nel negozio sotto casa gliela spediamo noi.' },
  { subject: 'Istruzioni {thing}', text: 'Il gatto ha mangiato il libretto di montaggio della {thing} (davvero). Me ne mandate una copia?', reply: 'spero che il gatto stia bene. Il libretto è in PDF sulla pagina del prodotto, alla voce Montaggio; se preferisce la carta mi scriva l’indirizzo e parte oggi.' },
];

const names = [
  'Alberto Casati', 'Beatrice Longoni', 'Carlo Meroni', 'Daniela Redaelli', 'Enrico Tagliabue', 'Francesca Beretta', 'Gabriele Crippa', 'Ilenia Corti', 'Jacopo Cereda', 'Lucia Maggi', 'Mattia Pirola', 'Noemi Sala',
  'Oscar Brambati', 'Patrizia Locatelli', 'Renato Viganò', 'Sabrina Motta', 'Tiziano Ghezzi', 'Valeria Nava', 'Walter Spreafico', 'Aurora Pagani', 'Cesare Bonacina', 'Elisa Ravasi', 'Filippo Mandelli', 'Greta Airoldi',
  'Leonardo Cazzaniga', 'Miriam Valtorta', 'Nicola Scotti', 'Roberta Molteni', 'Stefano Galimberti', 'Viola Caprotti',
] as const;
const things = ['Lumina 3', 'Brera', 'Navigli', 'Lumina 3 da tavolo'] as const;
const owners: readonly PersonKey[] = ['giulia', 'marco', 'chiara', 'davide'];
/** Of five who rate, as on an ordinary day. */
const scores = [5, 4, 5, 5, 3] as const;

/** What some say when they are asked a day or more later how it went; nobody answers to a null. The second low one was not forgiven. */
const opinions: readonly (readonly [score: number, words: string] | null)[] = [
  [5, 'Mi ha risposto sempre la stessa persona: non ho dovuto rispiegare niente.'], null, [4, ''], [5, 'Veloci. Mi piacerebbe una Lumina 3 con il cavo più lungo.'], [2, 'La risposta è giusta, ma ho aspettato un giorno intero senza sapere niente.'],
  [5, ''], null, [4, 'Tutto bene. Le istruzioni di montaggio in video aiuterebbero.'], [5, 'Gentilissimi.'], [3, 'Il modulo di reso chiede il numero di serie, che sta sotto la base: scomodo.'], [5, ''], null, [4, ''],
];

/** Warehouse and logistics have a hard time this month; the others answer in time nearly always. */
const isSlow = (department: DepartmentKey, place: number): boolean => (department === 'magazzino' && place % 5 < 2) || (department === 'logistica' && place % 10 === 2);

const emailOf = (name: string): string => `${name.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replace(' ', '.')}@posta.example`;

interface Told {
  readonly kind: Kind;
  readonly place: number;
  readonly opened: Instant;
  readonly name: string;
  /** Null for a customer who has better things to do than to rate. */
  readonly score: number | null;
  /** What they answer once we ask; null for who does not. */
  readonly opinion: readonly [score: number, words: string] | null;
  readonly until: Instant;
}

/** Two days later they answer the survey, where it asked them; a low score is back with its owner, who answers within two hours. */
const surveyed = (it: Thread, { opinion, owner, resolved, until }: { opinion: Told['opinion']; owner: PersonKey; resolved: Instant; until: Instant }): Scene[] => {
  const when = new Date(resolved.getTime() + 3 * day);
  if (opinion === null || when >= until) return [];
  const [score, words] = opinion;
  const better = `Buongiorno,\nha ragione: un giorno senza notizie è troppo, e la colpa è mia. La prossima volta le scrivo entro sera anche quando non so ancora tutto. Grazie di averlo detto.`;
  return [
    at(when, answersSurvey(it, { how: String(score), why: words, wish: words })),
    ...(score > 2 ? [] : [at(new Date(when.getTime() + 95 * minute), async (stage) => (await isOpenAgain(stage, it)) ? replies(it, owner, { act: 'resolves', text: better })(stage) : undefined)]),
  ];
};

const tell = ({ kind, place, opened, name, score, opinion, until }: Told): Scene[] => {
  const it = thread(`${name} <${emailOf(name)}>`);
  const fill = (text: string): string => text.replaceAll('{order}', String(87_100 + place * 17)).replaceAll('{thing}', things[place % things.length] ?? things[0]);
  const owner = owners[place % owners.length] ?? 'giulia';
  const [first = ''] = name.split(' ');
  const after = (minutes: number): Instant => new Date(opened.getTime() + minutes * minute);
  const { asked } = kind;
  const slow = asked !== undefined && isSlow(asked.department, place);
  // In the morning something is asked; the slow answer comes the morning after.
  const answered = asked === undefined ? after(20) : slow ? after(24 * 60) : after(95 + (place % 4) * 15);
  const resolved = new Date(answered.getTime() + 25 * minute);
  return [
    at(opened, opens(it, { subject: fill(kind.subject), text: `${fill(kind.text)}\n\n${name}` })),
    at(after(8 + (place % 5) * 4), takes(it, owner)),
    ...(asked === undefined ? [] : [
      at(after(32), asks(it, owner, { department: asked.department, question: fill(asked.question), why: fill(asked.why) })),
      ...(slow ? [at(after(40), replies(it, owner, { act: 'updates', until: after(27 * 60), text: `Buongiorno ${first},\nho chiesto al reparto e la risposta la porto io a lei: le scrivo domani entro mezzogiorno, anche se non avessi ancora tutto.\n\nA domani` }))] : []),
      at(answered, answers(it, asked.from, fill(asked.answer))),
    ]),
    at(resolved, replies(it, owner, { act: 'resolves', keeps: true, text: `Buongiorno ${first},\n${fill(kind.reply)}\n\nSe qualcosa non torna risponda pure qui.` })),
    ...(score === null ? [] : [at(new Date(resolved.getTime() + 70 * minute), rates(it, score))]),
    ...surveyed(it, { opinion, owner, resolved, until }),
  ];
};

const times = ['08:40', '09:10', '09:35', '10:00'] as const;

/** Elena has been here before: three small matters, each told to its end. */
const elenaBefore = (days: Days): Scene[] =>
  [30, 23, 14].flatMap((back, place) =>
    tell({ kind: kinds[7 + place] ?? kinds[0]!, place: 61 + place, opened: days.day(back, '11:05'), name: 'Elena Marchetti', score: place === 2 ? 4 : null, opinion: null, until: days.now }),
  );

const everybodyElse = (days: Days): Scene[] =>
  Array.from({ length: 60 }, (_nothing, place) => {
    // Three a day of late, fewer the further back.
    const back = place < 24 ? 2 + Math.floor(place / 3) : 10 + Math.floor(((place - 24) * 26) / 36);
    const kind = kinds[(place * 3 + Math.floor(place / kinds.length)) % kinds.length] ?? kinds[0]!;
    const score = place % 3 === 0 ? (scores[(place / 3) % scores.length] ?? 5) : null;
    return tell({ kind, place, score, opinion: opinions[place % opinions.length] ?? null, until: days.ago(85), name: names[place % names.length] ?? names[0], opened: new Date(days.day(back, times[place % times.length] ?? '09:10').getTime() + (place % 7) * minute) });
  }).flat();

/** The weeks behind: what was asked, by whom it was answered in time, and how it was rated. */
export const past = (days: Days): Scene[] => [...elenaBefore(days), ...everybodyElse(days)];

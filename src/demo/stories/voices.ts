import * as voices from '#voices/contract.ts';
import type { DepartmentKey, PersonKey } from '../company.ts';
import type { Days } from '../days.ts';
import { at, does, type Scene, type Stage } from '../play.ts';
import * as kept from '../queries.ts';

interface Topic {
  readonly names: readonly [it: string, en: string];
  readonly department: DepartmentKey;
  readonly days: number;
  readonly words: readonly string[];
}

const topics: readonly Topic[] = [
  { names: ['Prodotto', 'Product'], department: 'prodotto', days: 15, words: ['cavo', 'cable', 'colore', 'colour', 'lampada', 'lamp', 'scaffale'] },
  { names: ['Consegna', 'Delivery'], department: 'logistica', days: 8, words: ['consegn', 'colli', 'collo', 'pacco', 'deliver', 'parcel', 'corriere'] },
  { names: ['Ordine e pagamento', 'Order and payment'], department: 'vendite', days: 12, words: ['rate', 'pagament', 'ordin', 'carta', 'instalment', 'payment'] },
  { names: ['Reso e rimborso', 'Returns and refunds'], department: 'amministrazione', days: 8, words: ['reso', 'modulo', 'serie', 'rimbors', 'return', 'refund'] },
  { names: ['Montaggio', 'Assembly'], department: 'tecnico', days: 10, words: ['montagg', 'istruzion', 'video', 'viti', 'assembl', 'instruction'] },
];

interface Heard {
  readonly back: number;
  readonly who: PersonKey;
  readonly words: string;
  readonly by: string;
  readonly kind?: voices.InsightKind;
}

interface Theme {
  readonly title: string;
  /** By its name in Italian. */
  readonly topic: string;
  readonly heard: readonly Heard[];
}

/** Who is a customer that the company knows counts with what they are worth; others are only what they were to who heard them. */
const themes: readonly Theme[] = [
  {
    title: 'Cavo di alimentazione più lungo', topic: 'Prodotto',
    heard: [
      { back: 8, who: 'chiara', by: 'Sergio Lanza', words: 'Bella, ma con un metro di cavo non arrivo alla presa.' },
      { back: 7, who: 'davide', by: 'Studio Bianchi', words: 'Nei nostri progetti la presa non è mai a un metro dalla Lumina 3: servirebbe un cavo da tre.', kind: 'feature_request' },
      { back: 5, who: 'giulia', by: 'Federica Riva', words: 'Vorrei restituirla: il cavo non arriva al tavolo.', kind: 'leaving_risk' },
      { back: 4, who: 'andrea', by: 'Claire Bennett', words: 'The cable is too short for a bedside table; we had to buy extensions for every room.', kind: 'frustration' },
      { back: 3, who: 'marco', by: 'Ornella Fumagalli', words: 'Il cavo più lungo lo pagherei volentieri a parte.', kind: 'idea' },
      { back: 2, who: 'chiara', by: 'una signora in negozio', words: 'Ma il cavo è così corto apposta?' },
    ],
  },
  {
    title: 'La consegna in due colli non è spiegata', topic: 'Consegna',
    heard: [
      { back: 13, who: 'marco', by: 'Martina Sangalli', words: 'Nessuno mi aveva detto che i colli erano due: pensavo ne mancasse uno.', kind: 'frustration' },
      { back: 11, who: 'dario', by: 'un trasportatore', words: 'Ogni giorno qualcuno mi chiede dov’è l’altro pacco.', kind: 'frustration' },
      { back: 9, who: 'giulia', by: 'Tommaso Rinaldi', words: 'Sulla conferma dell’ordine scrivete che i colli viaggiano separati, basterebbe una riga.' },
      { back: 4, who: 'giulia', by: 'Helen Ward', words: 'One parcel came, no word about the second. I thought it was lost.', kind: 'frustration' },
    ],
  },
  {
    title: 'Pagare a rate sotto i 200 euro', topic: 'Ordine e pagamento',
    heard: [
      { back: 6, who: 'andrea', by: 'una coppia in fiera', words: 'A rate l’avremmo presa subito, ma sotto i 200 euro non si può.', kind: 'feature_request' },
      { back: 4, who: 'luca', by: 'Davide Colnaghi', words: 'Tre rate anche per la lampada piccola, e ne prendo due.', kind: 'feature_request' },
    ],
  },
  {
    title: 'Il modulo di reso chiede il numero di serie', topic: 'Reso e rimborso',
    heard: [
      { back: 24, who: 'marco', by: 'Nadia Ferraro', words: 'Il modulo di reso vuole il numero di serie, che è dentro la lampada chiusa con le viti.', kind: 'frustration' },
      { back: 22, who: 'paolo', by: 'un cliente al telefono', words: 'Per rendere una cosa devo smontarla?', kind: 'frustration' },
      { back: 20, who: 'giulia', by: 'Paolo Gentile', words: 'Ho rinunciato al reso: il numero di serie non si legge.', kind: 'leaving_risk' },
    ],
  },
  {
    title: 'Istruzioni di montaggio in video', topic: 'Montaggio',
    heard: [
      { back: 3, who: 'sara', by: 'Giorgio Bianchi', words: 'Un video di due minuti varrebbe più delle dodici pagine di istruzioni.', kind: 'idea' },
      { back: 1, who: 'davide', by: 'Rita Moro', words: 'Con il video di un ragazzo in rete ho montato la Brera in un quarto d’ora: fatelo voi.', kind: 'suggestion' },
    ],
  },
  {
    title: 'Un paralume rosso', topic: 'Prodotto',
    heard: [
      { back: 21, who: 'luca', by: 'un’architetta in fiera', words: 'La Navigli rossa non c’è? La metterei ovunque.', kind: 'feature_request' },
      { back: 19, who: 'chiara', by: 'Helen Ward', words: 'I love the Navigli, I wish it came in red.', kind: 'praise' },
    ],
  },
  {
    title: 'Il morsetto da scrivania graffia il legno', topic: 'Prodotto',
    heard: [
      { back: 30, who: 'davide', by: 'Tommaso Rinaldi', words: 'Il morsetto ha lasciato il segno sul piano di legno.', kind: 'defect' },
      { back: 28, who: 'marco', by: 'Sergio Lanza', words: 'Sotto il morsetto ho dovuto mettere un pezzo di feltro.', kind: 'defect' },
    ],
  },
  {
    title: 'Sapere il giorno della consegna già nel carrello', topic: 'Consegna',
    heard: [{ back: 18, who: 'giulia', by: 'Martina Sangalli', words: 'Prima di pagare vorrei sapere in che giorno arriva.', kind: 'feature_request' }],
  },
];

/** In no theme yet: said in passing, and somebody wrote it down. */
const loose: readonly Heard[] = [
  { back: 1, who: 'giulia', by: 'Ornella Fumagalli', words: 'Il cavo della piantana è un metro: ho la presa dietro al divano.' },
  { back: 1, who: 'dario', by: 'un corriere', words: 'I due colli hanno etichette uguali: la gente firma per uno e crede di averli tutti e due.' },
  { back: 1, who: 'luca', by: 'un follower', words: 'Quando lo fate un profumo per ambienti abbinato alla lampada?', kind: 'idea' },
];

const hears = (one: Heard, choice: { themeId?: string; newTheme?: { title: string; topicId: string } }) => async (stage: Stage) => {
  const customerId = await kept.customerNamed(stage.services.db, one.by);
  return stage.as(one.who)(voices.addVoice, { body: { words: one.words, kind: one.kind ?? 'suggestion', saidBy: one.by, customerId, ...choice } });
};

/** What customers said and others should hear: undecided, late, taken, out, left; and some that nobody has grouped. */
export const heardVoices = (days: Days): Scene[] => {
  const topicIds = new Map<string, string>();
  const themeIds = new Map<string, string>();
  const id = (title: string): string => {
    const found = themeIds.get(title);
    if (found === undefined) throw new Error(`The demo's theme "${title}" was not opened.`);
    return found;
  };
  const day = (instant: Date): string => instant.toISOString().slice(0, 10);
  let takenClamp = '';
  return [
    at(days.day(37, '09:05'), async (stage) => {
      for (const { names: [nameIt, nameEn], department, days: decidesWithinDays, words } of topics) {
        const added = await stage.as('marta')(voices.addTopic, { body: { nameIt, nameEn, departmentId: stage.company.departments[department], decidesWithinDays, words: [...words] } });
        topicIds.set(nameIt, added.id);
      }
    }),
    ...themes.flatMap(({ title, topic, heard }) => heard.map((one, place) => at(days.day(one.back, `1${place % 3}:17`), async (stage) => {
      const known = themeIds.get(title);
      const { theme } = await hears(one, known === undefined ? { newTheme: { title, topicId: topicIds.get(topic) ?? '' } } : { themeId: known })(stage);
      if (theme !== null) themeIds.set(title, theme.id);
    }))),
    ...loose.map((one, place) => at(days.day(one.back, `15:${10 + place}`), async (stage) => void (await hears(one, {})(stage)))),
    at(days.day(2, '12:15'), async (stage) => {
      const words = 'Peccato anche che il cavo sia così corto, l’ho dovuto prolungare.';
      const said = await kept.messageWith(stage.services.db, words);
      const from = said.text.indexOf(words);
      await stage.as('giulia')(voices.captureOnCase, { params: { id: said.caseId }, body: { messageId: said.id, from, to: from + words.length, kind: 'frustration', themeId: id('Cavo di alimentazione più lungo') } });
    }),
    at(days.day(26, '15:40'), does('anna', async (ask, { company }) => {
      const body = { doerId: company.people.sara.id, shipsBy: day(days.day(6, '12:00')), words: 'Un cuscinetto di feltro sotto il morsetto, di serie; a chi l’ha già, in omaggio.' };
      takenClamp = (await ask(voices.takeTheme, { params: { id: id('Il morsetto da scrivania graffia il legno') }, body })).id;
    })),
    at(days.day(7, '11:30'), does('anna', (ask) => ask(voices.shipDecision, { params: { id: takenClamp }, body: { words: 'Ogni Navigli da scrivania esce con il feltro sotto il morsetto.' } }))),
    at(days.day(14, '16:05'), does('ilaria', (ask, { company }) => ask(voices.takeTheme, {
      params: { id: id('Sapere il giorno della consegna già nel carrello') },
      body: { doerDepartmentId: company.departments.logistica, shipsBy: day(new Date(days.now.getTime() + 40 * 86_400_000)), words: 'Il carrello mostra il giorno del corriere per quel CAP.' },
    }))),
    at(days.day(12, '10:50'), does('anna', (ask) => ask(voices.leaveTheme, { params: { id: id('Un paralume rosso') }, body: { reason: 'too_few', words: 'Una tinta in più vuol dire un magazzino in più. La riprendiamo se la chiedono in molti.' } }))),
  ];
};

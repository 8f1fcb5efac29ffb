import { hour, minute, type Instant } from '#base/clock.ts';
import { defineTexts, type Language } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';
import type { Courtesy } from './courtesy.ts';

/**
 * An honest word before the customer has to ask: what is happening, who has it, and when they hear next. It says only what is known
 * from the case: whom we asked and when, whether the question was seen, whether they asked back. It gives a date and makes no vague
 * promise, and it never says the same twice on one case: somebody who gets the same sentence again knows that nobody wrote it.
 */
export interface UpdateFacts {
  readonly customerName: string;
  readonly language: Language;
  /** "Lei" or "tu"; Italian alone tells them apart. */
  readonly courtesy: Courtesy;
  /** Nobody reads it over before it goes; it then says so itself. */
  readonly leavesByItself: boolean;
  /** The department that owes an answer; `isOutside`: a supplier. Null where nobody was asked. */
  readonly askedDepartment: { readonly name: string; readonly isOutside: boolean } | null;
  readonly askedAt: Instant | null;
  /** When somebody there opened the question. */
  readonly seen: Instant | null;
  /** They asked something in return and wait for our word. */
  readonly lastTurn: { readonly kind: 'question_back'; readonly at: Instant } | null;
  /** They were reminded after their time was over. */
  readonly reminded: boolean;
  readonly newDueAt: Instant;
  readonly ownerName: string;
  /** How many updates of ours went to this customer on this case. */
  readonly updatesBefore: number;
  readonly now: Instant;
  readonly timeZone: string;
}

interface Said {
  /** "giovedì alle 11:52", as it stands after a verb. */
  readonly asked: string;
  readonly who: string;
  readonly by: string;
}

type Choice = readonly [((said: Said) => string), ...((said: Said) => string)[]];

interface Table {
  readonly greeting: (name: string) => string;
  readonly openings: Choice;
  readonly waiting: Choice;
  readonly seen: Choice;
  readonly questioned: Choice;
  readonly reminded: Choice;
  readonly alone: Choice;
  readonly closings: Choice;
  /** That nobody pressed a key, and whose the case is all the same. */
  readonly byItself: (owner: string) => string;
  readonly regards: string;
  readonly department: (name: string, isOutside: boolean) => string;
}

// The lists of one message have lengths without a common divisor, so that the whole repeats only after their product.
const words = defineTexts<Table>({
  it: {
    greeting: (name) => `Gentile ${name},`,
    openings: [
      () => 'le scrivo per dirle a che punto siamo.',
      () => 'non ho ancora la risposta che aspetta, e preferisco dirglielo prima che debba chiederlo.',
      () => 'il suo caso è ancora aperto e lo seguo io.',
      () => 'un altro aggiornamento sul suo caso, che resta in mano mia.',
      () => 'so che aspetta, perciò le dico subito come stanno le cose.',
    ],
    waiting: [
      ({ who, asked }) => `Ho chiesto ${who} ${asked}. La risposta non è ancora arrivata.`,
      ({ who, asked }) => `Manca ancora la risposta alla domanda che ho fatto ${who} ${asked}.`,
      ({ who, asked }) => `La domanda che ho fatto ${who} ${asked} è ancora senza risposta.`,
    ],
    seen: [
      ({ who, asked }) => `Ho chiesto ${who} ${asked}: la domanda è stata letta, la risposta non è ancora arrivata.`,
      ({ who, asked }) => `La domanda che ho fatto ${who} ${asked} è stata vista. Una risposta certa non c’è ancora.`,
      ({ who, asked }) => `Chi deve rispondermi ha letto la domanda che ho fatto ${who} ${asked}, ma non ha ancora risposto.`,
    ],
    questioned: [
      ({ who, asked }) => `Ho chiesto ${who} ${asked}; mi hanno fatto una domanda a loro volta, e me ne occupo io.`,
      ({ who, asked }) => `Alla domanda che ho fatto ${who} ${asked} hanno risposto chiedendo un chiarimento: lo do io.`,
      ({ who, asked }) => `Per rispondere alla domanda che ho fatto ${who} ${asked} serve un dettaglio in più, e lo procuro io.`,
    ],
    reminded: [() => 'Li ho sollecitati.', () => 'Ho sollecitato una risposta.', () => 'Il sollecito è già partito.'],
    alone: [
      () => 'Non ho ancora una soluzione da proporle: ci sto lavorando io.',
      () => 'La verifica non è ancora finita, e rimane a me.',
      () => 'Mi manca ancora un passaggio prima di poterle dare una risposta certa.',
    ],
    closings: [
      ({ by }) => `Le scrivo ${by}, anche se fosse solo per dirle a che punto siamo.`,
      ({ by }) => `Avrà mie notizie ${by}.`,
      ({ by }) => `Le scrivo di nuovo ${by}; se prima so qualcosa, non aspetto quell’ora.`,
      ({ by }) => `Il prossimo messaggio lo riceverà ${by}, e sarà mio.`,
    ],
    byItself: (owner) => `Questo messaggio è partito da sé all’ora che le avevamo detto, perché non restasse senza notizie. Il suo caso è sempre di ${owner}, che legge ciò che risponde.`,
    regards: 'Cordiali saluti',
    department: (name, isOutside) => (isOutside ? `a ${name}` : `al reparto ${name}`),
  },
  en: {
    greeting: (name) => `Dear ${name},`,
    openings: [
      () => 'I am writing to tell you where things stand.',
      () => 'I do not have the answer you are waiting for yet, and I would rather tell you before you have to ask.',
      () => 'your case is still open, and it is still mine.',
      () => 'here is another word on your case, which stays in my hands.',
      () => 'I know that you are waiting, so here is how things are.',
    ],
    waiting: [
      ({ who, asked }) => `I asked ${who} ${asked}. Their answer has not arrived yet.`,
      ({ who, asked }) => `The question that I put to ${who} ${asked} is still without an answer.`,
      ({ who, asked }) => `What is missing is an answer to the question that I put to ${who} ${asked}.`,
    ],
    seen: [
      ({ who, asked }) => `I asked ${who} ${asked}: the question has been read, but not answered yet.`,
      ({ who, asked }) => `The question that I put to ${who} ${asked} has been seen. There is no answer yet.`,
      ({ who, asked }) => `The question that I put to ${who} ${asked} was opened, and I do not have their answer yet.`,
    ],
    questioned: [
      ({ who, asked }) => `I asked ${who} ${asked}; they asked me something in return, and I am seeing to it.`,
      ({ who, asked }) => `To the question that I put to ${who} ${asked} they replied with one of their own, which is mine to answer.`,
      ({ who, asked }) => `One detail is needed to answer the question that I put to ${who} ${asked}, and I am getting it.`,
    ],
    reminded: [() => 'I have reminded them.', () => 'They have been reminded again.', () => 'A reminder has gone out.'],
    alone: [
      () => 'I do not have a solution to offer you yet: I am working on it myself.',
      () => 'The check is not finished, and it stays with me.',
      () => 'One step is still missing before I can give you a certain answer.',
    ],
    closings: [
      ({ by }) => `I will write to you ${by}, even if only to say where things stand.`,
      ({ by }) => `You will hear from me ${by}.`,
      ({ by }) => `I will write again ${by}; if I know more before then, I will not wait.`,
      ({ by }) => `My next message will reach you ${by}.`,
    ],
    byItself: (owner) => `This message left by itself at the time that we had given you, so that you are not left without news. Your case is still with ${owner}, who reads whatever you reply.`,
    regards: 'Kind regards',
    department: (name, isOutside) => (isOutside ? name : `our ${name} department`),
  },
});

/** The same to somebody who is addressed as "tu". */
const informalItalian: Table = {
  ...words.it,
  greeting: (name) => `Ciao ${name.split(' ')[0] ?? name},`,
  openings: [
    () => 'ti scrivo per dirti a che punto siamo.',
    () => 'non ho ancora la risposta che aspetti, e preferisco dirtelo prima che tu debba chiederlo.',
    () => 'il tuo caso è ancora aperto e lo seguo io.',
    () => 'un altro aggiornamento sul tuo caso, che resta in mano mia.',
    () => 'so che aspetti, perciò ti dico subito come stanno le cose.',
  ],
  alone: [
    () => 'Non ho ancora una soluzione da proporti: ci sto lavorando io.',
    () => 'La verifica non è ancora finita, e rimane a me.',
    () => 'Mi manca ancora un passaggio prima di poterti dare una risposta certa.',
  ],
  closings: [
    ({ by }) => `Ti scrivo ${by}, anche se fosse solo per dirti a che punto siamo.`,
    ({ by }) => `Avrai mie notizie ${by}.`,
    ({ by }) => `Ti scrivo di nuovo ${by}; se prima so qualcosa, non aspetto quell’ora.`,
    ({ by }) => `Il prossimo messaggio lo riceverai ${by}, e sarà mio.`,
  ],
  byItself: (owner) => `Questo messaggio è partito da sé all’ora che ti avevamo detto, perché non restassi senza notizie. Il tuo caso è sempre di ${owner}, che legge ciò che rispondi.`,
  regards: 'Un saluto',
};

const tableFor = ({ language, courtesy }: UpdateFacts): Table => (language === 'it' && courtesy === 'informal' ? informalItalian : words[language]);

// "And it will be from me" is for a person to say.
const closingsOfNobody = ({ closings: [first, ...others] }: Table): Choice => [first, ...others.slice(0, -1)];

const pick = (choice: Choice, turn: number): ((said: Said) => string) => choice[turn % choice.length] ?? choice[0];

/** The update in the customer's language and courtesy form. */
export const draftUpdate = (facts: UpdateFacts): string => {
  const table = tableFor(facts);
  const { now, timeZone, language, updatesBefore: turn } = facts;
  const said: Said = {
    who: facts.askedDepartment === null ? '' : table.department(facts.askedDepartment.name, facts.askedDepartment.isOutside),
    asked: facts.askedAt === null ? '' : sayInstant(facts.askedAt, { now, timeZone, language }),
    by: sayInstant(facts.newDueAt, { now, timeZone, language, by: true }),
  };
  const sentences = [pick(table.openings, turn), ...middle(facts, table).map((choice) => pick(choice, turn)), pick(facts.leavesByItself ? closingsOfNobody(table) : table.closings, turn)];
  const told = sentences.map((sentence) => sentence(said)).join(' ');
  const parts = [table.greeting(facts.customerName), told, ...(facts.leavesByItself ? [table.byItself(facts.ownerName)] : []), `${table.regards},\n${facts.ownerName}`];
  return parts.join('\n\n');
};

const middle = ({ askedDepartment, askedAt, lastTurn, seen, reminded }: UpdateFacts, table: Table): Choice[] => {
  if (askedDepartment === null || askedAt === null) return [table.alone];
  if (lastTurn !== null) return [table.questioned];
  return [seen === null ? table.waiting : table.seen, ...(reminded ? [table.reminded] : [])];
};

/** An update after which the customer asks within so long did not say what they needed; it is counted against it. */
export const recontactWithin = 72 * hour;

const halfHour = 30 * minute;

/**
 * When the customer hears next: the date they have already, if it leaves time for something to happen, else half a working day from
 * now. On the half hour, because nobody says "by 11:52".
 */
export const nextWordAt = ({ promisedAt, halfADayOn }: { readonly promisedAt: Instant | null; readonly halfADayOn: Instant }): Instant => {
  if (promisedAt !== null && promisedAt >= halfADayOn) return promisedAt;
  return new Date(Math.ceil(halfADayOn.getTime() / halfHour) * halfHour);
};

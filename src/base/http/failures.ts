import { defineTexts, plural, type Language } from '#base/texts.ts';

/** What a route answers when it cannot do what was asked. One shape for all of them. */
export interface Failure {
  readonly code: string;
  readonly words: string;
  readonly fields?: readonly { readonly field: string; readonly words: string }[];
  readonly facts?: Readonly<Record<string, unknown>>;
  /** To be quoted to whoever runs the installation; the same stands in the log. */
  readonly id: string;
}

/** The object is not there, or not for this caller: the answer does not say which. */
export class NotFound extends Error {
  readonly statusCode = 404;
}

/** Bad input that no schema can see (a file that is not what it says). */
export class BadInput extends Error {
  readonly statusCode = 400;
  readonly fields: readonly { field: string; words: Readonly<Record<Language, string>> }[];
  constructor(field: string, words: Readonly<Record<Language, string>>) {
    super(words.en);
    this.fields = [{ field, words }];
  }
}

export const failureTexts = defineTexts({
  it: {
    badInput: 'Qualcosa non torna: guardi i campi segnati.',
    unreadable: 'Il messaggio inviato non è JSON leggibile.',
    notSignedIn: 'Per questo serve entrare con il proprio nome.',
    missingRole: (roles: string) => `Questo lo può fare solo chi ha il ruolo: ${roles}.`,
    readOnly: 'Questa chiave può solo leggere.',
    forgedOrigin: 'La richiesta arriva da un’altra pagina e non è stata eseguita.',
    notFound: 'Non c’è, oppure non è per lei.',
    tooLarge: 'È troppo grande.',
    tooMany: (minutes: number) => `Troppe richieste di fila: riprovi tra ${plural(minutes, 'un minuto', `${minutes} minuti`)}.`,
    databaseAway: 'In questo momento non raggiungiamo i dati. Niente è andato perso: riprovi tra poco.',
    defect: (id: string) => `Qui c’è un errore nostro. Lo segnali con il codice ${id}: lo ritroviamo subito.`,
  },
  en: {
    badInput: 'Something is not right: look at the marked fields.',
    unreadable: 'What was sent is not readable JSON.',
    notSignedIn: 'You need to sign in for this.',
    missingRole: (roles: string) => `Only people with this role can do that: ${roles}.`,
    readOnly: 'This key may only read.',
    forgedOrigin: 'The request came from another page and was not carried out.',
    notFound: 'It is not there, or not for you.',
    tooLarge: 'It is too large.',
    tooMany: (minutes: number) => `Too many requests in a row: try again in ${plural(minutes, 'a minute', `${minutes} minutes`)}.`,
    databaseAway: 'We cannot reach the data right now. Nothing is lost: try again shortly.',
    defect: (id: string) => `This one is our mistake. Report it with code ${id} and we will find it.`,
  },
});

const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '08006', '08003', '08001', '53300']);
const awayWords = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/u;

/** True where the database could not be reached: the request may be tried again as it is. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && awayCodes.has(code)) return code !== 'ENOENT' || syscall === 'connect';
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return awayWords.test(error.message) || isDatabaseAway(error.cause);
};

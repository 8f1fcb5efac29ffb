import { defineTexts, type Language } from '#base/texts.ts';
import { exitCodes, StartRefused, type ExitCode } from '#base/start-refused.ts';

/** What whoever starts Presa reads when it cannot start, and what to do then. */
export const texts = defineTexts({
  it: {
    portTaken: (address: string, free: number) =>
      `${address} è già occupato da un altro programma. Scelga un’altra porta, per esempio: PRESA_PORT=${free} npm start`,
    portForbidden: (port: number) => `Per usare la porta ${port} servono i diritti di amministratore. Scelga una porta dalla 1024 in su con PRESA_PORT.`,
    hostUnknown: (host: string) => `Questa macchina non ha l’indirizzo ${host}: controlli PRESA_HOST. Con 0.0.0.0 Presa risponde su tutti gli indirizzi.`,
    runsAlready: (folder: string, address: string) => `Presa è già in funzione su questi dati (${folder}): ${address}`,
    runsAlreadyWithoutPages: (folder: string, pid: number) => `Presa è già in funzione su questi dati (${folder}), con il processo ${pid}.`,
    databaseWaits: (place: string) => `Il database ${place} non risponde. Riprovo per 30 secondi.`,
    databaseAway: (place: string, said: string) =>
      `Il database ${place} non risponde (${said}). Controlli che sia acceso e raggiungibile da qui; l’indirizzo sta in DATABASE_URL.`,
    databaseRefuses: (place: string, said: string) =>
      `Il database ${place} ci rifiuta: ${said}. Controlli nome, password e nome del database in DATABASE_URL.`,
  },
  en: {
    portTaken: (address: string, free: number) =>
      `${address} is already taken by another program. Choose another port, for example: PRESA_PORT=${free} npm start`,
    portForbidden: (port: number) => `Port ${port} needs the rights of an administrator. Choose a port from 1024 up with PRESA_PORT.`,
    hostUnknown: (host: string) => `This machine has no address ${host}: check PRESA_HOST. With 0.0.0.0 Presa answers on all addresses.`,
    runsAlready: (folder: string, address: string) => `Presa is already running on this data (${folder}): ${address}`,
    runsAlreadyWithoutPages: (folder: string, pid: number) => `Presa is already running on this data (${folder}), as process ${pid}.`,
    databaseWaits: (place: string) => `The database ${place} does not answer. Trying for 30 seconds.`,
    databaseAway: (place: string, said: string) =>
      `The database ${place} does not answer (${said}). Check that it runs and can be reached from here; its address is in DATABASE_URL.`,
    databaseRefuses: (place: string, said: string) =>
      `The database ${place} refuses us: ${said}. Check name, password and database name in DATABASE_URL.`,
  },
});

type Words = (typeof texts)['it'];

interface Why {
  readonly exitCode: ExitCode;
  readonly cause?: unknown;
}

/** A StartRefused whose words are built from both languages' texts. */
export const refused = (say: (words: Words) => string, { exitCode, cause }: Why): StartRefused => {
  const words: Record<Language, string> = { it: say(texts.it), en: say(texts.en) };
  return new StartRefused(words, exitCode, cause);
};

export { exitCodes };

import { defineTexts, type Language } from '../texts.ts';
import { StartRefused, type ExitCode } from '../start-refused.ts';

/** What whoever starts Presa reads when its database cannot start: first what happened, then what to do. */
export const texts = defineTexts({
  it: {
    noBinaries: (platform: string) =>
      `Per questa macchina (${platform}) Presa non porta con sé un database. Installi PostgreSQL 15 o più recente e indichi dove trovarlo in DATABASE_URL. Se la macchina è una Linux comune, ripeta "npm ci" senza --omit=optional.`,
    wrongLibc: (platform: string) =>
      `Il database che Presa porta con sé chiede la libreria glibc, che su questa macchina (${platform}) manca: succede su Alpine. Usi una Linux con glibc (Debian, Ubuntu, Fedora) oppure indichi un PostgreSQL 15 o più recente in DATABASE_URL.`,
    otherVersion: (folder: string, found: string, ours: string) =>
      `I dati in ${folder} sono di PostgreSQL ${found}; questa Presa usa PostgreSQL ${ours} e non li ha toccati. Li apra con la Presa che li ha scritti ed esporti i dati, oppure indichi un'altra cartella in PRESA_DATA.`,
    notACluster: (folder: string) =>
      `In ${folder} ci sono dei file, ma non sono un database. Presa non li ha toccati: li sposti altrove o indichi un'altra cartella in PRESA_DATA.`,
    cannotWrite: (folder: string) =>
      `Presa non può scrivere in ${folder}. Dia il permesso di scrittura a chi la avvia, oppure indichi un'altra cartella in PRESA_DATA.`,
    othersFolder: (folder: string) =>
      `Il database in ${folder} appartiene a un altro utente della macchina. Avvii Presa con quell'utente, oppure indichi un'altra cartella in PRESA_DATA.`,
    closedFolder: (folder: string) =>
      `Presa è avviata da root, e PostgreSQL non accetta di lavorare come root; l'utente con cui dovrebbe lavorare non può entrare in ${folder}. Apra il passaggio con "chmod o+x ${folder}", oppure avvii Presa con un utente normale.`,
    rootsData: (folder: string) =>
      `Il database in ${folder} è di root, e su questa macchina PostgreSQL non può lavorarci. Lo dia a un utente che esiste, per esempio con "chown -R postgres ${folder}", e riavvii.`,
    noAccount: () =>
      'Presa è avviata da root, e PostgreSQL non accetta di lavorare come root; su questa macchina mancano gli utenti "postgres" e "nobody". Avvii Presa con un utente normale.',
    namelessUser: () =>
      "L'utente con cui è avviata Presa ha un numero ma nessun nome su questa macchina, e PostgreSQL lo rifiuta. Aggiunga l'utente a /etc/passwd o scelga un utente che c'è già.",
    diskFull: (folder: string) =>
      `Il disco di ${folder} è pieno e il database non può partire. Liberi dello spazio e riavvii: ciò che era stato salvato è ancora lì.`,
    sharedMemoryFull: () =>
      'La memoria condivisa della macchina (/dev/shm) non basta al database. In un contenitore la aumenti, per esempio con "--shm-size=256m".',
    damaged: (folder: string, said: string) =>
      `Il database in ${folder} non si apre: ${said}. Non cancelli nulla: faccia una copia della cartella e ripristini l'ultimo salvataggio.`,
    failed: (folder: string, said: string) => `Il database in ${folder} non è partito. PostgreSQL dice: ${said}.`,
    stillStopping: (folder: string, seconds: number) =>
      `Un avvio precedente sta ancora chiudendo il database in ${folder} e dopo ${seconds} secondi non ha finito. Aspetti un minuto e riprovi.`,
    slow: (folder: string, seconds: number) =>
      `Il database in ${folder} non è pronto dopo ${seconds} secondi. Riprovi; se succede ancora, guardi se il disco è lento o pieno.`,
    heldElsewhere: (folder: string) =>
      `Il database in ${folder} è già aperto da un altro processo che da qui non si raggiunge, forse in un altro contenitore. Lo fermi prima di avviare Presa qui.`,
  },
  en: {
    noBinaries: (platform: string) =>
      `Presa brings no database for this machine (${platform}). Install PostgreSQL 15 or later and say where it is in DATABASE_URL. If this is an ordinary Linux, repeat "npm ci" without --omit=optional.`,
    wrongLibc: (platform: string) =>
      `The database that Presa brings needs glibc, which this machine (${platform}) lacks, as Alpine does. Use a Linux with glibc (Debian, Ubuntu, Fedora), or name a PostgreSQL 15 or later in DATABASE_URL.`,
    otherVersion: (folder: string, found: string, ours: string) =>
      `The data in ${folder} was written by PostgreSQL ${found}; this Presa uses PostgreSQL ${ours} and has not touched it. Open it with the Presa that wrote it and export the data, or name another folder in PRESA_DATA.`,
    notACluster: (folder: string) =>
      `There are files in ${folder}, but they are no database. Presa has not touched them: move them away, or name another folder in PRESA_DATA.`,
    cannotWrite: (folder: string) =>
      `Presa cannot write to ${folder}. Let whoever starts it write there, or name another folder in PRESA_DATA.`,
    othersFolder: (folder: string) =>
      `The database in ${folder} belongs to another user of this machine. Start Presa as that user, or name another folder in PRESA_DATA.`,
    closedFolder: (folder: string) =>
      `Presa was started by root, and PostgreSQL refuses to work as root; the user it should work as cannot enter ${folder}. Open the way with "chmod o+x ${folder}", or start Presa as an ordinary user.`,
    rootsData: (folder: string) =>
      `The database in ${folder} is root's, and on this machine PostgreSQL cannot work with it. Give it to an existing user, for example with "chown -R postgres ${folder}", and start again.`,
    noAccount: () =>
      'Presa was started by root, and PostgreSQL refuses to work as root; this machine has neither a user "postgres" nor "nobody". Start Presa as an ordinary user.',
    namelessUser: () =>
      'The user that starts Presa has a number but no name on this machine, and PostgreSQL refuses that. Add the user to /etc/passwd, or choose one that is there.',
    diskFull: (folder: string) =>
      `The disk of ${folder} is full and the database cannot start. Make room and start again: what had been saved is still there.`,
    sharedMemoryFull: () =>
      'The shared memory of this machine (/dev/shm) is too small for the database. In a container make it larger, for example with "--shm-size=256m".',
    damaged: (folder: string, said: string) =>
      `The database in ${folder} does not open: ${said}. Delete nothing: copy the folder, then restore the last backup.`,
    failed: (folder: string, said: string) => `The database in ${folder} did not start. PostgreSQL says: ${said}.`,
    stillStopping: (folder: string, seconds: number) =>
      `An earlier start is still closing the database in ${folder}, and has not finished after ${seconds} seconds. Wait a minute and try again.`,
    slow: (folder: string, seconds: number) =>
      `The database in ${folder} is not ready after ${seconds} seconds. Try again; if it happens again, see whether the disk is slow or full.`,
    heldElsewhere: (folder: string) =>
      `The database in ${folder} is already open in another process that cannot be reached from here, perhaps in another container. Stop that one before you start Presa here.`,
  },
});

type Sentences = (typeof texts)['it'];

/** A StartRefused whose words are `key`, filled in for both languages with the same facts. */
export const refused = <Key extends keyof Sentences>(
  key: Key,
  facts: Parameters<Sentences[Key]>,
  { exitCode, cause }: { exitCode: ExitCode; cause?: unknown },
): StartRefused => {
  const say = (language: Language): string => {
    // The compiler cannot see that the parameters belong to this key; `facts` was typed by it.
    const sentence = texts[language][key] as (...all: Parameters<Sentences[Key]>) => string;
    return sentence(...facts);
  };
  return new StartRefused({ it: say('it'), en: say('en') }, exitCode, cause);
};

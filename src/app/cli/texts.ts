import { defineTexts } from '#base/texts.ts';

interface DemoLoaded {
  /** Where it runs; null where it does not. */
  readonly address: string | null;
  readonly email: string;
  readonly password: string;
}

export const texts = defineTexts({
  it: {
    title: 'Presa: ogni caso ha qualcuno che lo porta fino in fondo.',
    usage: 'Uso',
    commands: 'Comandi',
    options: 'Opzioni',
    helpOption: 'mostra questo aiuto',
    moreHelp: 'Per un comando solo: presa <comando> --help',
    exitCodes:
      'Codici di uscita: 0 tutto bene; 1 qualcosa non va; 2 comando scritto male; 65 dati illeggibili; 69 non si raggiunge qualcosa; 73 non si può creare; 75 riprovare più tardi; 78 impostazioni.',
    unknownCommand: (name: string) => `Il comando "${name}" non esiste.`,
    didYouMean: (name: string) => `Forse: presa ${name}`,
    badArguments: (said: string) => `${said} Vedi --help.`,
    unknownOption: (name: string) => `L’opzione ${name} non esiste.`,
    missingValue: (name: string) => `All’opzione ${name} manca il valore, o ne ha uno di troppo.`,
    tooMany: (argument: string) => `"${argument}" è di troppo.`,
    running: (address: string) => `Presa è in funzione: ${address}`,
    runningWithoutPages: (roles: string) => `Presa è in funzione (${roles}).`,
    setupLink: (link: string) => `Per cominciare apri questo indirizzo, che vale una volta sola:\n  ${link}`,
    demoLoading: 'Carico Casa Lumina, un’azienda inventata con i suoi clienti. Ci vogliono pochi secondi.',
    demoLoaded: ({ address, email, password }: DemoLoaded) =>
      `Casa Lumina è pronta.\n${address === null ? 'Per aprirla: npm start' : `È già in funzione: ${address}`}\nSi entra con ${email} e la password: ${password}`,
    demoRefused: (company: string) => `Qui c’è già un’azienda: ${company}. La demo si carica solo in un’installazione vuota, per esempio con PRESA_DATA su un’altra cartella.`,
    demoNotHere: (company: string) => `Avvio l’azienda che c’è, ${company}: la demo si carica solo in un’installazione vuota.`,
    demoSignIn: ({ email, password }: { readonly email: string; readonly password: string }) => `È la demo, non esce nessuna e-mail. Si entra con ${email} e la password: ${password}`,
    howToStop: 'Si ferma con Ctrl-C.',
    stopping: 'Chiudo: finisco quello che è in corso.',
    databaseEnded: (said: string) => `Il database si è fermato da solo e Presa si ferma con lui. Ha detto: ${said}. Riavvii con npm start.`,
    defect: 'Questo è un errore nostro:',
  },
  en: {
    title: 'Presa: every case has somebody who carries it to the end.',
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    helpOption: 'shows this help',
    moreHelp: 'For one command: presa <command> --help',
    exitCodes:
      'Exit codes: 0 all is well; 1 something is wrong; 2 wrong usage; 65 unreadable data; 69 something cannot be reached; 73 cannot create; 75 try later; 78 settings.',
    unknownCommand: (name: string) => `There is no command "${name}".`,
    didYouMean: (name: string) => `Perhaps: presa ${name}`,
    badArguments: (said: string) => `${said} See --help.`,
    unknownOption: (name: string) => `There is no option ${name}.`,
    missingValue: (name: string) => `Option ${name} lacks its value, or has one too many.`,
    tooMany: (argument: string) => `"${argument}" is one too many.`,
    running: (address: string) => `Presa is running: ${address}`,
    runningWithoutPages: (roles: string) => `Presa is running (${roles}).`,
    setupLink: (link: string) => `To begin, open this address, which works once:\n  ${link}`,
    demoLoading: 'Loading Casa Lumina, an invented company with its customers. This takes a few seconds.',
    demoLoaded: ({ address, email, password }: DemoLoaded) =>
      `Casa Lumina is ready.\n${address === null ? 'To open it: npm start' : `It is running already: ${address}`}\nSign in as ${email} with the password: ${password}`,
    demoRefused: (company: string) => `There is a company here already: ${company}. The demo only goes into an empty installation, for instance with PRESA_DATA set to another folder.`,
    demoNotHere: (company: string) => `Starting the company that is here, ${company}: the demo only goes into an empty installation.`,
    demoSignIn: ({ email, password }: { readonly email: string; readonly password: string }) => `This is the demo; no e-mail leaves it. Sign in as ${email} with the password: ${password}`,
    howToStop: 'Ctrl-C stops it.',
    stopping: 'Stopping: finishing what is under way.',
    databaseEnded: (said: string) => `The database ended by itself, and Presa ends with it. It said: ${said}. Start again with npm start.`,
    defect: 'This one is our mistake:',
  },
});

type Words = (typeof texts)['it'];

/** The same sentence in both languages. */
export const both = (say: (words: Words) => string): { it: string; en: string } => ({ it: say(texts.it), en: say(texts.en) });

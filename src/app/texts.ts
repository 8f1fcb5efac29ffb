import { defineTexts } from '#base/texts.ts';

/** What the server itself says in a browser, outside every screen. */
export const texts = defineTexts({
  it: {
    notBuilt: 'Le pagine di Presa non sono ancora state costruite: esegua "npm run build" e ricarichi.',
    needsScript: 'Questa pagina ha bisogno di JavaScript. Può anche rispondere alla nostra e-mail: arriva allo stesso posto.',
    apiTitle: 'Le API di Presa',
    apiIntroduction: 'Tutto ciò che fanno le schermate di Presa passa da qui. Ogni indirizzo comincia con /api.',
    apiDocument: 'Documento OpenAPI 3.1',
    apiSignIn: 'Un programma si presenta con una chiave personale: Authorization: Bearer <chiave>. Le chiavi si creano nelle impostazioni.',
    apiContents: 'Indice',
    apiPath: 'Nel percorso',
    apiQuery: 'Parametri',
    apiBody: 'Dati inviati',
    apiAnswer: 'Risposta',
    apiRequired: 'obbligatorio',
  },
  en: {
    notBuilt: 'The pages of Presa are not built yet: run "npm run build" and reload.',
    needsScript: 'This page needs JavaScript. You can also reply to our e-mail: it reaches the same place.',
    apiTitle: 'The API of Presa',
    apiIntroduction: 'Everything that the screens of Presa do goes through here. Every address begins with /api.',
    apiDocument: 'OpenAPI 3.1 document',
    apiSignIn: 'A program shows a personal key: Authorization: Bearer <key>. Keys are made in the settings.',
    apiContents: 'Contents',
    apiPath: 'In the path',
    apiQuery: 'Parameters',
    apiBody: 'What is sent',
    apiAnswer: 'Answer',
    apiRequired: 'required',
  },
});

import { defineTexts } from '#base/texts.ts';

/** What an operator reads when a mailbox cannot be read or a mail not sent: what happened, and what to look at. */
export const transportProblems = defineTexts({
  it: {
    login_refused: 'Il server non accetta nome utente o password. Controlla le credenziali della casella.',
    unreachable: 'Il server non risponde. Controlla indirizzo e porta; se sono giusti, riproviamo da soli.',
    not_secure: 'La connessione sicura non riesce. Controlla il certificato del server o il tipo di sicurezza scelto.',
    no_such_folder: 'La cartella indicata non esiste in questa casella.',
    connection_lost: 'La connessione è caduta. Riproviamo da soli.',
    not_stored: 'La posta arriva ma non riusciamo a salvarla. Resta nella casella: controlla spazio su disco e database.',
    server_refused: 'Il server ha rifiutato la richiesta.',
  },
  en: {
    login_refused: 'The server does not accept the user name or password. Check the credentials of the mailbox.',
    unreachable: 'The server does not answer. Check address and port; if they are right, we keep trying.',
    not_secure: 'No secure connection can be made. Check the server’s certificate, or the kind of security chosen.',
    no_such_folder: 'The folder does not exist in this mailbox.',
    connection_lost: 'The connection was lost. We keep trying.',
    not_stored: 'Mail arrives but cannot be stored. It stays in the mailbox: check disk space and database.',
    server_refused: 'The server refused the request.',
  },
});

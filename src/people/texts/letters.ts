import { defineTexts } from '#base/texts.ts';

interface Invited {
  readonly name: string;
  readonly company: string;
  readonly by: string | null;
  readonly link: string;
  readonly hours: number;
}

interface Forgotten {
  readonly name: string;
  readonly link: string;
  readonly minutes: number;
}

/** What people of the house get by mail about coming in. */
export const letterTexts = defineTexts({
  it: {
    invitation: {
      subject: (company: string) => `Il tuo invito in Presa (${company})`,
      text: ({ name, company, by, link, hours }: Invited) => [
        `Ciao ${name},`,
        `${by === null ? 'ti aspettiamo' : `${by} ti aspetta`} in Presa, dove ${company} segue i suoi clienti fino in fondo. Apri questo collegamento e scegli una password:`,
        link,
        `Vale ${hours} ore e si apre una volta sola. È tuo: non inoltrarlo. Se è scaduto, chiedine un altro a chi ti ha invitato.`,
      ].join('\n\n'),
    },
    recovery: {
      subject: 'Una nuova password per Presa',
      text: ({ name, link, minutes }: Forgotten) => [
        `Ciao ${name},`,
        'qualcuno, speriamo tu, ha chiesto di scegliere una nuova password per entrare in Presa con questo indirizzo. Si fa da qui:',
        link,
        `Il collegamento vale ${minutes} minuti e si apre una volta sola. Con la nuova password usciamo da tutti i dispositivi su cui eri dentro.`,
        'Se non l’hai chiesto tu, non devi fare niente: la password resta quella di prima.',
      ].join('\n\n'),
    },
    passwordChanged: {
      subject: 'La tua password di Presa è cambiata',
      text: ({ name, link }: { readonly name: string; readonly link: string }) => [
        `Ciao ${name},`,
        'la password con cui entri in Presa è appena cambiata. Se sei stato tu, è tutto a posto.',
        `Se non sei stato tu, scegline subito un’altra e avvisa chi amministra Presa:\n${link}`,
      ].join('\n\n'),
    },
  },
  en: {
    invitation: {
      subject: (company: string) => `Your invitation to Presa (${company})`,
      text: ({ name, company, by, link, hours }: Invited) => [
        `Hello ${name},`,
        `${by === null ? 'we are waiting for you' : `${by} is waiting for you`} in Presa, where ${company} sees every customer’s case through to the end. Open this link and choose a password:`,
        link,
        `It works for ${hours} hours, once. It is yours: please do not forward it. If it has run out, ask whoever invited you for another.`,
      ].join('\n\n'),
    },
    recovery: {
      subject: 'A new password for Presa',
      text: ({ name, link, minutes }: Forgotten) => [
        `Hello ${name},`,
        'somebody, hopefully you, asked to choose a new password for signing in to Presa with this address. This is where:',
        link,
        `The link works for ${minutes} minutes, once. With the new password, every device on which you were signed in is signed out.`,
        'If it was not you, there is nothing to do: your password stays as it is.',
      ].join('\n\n'),
    },
    passwordChanged: {
      subject: 'Your password for Presa has changed',
      text: ({ name, link }: { readonly name: string; readonly link: string }) => [
        `Hello ${name},`,
        'the password with which you sign in to Presa has just changed. If that was you, all is well.',
        `If it was not you, choose another one right away and tell whoever administers Presa:\n${link}`,
      ].join('\n\n'),
    },
  },
});

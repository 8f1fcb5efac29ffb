import { defineTexts } from '#base/texts.ts';
import type { LeaveReason } from './contract/kinds.ts';

/** Says the same in several ways, so that somebody who gets several letters reads none twice. Each has as many as there are variants. */
type Ways<Sentence> = readonly [Sentence, Sentence, Sentence];
type Quoted = Ways<(words: string, day: SaidDay) => string>;
type Spoken = Ways<(day: SaidDay, title: string) => string>;

/** A day with what Italian puts before it: "il 24 novembre 2026", "dell’8 marzo 2027". English has it as it is. */
export interface SaidDay {
  readonly on: string;
  readonly of: string;
}

export interface LetterTexts {
  readonly greeting: (name: string) => string;
  readonly decided: { readonly wrote: Quoted; readonly spoke: Spoken };
  readonly shipped: { readonly wrote: Quoted; readonly spoke: Spoken };
  readonly taken: Ways<(decider: string, day: string) => string>;
  readonly left: Readonly<Record<LeaveReason, string>>;
  readonly leftBy: Ways<(decider: string) => string>;
  readonly afterTake: Ways<string>;
  readonly afterLeave: Ways<string>;
  readonly afterShipping: Ways<(decider: string) => string>;
  readonly thanks: Ways<string>;
  readonly signed: (signer: string, company: string) => string;
}

// Neither "Lei" nor "tu": a letter goes to people of both kinds, and both would be wrong for half of the readers.
export const letterTexts = defineTexts<LetterTexts>({
  it: {
    greeting: (name) => `Buongiorno ${name},`,
    decided: {
      wrote: [
        (words, { on }) => `${on} ci è arrivata questa osservazione: «${words}». Non è rimasta in un cassetto: ecco che cosa abbiamo deciso.`,
        (words, { of }) => `torniamo su alcune parole ${of}: «${words}». Chi da noi decide le ha lette, e ora c’è una risposta.`,
        (words, { of }) => `«${words}»: era in un messaggio ${of}. Ne abbiamo discusso e abbiamo deciso.`,
      ],
      spoke: [
        ({ on }, title) => `${on} avevamo preso nota di una richiesta: ${title}. Non è rimasta in un cassetto: ecco che cosa abbiamo deciso.`,
        ({ on }, title) => `torniamo su una cosa di cui si era parlato ${on}: ${title}. Chi da noi decide l’ha vista, e ora c’è una risposta.`,
        ({ on }, title) => `${title}: se ne era parlato ${on}. Ne abbiamo discusso e abbiamo deciso.`,
      ],
    },
    shipped: {
      wrote: [
        (words, { on }) => `${on} ci erano arrivate queste parole: «${words}». Non le abbiamo dimenticate: è fatto.`,
        (words, { of }) => `«${words}», diceva un messaggio ${of}. Adesso c’è.`,
        (words, { on }) => `una buona notizia su quello che ci era stato scritto ${on}: «${words}». È pronto.`,
      ],
      spoke: [
        ({ on }, title) => `${on} avevamo preso nota di una richiesta: ${title}. Adesso c’è.`,
        ({ on }, title) => `${title}: se ne era parlato ${on}. È fatto.`,
        ({ on }, title) => `una buona notizia su una cosa di cui si era parlato ${on}: ${title}. È pronto.`,
      ],
    },
    taken: [
      (decider, day) => `La risposta è sì. Ha deciso ${decider}: sarà pronto entro ${day}.`,
      (decider, day) => `Lo facciamo, entro ${day}. La decisione è di ${decider}.`,
      (decider, day) => `${decider} ha detto di sì, e c’è una data: entro ${day}.`,
    ],
    left: {
      too_few: 'Per ora non lo facciamo: finora sono stati in pochi a chiederlo, e altre cose vengono prima. La richiesta resta contata: se ne arrivano altre, la decisione si riapre.',
      costs_too_much: 'Non lo facciamo: costerebbe troppo rispetto al vantaggio che porterebbe a chi usa i nostri prodotti.',
      against_our_way: 'Non lo facciamo: i nostri prodotti vanno in un’altra direzione, e preferiamo dirlo con chiarezza.',
      exists_already: 'La buona notizia è che si può già fare.',
      not_ours: 'Non dipende da noi: chi può cambiarlo è un’altra azienda.',
      not_possible: 'Ci abbiamo guardato a fondo: oggi non abbiamo un modo di farlo bene.',
      later: 'Non adesso: ci interessa, ma prima ci sono lavori già cominciati. La richiesta resta scritta.',
    },
    leftBy: [(decider) => `La decisione è di ${decider}.`, (decider) => `Ha deciso ${decider}.`, (decider) => `A decidere è stata la persona che ne risponde: ${decider}.`],
    afterTake: [
      'Non serve fare nulla: quando sarà pronto, arriverà un messaggio da qui.',
      'Non c’è altro da fare. Ci faremo vivi noi, in questa stessa conversazione, quando sarà pronto.',
      'Quando sarà pronto lo scriveremo qui. Nel frattempo, per aggiungere qualcosa basta rispondere.',
    ],
    afterLeave: [
      'Se ci è sfuggito qualcosa, basta rispondere a questo messaggio: quello che c’è scritto arriva a chi ha deciso.',
      'C’è un motivo che non abbiamo considerato? Basta rispondere qui: lo legge chi ha deciso.',
      'Anche un no si può discutere: una risposta a questo messaggio arriva a chi ha deciso.',
    ],
    afterShipping: [
      (decider) => `Va bene così? Basta rispondere qui: lo legge anche ${decider}, che lo ha voluto.`,
      (decider) => `Ci piacerebbe sapere come va: una risposta a questo messaggio arriva fino a ${decider}.`,
      (decider) => `Se manca ancora qualcosa, basta scriverlo qui: ${decider} legge le risposte.`,
    ],
    thanks: ['Grazie di averlo detto.', 'Grazie: è così che miglioriamo.', 'Grazie del tempo preso per scriverci.'],
    signed: (signer, company) => `Cordiali saluti,\n${signer}, per ${company}`,
  },
  en: {
    greeting: (name) => `Dear ${name},`,
    decided: {
      wrote: [
        (words, { on }) => `On ${on} this reached us: “${words}”. It was not left in a drawer: here is what we decided.`,
        (words, { on }) => `We are coming back to something written to us on ${on}: “${words}”. Whoever decides here has read it, and there is an answer.`,
        (words, { of }) => `“${words}” — that stood in a message of ${of}. We discussed it and decided.`,
      ],
      spoke: [
        ({ on }) => `On ${on} we noted something that you asked for. It was not left in a drawer: here is what we decided.`,
        ({ on }) => `We are coming back to something we spoke about on ${on}. Whoever decides here has seen it, and there is an answer.`,
        ({ on }) => `We spoke on ${on}, and you asked for something. We discussed it and decided.`,
      ],
    },
    shipped: {
      wrote: [
        (words, { on }) => `On ${on} you wrote to us: “${words}”. We did not forget: it is done.`,
        (words, { of }) => `“${words}”, said a message of ${of}. Now it is here.`,
        (words, { on }) => `Good news about what you wrote to us on ${on}: “${words}”. It is ready.`,
      ],
      spoke: [
        ({ on }) => `On ${on} we noted something that you asked for. Now it is here.`,
        ({ on }) => `We spoke on ${on}, and you asked for something. It is done.`,
        ({ on }) => `Good news about what we spoke of on ${on}. It is ready.`,
      ],
    },
    taken: [
      (decider, day) => `The answer is yes. ${decider} decided it: it will be ready by ${day}.`,
      (decider, day) => `We are doing it, by ${day}. The decision is ${decider}’s.`,
      (decider, day) => `${decider} said yes, and there is a date: by ${day}.`,
    ],
    left: {
      too_few: 'We are not doing it for now: few have asked so far, and other things come first. Your request stays counted: if more arrive, the decision is opened again.',
      costs_too_much: 'We are not doing it: it would cost too much for the good it would do to those who use our products.',
      against_our_way: 'We are not doing it: our products go another way, and we would rather say so plainly.',
      exists_already: 'The good news is that it can be done already.',
      not_ours: 'It is not up to us: another company would have to change it.',
      not_possible: 'We looked into it thoroughly: today we have no way of doing it well.',
      later: 'Not now: we like it, but work that has begun comes first. Your request stays on record.',
    },
    leftBy: [(decider) => `The decision is ${decider}’s.`, (decider) => `${decider} decided it.`, (decider) => `It was decided by the person who answers for it: ${decider}.`],
    afterTake: [
      'There is nothing for you to do: when it is ready, a message will come from here.',
      'Nothing else is needed. We will be in touch, in this same conversation, when it is ready.',
      'We will write here when it is ready. To add something in the meantime, just reply.',
    ],
    afterLeave: [
      'If we have missed something, just reply to this message: what you write reaches whoever decided.',
      'Is there a reason that we did not consider? Just reply: whoever decided reads it.',
      'A no can be discussed, too: a reply to this message reaches whoever decided.',
    ],
    afterShipping: [
      (decider) => `Is it right like this? Just reply: ${decider}, who wanted it, reads it as well.`,
      (decider) => `We would like to know how it goes: a reply to this message reaches ${decider}.`,
      (decider) => `If something is still missing, just write it here: ${decider} reads the answers.`,
    ],
    thanks: ['Thank you for telling us.', 'Thank you: this is how we get better.', 'Thank you for taking the time to write to us.'],
    signed: (signer, company) => `Kind regards,\n${signer}, for ${company}`,
  },
});

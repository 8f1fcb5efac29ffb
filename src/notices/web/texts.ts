import { defineTexts, plural } from '#base/texts.ts';

export const noticesScreenTexts = defineTexts({
  it: {
    title: 'Ti chiama',
    lead: 'Quello che aspetta proprio te, il più recente in cima. Sparisce quando lo apri o quando dici che è fatto.',
    empty: { title: 'Niente ti aspetta', words: 'Quando un reparto risponde, una promessa si avvicina o un collega ti passa un caso, lo trovi qui.' },
    waiting: (count: number) => plural(count, '1 avviso', `${count} avvisi`),
    open: 'Apri il caso',
    mailboxes: 'Apri le caselle',
    incident: 'Apri il disservizio',
    theme: 'Apri il tema',
    shift: 'Guarda i casi',
    done: 'Fatto',
    doneWords: 'Segnato come fatto.',
    list: 'Avvisi',
    go: 'Vai agli avvisi',
  },
  en: {
    title: 'Calling you',
    lead: 'What is waiting for you in person, newest first. It goes away when you open it or say that it is done.',
    empty: { title: 'Nothing is waiting for you', words: 'When a department answers, a promise comes near or a colleague hands you a case, you find it here.' },
    waiting: (count: number) => plural(count, '1 notice', `${count} notices`),
    open: 'Open the case',
    mailboxes: 'Open the mailboxes',
    incident: 'Open the incident',
    theme: 'Open the theme',
    shift: 'See the cases',
    done: 'Done',
    doneWords: 'Marked as done.',
    list: 'Notices',
    go: 'Go to notices',
  },
});

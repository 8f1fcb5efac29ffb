import { defineTexts, plural } from '#base/texts.ts';
import type { RefusalWords } from '#base/refusal.ts';
import type { ShiftRefusal } from './rules.ts';

export const shiftTexts = defineTexts({
  it: {
    title: 'Finisco il turno',
    lead: 'Chi ha bisogno di qualcuno prima che tu torni. I casi restano tuoi: quello che scade lo guarda chi ti sostituisce, oppure lo passi adesso a qualcuno.',
    back: 'Quando torni',
    end: 'Finisco il turno', ended: (when: string) => `A presto: sei di nuovo qui ${when}.`,
    gone: (when: string) => `Hai finito il turno. Torni ${when}.`, here: 'Sono di nuovo qui', welcome: 'Bentornato: gli avvisi arrivano di nuovo solo a te.',
    watched: (names: string) => `Finché non ci sei, quello che scade chiama ${names}.`,
    night: 'A quest’ora non c’è nessuno in turno: quello che scade ti aspetta, e domattina lo vede anche chi coordina.',
    noDeputy: 'Non hai un sostituto in turno: quello che scade chiama chi coordina il servizio.',
    none: { title: 'Nessuno resta ad aspettare', words: 'Prima che tu torni non scade niente. Puoi andare.' },
    cases: 'Casi che avranno bisogno di qualcuno',
    needs: {
      next_update: (when: string) => `aggiornamento ${when}`, promise: (when: string, what: string) => `promessa ${when}: ${what}`,
      request: (when: string, what: string) => `risposta da ${what} ${when}`, handover: (_when: string, what: string) => `${what} aspetta che tu dica se lo prendi`,
    },
    pass: (name: string) => `Passa a ${name}`, passFirst: 'Passa il primo a chi ti sostituisce', passed: (name: string) => `Chiesto a ${name}, con il riassunto. Finché non accetta, il caso è tuo.`,
    offered: (name: string) => `chiesto a ${name}`,
    reason: (when: string) => `Finisco il turno e torno ${when}.`,
    count: (count: number) => plural(count, '1 caso', `${count} casi`),
  },
  en: {
    title: 'End my shift',
    lead: 'Who will need somebody before you are back. The cases stay yours: what falls due is watched by your deputy, or you hand it over now.',
    back: 'When you are back',
    end: 'End my shift', ended: (when: string) => `See you: you are back ${when}.`,
    gone: (when: string) => `Your shift is over. You are back ${when}.`, here: 'I’m here again', welcome: 'Welcome back: notices come to you alone again.',
    watched: (names: string) => `While you are gone, what falls due calls ${names}.`,
    night: 'Nobody is on duty at this hour: what falls due waits for you, and in the morning the lead sees it too.',
    noDeputy: 'You have no deputy on duty: what falls due calls whoever leads the service.',
    none: { title: 'Nobody is left waiting', words: 'Nothing falls due before you are back. Off you go.' },
    cases: 'Cases that will need somebody',
    needs: {
      next_update: (when: string) => `update ${when}`, promise: (when: string, what: string) => `promise ${when}: ${what}`,
      request: (when: string, what: string) => `answer from ${what} ${when}`, handover: (_when: string, what: string) => `${what} waits to hear whether you take it`,
    },
    pass: (name: string) => `Hand to ${name}`, passFirst: 'Hand the first one to your deputy', passed: (name: string) => `${name} has been asked, with the summary. Until they accept, the case is yours.`,
    offered: (name: string) => `${name} was asked`,
    reason: (when: string) => `My shift ends; I am back ${when}.`,
    count: (count: number) => plural(count, '1 case', `${count} cases`),
  },
});

export const shiftRefusals: RefusalWords<ShiftRefusal['refused']> = {
  'shift.back_in_the_past': { it: () => 'Quel momento è già passato: quando torna?', en: () => 'That moment has passed: when are you back?' },
  'shift.back_too_late': {
    it: () => 'Più di una settimana è un’assenza: la segni nel suo profilo, con chi la sostituisce.',
    en: () => 'More than a week is an absence: plan it on your account, with your deputy.',
  },
};

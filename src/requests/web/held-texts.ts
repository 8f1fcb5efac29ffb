import { defineTexts } from '#base/texts.ts';
import type { HolderKind } from '../contract.ts';

type Holders = Readonly<Record<HolderKind, (name: string) => string>>;

const italian: Holders = {
  queue: () => 'In coda, senza responsabile', owner: (name) => name, customer: () => 'Il cliente', department: (name) => name, supplier: (name) => `${name}, fornitore`,
  paused: (name) => `Noi: ${name} aspettava una risposta`, outside: () => 'Un esterno',
};
const english: Holders = {
  queue: () => 'In the queue, nobody’s', owner: (name) => name, customer: () => 'The customer', department: (name) => name, supplier: (name) => `${name}, supplier`,
  paused: (name) => `Us: ${name} waited for an answer`, outside: () => 'Somebody outside',
};

export const heldTexts = defineTexts({
  it: {
    title: 'Chi l’ha tenuto', caption: 'Di chi è stato ogni minuto del caso', who: 'Chi', time: 'Per quanto', share: 'Quota', holders: italian, total: 'In tutto',
    closed: (span: string) => `(di cui ${span} a porte chiuse)`, until: 'Fino a', how: 'Ogni minuto è di qualcuno: più reparti insieme se lo dividono.',
  },
  en: {
    title: 'Who held it', caption: 'Whose every minute of the case was', who: 'Who', time: 'How long', share: 'Share', holders: english, total: 'In all',
    closed: (span: string) => `(${span} of it after hours)`, until: 'Until', how: 'Every minute is somebody’s: several departments at once share it.',
  },
});

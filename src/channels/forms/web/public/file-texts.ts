import { defineTexts, plural } from '#base/texts.ts';

export const fileTexts = defineTexts({
  it: {
    add: 'Allega file',
    limits: 'Foto o documenti, fino a 10 MB in tutto.',
    remove: (name: string) => `Togli ${name}`,
    tooHeavy: (weight: string) => `Insieme pesano ${weight}: il massimo è 10 MB. Ne tolga qualcuno, o mandi foto più leggere.`,
    tooMany: 'Si possono mandare dieci file alla volta.',
    chosen: (count: number) => plural(count, '1 file scelto', `${count} file scelti`),
  },
  en: {
    add: 'Attach files',
    limits: 'Photos or documents, up to 10 MB in all.',
    remove: (name: string) => `Remove ${name}`,
    tooHeavy: (weight: string) => `Together they weigh ${weight}: the most is 10 MB. Remove some, or send lighter photos.`,
    tooMany: 'Ten files can be sent at a time.',
    chosen: (count: number) => plural(count, '1 file chosen', `${count} files chosen`),
  },
});

import { defineTexts } from '#base/texts.ts';

export const publicTexts = defineTexts({
  it: {
    title: 'Questo collegamento non porta più a nulla',
    words: 'Può essere scaduto, oppure essere stato copiato a metà. Apra di nuovo l’ultima e-mail che ha ricevuto: il collegamento buono è lì.',
  },
  en: {
    title: 'This link leads nowhere any more',
    words: 'It may have expired, or been copied only in part. Open the latest e-mail you received again: the right link is there.',
  },
});

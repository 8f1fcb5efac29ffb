import { defineTexts, plural } from '#base/texts.ts';

const times = ['', 'una volta', 'due volte', 'tre volte', 'quattro volte', 'cinque volte'];
const timesEn = ['', 'once', 'twice', 'three times', 'four times', 'five times'];

/** Why a case is as hot as it is: clauses that follow «Sale perché:», each a fact that anybody can check. */
export const whyTexts = defineTexts({
  it: {
    channels: { email: 'per e-mail', phone: 'al telefono', form: 'dal sito', page: 'dalla pagina', chat: 'in chat', review: 'in una recensione', social: 'sui social' },
    waiting: (span: string) => `aspetta una risposta da ${span}`,
    chased: (count: number, span: string, channel: string | null) => `ha sollecitato ${times[count] ?? `${count} volte`} in ${span}${channel === null ? '' : `, ora anche ${channel}`}`,
    inPublic: (channel: string) => `ne parla in pubblico, ${channel}`,
    promiseBroken: (when: string, count: number) => (count > 1 ? `${count} promesse non sono state mantenute, l’ultima ${when}` : `la promessa di ${when} non è stata mantenuta`),
    promiseMoved: (when: string, count: number) => (count > 1 ? `la promessa di ${when} è stata rinegoziata ${times[count] ?? `${count} volte`}` : `la promessa di ${when} è stata rinegoziata`),
    silence: (span: string) => `da ${span} non sente nulla da noi`,
    silenceEver: 'non ha ancora sentito nulla da noi',
    empty: (count: number) => plural(count, 'l’ultima risposta non diceva nulla di nuovo', `${count} risposte non dicevano nulla di nuovo`),
    tone: { irritated: 'il tono dell’ultimo messaggio è irritato', angry: 'il tono dell’ultimo messaggio è arrabbiato' },
    threat: {
      lawyer: 'parla di un avvocato', complaint: 'parla di un reclamo formale', consumers: 'parla di un’associazione di consumatori', review: 'minaccia una recensione',
      payment: 'dice che non paga', leaving: 'dice che se ne va',
    },
    handedOver: (count: number) => `è passato per ${plural(count, 'un’altra persona', `${count} persone`)}`,
    reopened: (count: number) => `è stato riaperto ${times[count] ?? `${count} volte`}`,
    requestLate: (department: string, when: string) => `${department} doveva rispondere ${when}`,
    nobody: (span: string) => `nessuno l’ha preso in carico, doveva succedere ${span}`,
    updateMissed: (when: string) => `doveva sentirci ${when}`,
    lowRating: (score: number) => `ha dato ${score} su 5`,
  },
  en: {
    channels: { email: 'by e-mail', phone: 'on the phone', form: 'on the site', page: 'on the page', chat: 'in chat', review: 'in a review', social: 'on social media' },
    waiting: (span: string) => `has waited for an answer for ${span}`,
    chased: (count: number, span: string, channel: string | null) => `chased ${timesEn[count] ?? `${count} times`} in ${span}${channel === null ? '' : `, now ${channel} too`}`,
    inPublic: (channel: string) => `is talking about it in public, ${channel}`,
    promiseBroken: (when: string, count: number) => (count > 1 ? `${count} promises were not kept, the latest ${when}` : `the promise for ${when} was not kept`),
    promiseMoved: (when: string, count: number) => (count > 1 ? `the promise for ${when} was renegotiated ${timesEn[count] ?? `${count} times`}` : `the promise for ${when} was renegotiated`),
    silence: (span: string) => `has heard nothing from us for ${span}`,
    silenceEver: 'has heard nothing from us yet',
    empty: (count: number) => plural(count, 'the last reply said nothing new', `${count} replies said nothing new`),
    tone: { irritated: 'the tone of the last message is irritated', angry: 'the tone of the last message is angry' },
    threat: {
      lawyer: 'speaks of a lawyer', complaint: 'speaks of a formal complaint', consumers: 'speaks of a consumers’ association', review: 'threatens a review',
      payment: 'says they will not pay', leaving: 'says they are leaving',
    },
    handedOver: (count: number) => `went through ${plural(count, 'one more person', `${count} people`)}`,
    reopened: (count: number) => `was reopened ${timesEn[count] ?? `${count} times`}`,
    requestLate: (department: string, when: string) => `${department} should have answered ${when}`,
    nobody: (span: string) => `nobody took charge, it was due ${span}`,
    updateMissed: (when: string) => `should have heard from us ${when}`,
    lowRating: (score: number) => `rated us ${score} out of 5`,
  },
});
export type WhyWords = (typeof whyTexts)['it'];

import { defineTexts, plural } from '#base/texts.ts';

export const captureTexts = defineTexts({
  it: {
    act: 'Raccogli la voce', short: 'Voce', bar: 'Le parole evidenziate', title: 'Raccogli una voce', words: 'Le parole del cliente', sentences: 'Quale frase?', sentencesAbout: 'Clic o frecce ← →; più frasi vicine si prendono insieme.',
    save: 'Salva la voce', nothing: 'Qui il cliente non ha ancora scritto niente.',
    saved: (theme: string | null) => (theme === null ? 'Raccolta. Aspetta un tema.' : `Raccolta in «${theme}».`), backIn: 'Voce tolta: le parole restano nel messaggio.',
    marked: (words: string, theme: string | null) => (theme === null ? `Voce raccolta, senza tema: ${words}` : `Voce raccolta in «${theme}»: ${words}`),
    suggested: (words: string, kind: string) => `Forse è da raccogliere (${kind}): ${words}`,
    isIt: (kind: string) => `Sembra una voce: ${kind}.`, into: (theme: string) => `La metterei in «${theme}».`, yes: 'Raccogli', no: 'No', change: 'Cambia…', dismissed: 'Va bene: non verrà più proposta.',
    withdraw: 'Togli la voce', returned: 'Rimessa.', openTheme: 'Vai al tema',
    card: 'Voce colta', cardMany: 'Voci colte', none: 'Seleziona le parole del cliente e premi V: quello che dice arriva a chi può decidere.', suggestions: (count: number) => plural(count, 'Nella conversazione c’è una frase che forse è da raccogliere.', `Nella conversazione ci sono ${count} frasi che forse sono da raccogliere.`),
  },
  en: {
    act: 'Capture the voice', short: 'Voice', bar: 'The marked words', title: 'A voice to capture', words: 'The customer’s words', sentences: 'Which sentence?', sentencesAbout: 'Click, or use ← →; neighbouring sentences can be taken together.',
    save: 'Save the voice', nothing: 'The customer has not written anything here yet.',
    saved: (theme: string | null) => (theme === null ? 'Captured. It waits for a theme.' : `Captured in “${theme}”.`), backIn: 'Voice taken back: the words stay in the message.',
    marked: (words: string, theme: string | null) => (theme === null ? `Captured, without a theme: ${words}` : `Captured in “${theme}”: ${words}`),
    suggested: (words: string, kind: string) => `May be worth capturing (${kind}): ${words}`,
    isIt: (kind: string) => `This looks like a voice: ${kind}.`, into: (theme: string) => `It would go into “${theme}”.`, yes: 'Capture', no: 'No', change: 'Change…', dismissed: 'All right: it is not suggested again.',
    withdraw: 'Take the voice back', returned: 'Brought back.', openTheme: 'Go to the theme',
    card: 'Heard', cardMany: 'Heard', none: 'Select the customer’s words and press V: what they say reaches whoever can decide.', suggestions: (count: number) => plural(count, 'The conversation has a sentence that may be worth capturing.', `The conversation has ${count} sentences that may be worth capturing.`),
  },
});

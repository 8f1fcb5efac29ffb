import { defineTexts, plural } from '#base/texts.ts';

/** A department's own board: what waits for us, by when, who has it. Colleagues are «tu». */
export const boardTexts = defineTexts({
  it: {
    title: (names: string) => (names === '' ? 'Richieste al tuo reparto' : `Richieste a ${names}`),
    lead: 'Quello che il servizio clienti aspetta da voi. Rispondi qui, o dalla e-mail: è lo stesso.',
    noDepartment: 'Il tuo reparto non riceve richieste da questa pagina.',
    count: (waiting: number, late: number) => `${plural(waiting, '1 aspetta voi', `${waiting} aspettano voi`)}${late > 0 ? `, ${late} in ritardo` : ''}`,
    groups: { ours: 'Aspettano noi', theirs: 'Aspettano una risposta del servizio', settled: 'Chiuse negli ultimi giorni' },
    nothing: { title: 'Nulla aspetta voi', words: 'Le domande nuove compaiono qui da sole, e arrivano anche per e-mail.' },
    by: (when: string) => `entro ${when}`, lateBy: (span: string) => `in ritardo di ${span}`, questioned: 'avete chiesto voi', answered: 'risposto', refused: 'non tocca a voi',
    urgent: { high: 'alta', urgent: 'urgente' },
    asks: (name: string, caseNumber: number) => `Chiede ${name}, caso C-${caseNumber}`,
    nobody: 'Nessuno l’ha ancora presa', has: (name: string) => `Se ne occupa ${name}`, mine: 'Ce l’hai tu',
    take: 'Ce l’ho io', takeOver: 'La prendo io', letGo: 'La lascio ai colleghi', open: 'Rispondi', close: 'Chiudi', add: 'Aggiungi qualcosa',
    missing: (words: string) => `La risposta non bastava: ${words}`, sent: 'Mandato. Grazie.', took: 'Lo vedono anche i colleghi.',
  },
  en: {
    title: (names: string) => (names === '' ? 'Requests to your department' : `Requests to ${names}`),
    lead: 'What customer service is waiting for from you. Answer here or from the e-mail: it is the same.',
    noDepartment: 'Your department gets no requests on this page.',
    count: (waiting: number, late: number) => `${plural(waiting, '1 waits for you', `${waiting} wait for you`)}${late > 0 ? `, ${late} late` : ''}`,
    groups: { ours: 'Waiting for us', theirs: 'Waiting for an answer of the service', settled: 'Settled in the last days' },
    nothing: { title: 'Nothing waits for you', words: 'New questions appear here by themselves, and come by e-mail as well.' },
    by: (when: string) => `by ${when}`, lateBy: (span: string) => `late by ${span}`, questioned: 'you asked', answered: 'answered', refused: 'not yours',
    urgent: { high: 'high', urgent: 'urgent' },
    asks: (name: string, caseNumber: number) => `Asked by ${name}, case C-${caseNumber}`,
    nobody: 'Nobody has it yet', has: (name: string) => `${name} has it`, mine: 'You have it',
    take: 'I have it', takeOver: 'I take it over', letGo: 'I leave it to colleagues', open: 'Answer', close: 'Close', add: 'Add something',
    missing: (words: string) => `The answer was not enough: ${words}`, sent: 'Sent. Thank you.', took: 'Your colleagues see it too.',
  },
});

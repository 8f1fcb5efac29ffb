import { defineTexts, plural } from '#base/texts.ts';

const percent = (rate: number): string => `${Math.round(rate * 100)}%`;

/** The list of all opportunities, and where each kind goes. */
export const screenTexts = defineTexts({
  it: {
    title: 'Opportunità', lead: 'Quello che i clienti ci dicono tra le righe, passato a chi ne può fare qualcosa. Chi l’ha sentito sa com’è andata.',
    columns: { waiting: 'Da prendere', taken: 'Se ne occupa qualcuno', settled: 'Com’è andata' },
    settledAbout: 'Negli ultimi novanta giorni.', sum: (count: number, value: string) => `${count} · ${value}`, none: { waiting: 'Niente aspetta.', taken: 'Nessuna in mano a qualcuno.', settled: 'Ancora nessun esito.' },
    empty: { title: 'Nessuna opportunità', words: 'Quando un cliente chiede un prezzo, ne vuole altre dodici o dice che cosa manca, passalo da qui: nel caso, «Passa un’opportunità».' },
    late: (count: number) => plural(count, '1 in ritardo', `${count} in ritardo`), by: 'entro', more: 'Ce ne sono altre: qui si vedono le prime trecento.',
    figures: 'Ultimi novanta giorni', rate: 'Esito noto', rateSaid: (rate: number, known: number, all: number) => `${percent(rate)} · ${known} su ${all}`, rateAbout: 'Vinte, perse o finite in niente, su tutte quelle passate a un reparto. Quelle annullate non contano.',
    won: 'Vinto', wonSaid: (count: number, value: string) => `${value} · ${plural(count, '1 volta', `${count} volte`)}`, wonAbout: 'Il valore che i reparti hanno detto, non la stima.',
    first: 'Prima risposta', firstAbout: 'La mediana, da quando è passata a quando qualcuno se ne occupa.', nothingYet: 'ancora nessuna',
    routes: 'A chi vanno', routesTitle: 'A chi vanno le opportunità', routesAbout: 'Il reparto che riceve ogni tipo. Se non ne scegli uno, va al reparto del caso: nessuna resta senza.', ofCase: 'Il reparto del caso', save: 'Salva', saved: 'Salvato.',
    close: 'Chiudi', sent: 'Detto. Chi l’ha vista lo sa.', taken: 'È tua.', leftToOthers: 'Lasciata ai colleghi.', reopen: 'Non è ancora finita', reopened: 'Si aspetta di nuovo un esito.', toCase: 'Apri il caso', climbed: { head: 'Avvisato chi guida il reparto', management: 'Avvisati chi coordina il servizio e la direzione' }, wait: 'Prossimo passo',
  },
  en: {
    title: 'Opportunities', lead: 'What customers tell us between the lines, handed to whoever can make something of it. Whoever heard it learns what came of it.',
    columns: { waiting: 'To be taken', taken: 'Somebody has it', settled: 'What came of it' },
    settledAbout: 'In the last ninety days.', sum: (count: number, value: string) => `${count} · ${value}`, none: { waiting: 'Nothing is waiting.', taken: 'Nobody has one.', settled: 'No outcome yet.' },
    empty: { title: 'No opportunities', words: 'When a customer asks for a price, wants twelve more or says what is missing, hand it over: in the case, “Hand over an opportunity”.' },
    late: (count: number) => plural(count, '1 late', `${count} late`), by: 'by', more: 'There are more: these are the first three hundred.',
    figures: 'The last ninety days', rate: 'Known outcome', rateSaid: (rate: number, known: number, all: number) => `${percent(rate)} · ${known} of ${all}`, rateAbout: 'Won, lost or come to nothing, of all that were handed to a department. Those taken back do not count.',
    won: 'Won', wonSaid: (count: number, value: string) => `${value} · ${plural(count, 'once', `${count} times`)}`, wonAbout: 'The value that the departments said, not the estimate.',
    first: 'First answer', firstAbout: 'The median, from handing over until somebody takes it.', nothingYet: 'none yet',
    routes: 'Where they go', routesTitle: 'Where opportunities go', routesAbout: 'The department that gets each kind. Where you choose none, it goes to the department of the case: none is left without.', ofCase: 'The department of the case', save: 'Save', saved: 'Saved.',
    close: 'Close', sent: 'Said. Whoever saw it knows.', taken: 'It is yours.', leftToOthers: 'Left to your colleagues.', reopen: 'It is not over yet', reopened: 'An outcome is awaited again.', toCase: 'Open the case', climbed: { head: 'The head of the department was told', management: 'The leads and the management were told' }, wait: 'Next step',
  },
});

/** What the mails of the bench are made of: sentences of a customer service in two languages, seven in ten of them Italian. */
const italian = [
  'Buongiorno, il secondo collo del mio ordine non è ancora arrivato e dal sito del corriere non si capisce dove sia finito.',
  'La lampada Lumina 3 è arrivata con il vetro scheggiato su un lato; allego la fotografia della confezione aperta ieri sera.',
  'Avevamo parlato al telefono con una vostra collega che mi aveva promesso una risposta entro giovedì pomeriggio.',
  'Chiedo cortesemente a che punto è il rimborso della cifra che avevo pagato con carta di credito a settembre.',
  'Il cavo della lampada è troppo corto per la nostra parete: ne esiste uno più lungo da ordinare come ricambio?',
  'Nel manuale di montaggio della mensola Brera mancano le pagine centrali e le viti sono di due misure diverse.',
  'La fattura porta ancora il vecchio indirizzo della sede; ci serve corretta prima della fine del mese per la contabilità.',
  'Vi ringrazio per la gentilezza, ma dopo tre settimane vorrei sapere con precisione il giorno della consegna.',
  'Abbiamo provato a sostituire il driver D40 seguendo le istruzioni del tecnico, però la luce continua a tremare.',
  'Per il reso il modulo chiede un numero di serie che sul prodotto non si trova da nessuna parte.',
  'Restiamo in attesa di un preventivo per dodici applique Navigli da montare nelle camere del secondo piano.',
  'Il corriere dice di essere passato alle undici, eppure in casa c’era mia moglie e nessuno ha suonato il campanello.',
  'La garanzia dovrebbe coprire anche la vernice che si stacca: come si registra il prodotto comprato in negozio?',
  'Gentile cliente, abbiamo chiesto al magazzino di verificare la spedizione e le scriviamo di nuovo domani mattina.',
  'Il pagamento risulta ricevuto e la nuova spedizione parte con corriere espresso senza alcun costo per lei.',
  'Mi dispiace per il disagio: ho chiesto ai colleghi della logistica di fissare un nuovo appuntamento con il trasportatore.',
] as const;
const english = [
  'Good morning, the second parcel of our order has not arrived and the carrier cannot tell us where it is.',
  'The lamp we bought for the hotel lobby flickers when it is dimmed below thirty percent; is the driver faulty?',
  'Could you please send the corrected invoice with our new address before the end of the month?',
  'We would like a quotation for twelve more rooms, delivered in two steps during November.',
  'Thank you for your patience; the warehouse confirms that the missing piece leaves tomorrow by express courier.',
  'The instructions mention four screws but the box contains only three, and one of them is the wrong size.',
] as const;

const pick = (words: readonly string[]): string => `(array[${words.map((sentence) => `'${sentence.replaceAll("'", "''")}'`).join(',')}])[1 + floor(random() * ${words.length})::int]`;

/** The words that searches look for, and in which part of all messages they stand. */
export const planted = { rare: 'qxzebra03', some: 'qxvalve02', many: 'rimborsissimo' } as const;

/** A few thousand bodies with their search words made once: the stems of a million messages would take an hour, and are the same. */
export const bodies = 4_000;

/** Each body has a new part, a quotation and an HTML side; together some 3.5 kB. */
export const fillBodies = `
  -- The nothing behind each sentence makes it one of the inner rows: without it PostgreSQL takes it for a sum over the outer ones.
  create unlogged table bench_bodies as
  select i, language, new_text, folded, '<div dir="ltr">' || replace(new_text, E'\\n', '</div><div style="margin:0 0 8px 0">') || '</div>' || repeat('<div><br></div>', 30) || '<blockquote>' || folded || '</blockquote>' as html
  from (select i, case when i % 10 < 7 then 'it' else 'en' end as language,
      (select string_agg(case when i % 10 < 7 then ${pick(italian)} else ${pick(english)} end || left(g::text, 0), E'\\n') from generate_series(1, 3 + i % 9) g) as new_text,
      (select string_agg('> ' || case when i % 10 < 7 then ${pick(italian)} else ${pick(english)} end || left(g::text, 0), E'\\n') from generate_series(1, 2 + i % 7) g) as folded
    from generate_series(0, ${bodies - 1}) i offset 0) made;
  alter table bench_bodies add column words tsvector, add primary key (i);
  update bench_bodies set words = searchable_words(new_text);
  analyze bench_bodies`;

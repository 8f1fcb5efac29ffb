import { defineTexts, plural } from '#base/texts.ts';
import type { UnreachedReason } from '../../contract.ts';

export interface LoopReasons extends Readonly<Record<UnreachedReason, string>> {}

const reasonsIt: LoopReasons = {
  unknown: 'non è in anagrafica: lo conosce chi l’ha sentito', no_address: 'manca un indirizzo e-mail', phone_only: 'preferisce il telefono', bounced: 'l’ultima e-mail è tornata indietro',
  no_case: 'non ha un caso su cui scrivere', merged: 'il caso è unito a un altro', skipped: 'un collega ha scelto di non scrivere', delivery_failed: 'l’e-mail non è arrivata',
};
const reasonsEn: LoopReasons = {
  unknown: 'has no card: whoever heard them knows them', no_address: 'there is no e-mail address', phone_only: 'prefers the phone', bounced: 'the last e-mail came back',
  no_case: 'has no case to write on', merged: 'the case was merged', skipped: 'a colleague chose not to write', delivery_failed: 'the e-mail did not arrive',
};

export const loopTexts = defineTexts({
  it: {
    title: { decided: 'Raccontare ai clienti che cosa si è deciso', shipped: 'Raccontare ai clienti che è uscito', past: 'Che cosa sanno i clienti' },
    told: (told: number, attached: number) => `${told} su ${attached} lo sanno`, byPhone: (count: number) => plural(count, '1 al telefono', `${count} al telefono`), notTold: (count: number) => plural(count, '1 non raggiunto', `${count} non raggiunti`), waiting: (count: number) => plural(count, '1 lettera aspetta', `${count} lettere aspettano`), leaving: (count: number) => plural(count, '1 lettera sta partendo', `${count} lettere stanno partendo`),
    words: { it: 'Che cosa diciamo in italiano', en: 'Che cosa diciamo in inglese' }, wordsAbout: 'Sta in mezzo a ogni lettera, tra le parole del cliente e i saluti.', missing: (count: number) => plural(count, '1 cliente legge l’inglese: senza queste parole la lettera non parte.', `${count} clienti leggono l’inglese: senza queste parole le lettere non partono.`),
    missingIt: (count: number) => plural(count, '1 cliente legge l’italiano: senza queste parole la lettera non parte.', `${count} clienti leggono l’italiano: senza queste parole le lettere non partono.`),
    save: 'Salva le parole', saved: 'Salvato: ogni lettera le ha già.', read: { it: (count: number) => plural(count, 'Leggi la lettera in italiano', `Leggi le ${count} lettere in italiano`), en: (count: number) => plural(count, 'Leggi la lettera in inglese', `Leggi le ${count} lettere in inglese`) }, hide: 'Chiudi l’elenco', readFirst: 'Prima si leggono, poi partono.',
    send: { it: (count: number) => plural(count, 'Invia la lettera in italiano', `Invia le ${count} lettere in italiano`), en: (count: number) => plural(count, 'Invia la lettera in inglese', `Invia le ${count} lettere in inglese`) },
    callInstead: 'Metti tra chi è da chiamare', toCall: 'Ora stanno tra chi è da chiamare.',
    sending: (count: number) => plural(count, '1 lettera parte.', `${count} lettere partono.`), back: 'Fermate: non è partito niente.', cannot: (count: number) => plural(count, 'A una persona non si può scrivere: resterà tra chi è da chiamare.', `A ${count} persone non si può scrivere: resteranno tra chi è da chiamare.`),
    open: (name: string) => `Leggi la lettera a ${name}`, close: 'Chiudi la lettera', own: 'riscritta', edit: 'Riscrivi', editLabel: (name: string) => `Lettera a ${name}`, keep: 'Tieni queste parole', common: 'Torna alle parole comuni', skip: 'Non scrivere', why: 'Perché non scriviamo', skipNow: 'Non scrivere a questa persona', skipped: 'Non le scriviamo.', cancel: 'Torna indietro',
    more: 'Mostra altre lettere', unreached: 'Senza lettera', unreachedAbout: 'A queste persone non è arrivata nessuna lettera.', called: 'L’ho detto al telefono', calledDone: 'Segnato: ora lo sa.', giveBack: 'Rimetti tra le lettere', givenBack: 'È di nuovo tra le lettere da leggere.', reasons: reasonsIt, caseNumber: (number: number) => `C-${number}`, heardBy: (name: string) => `sentito da ${name}`,
    answered: 'Che cosa hanno risposto', thanks: (count: number) => plural(count, '1 ringraziamento', `${count} ringraziamenti`), answers: (count: number) => plural(count, '1 risposta da leggere', `${count} risposte da leggere`), heard: 'raccolta', quoted: (words: string) => `«${words}»`, notYours: 'Può leggere e inviare le lettere chi lavora nel servizio, chi decide e chi ha raccolto una voce.',
  },
  en: {
    title: { decided: 'Tell the customers what was decided', shipped: 'Tell the customers that it is out', past: 'What the customers know' },
    told: (told: number, attached: number) => `${told} of ${attached} know`, byPhone: (count: number) => `${count} by phone`, notTold: (count: number) => `${count} not reached`, waiting: (count: number) => plural(count, '1 letter waits', `${count} letters wait`), leaving: (count: number) => plural(count, '1 letter is leaving', `${count} letters are leaving`),
    words: { it: 'What we say in Italian', en: 'What we say in English' }, wordsAbout: 'It stands in the middle of every letter, between the customer’s own words and the regards.', missing: (count: number) => plural(count, '1 customer reads English: without these words the letter does not leave.', `${count} customers read English: without these words the letters do not leave.`),
    missingIt: (count: number) => plural(count, '1 customer reads Italian: without these words the letter does not leave.', `${count} customers read Italian: without these words the letters do not leave.`),
    save: 'Save the words', saved: 'Saved: every letter has them now.', read: { it: (count: number) => plural(count, 'Read the letter in Italian', `Read the ${count} letters in Italian`), en: (count: number) => plural(count, 'Read the letter in English', `Read the ${count} letters in English`) }, hide: 'Close the list', readFirst: 'They are read first, and then they leave.',
    send: { it: (count: number) => plural(count, 'Send the letter in Italian', `Send the ${count} letters in Italian`), en: (count: number) => plural(count, 'Send the letter in English', `Send the ${count} letters in English`) },
    callInstead: 'Put among those to call', toCall: 'They stand among those to call now.',
    sending: (count: number) => plural(count, '1 letter is leaving.', `${count} letters are leaving.`), back: 'Stopped: nothing has left.', cannot: (count: number) => plural(count, 'One of them cannot be written to and will stand among those to call.', `${count} of them cannot be written to and will stand among those to call.`),
    open: (name: string) => `Read the letter to ${name}`, close: 'Close the letter', own: 'rewritten', edit: 'Rewrite', editLabel: (name: string) => `Letter to ${name}`, keep: 'Keep these words', common: 'Back to the common words', skip: 'Do not write', why: 'Why we do not write', skipNow: 'Do not write to this person', skipped: 'We do not write to them.', cancel: 'Go back',
    more: 'Show more letters', unreached: 'Without a letter', unreachedAbout: 'No letter reached these people.', called: 'I told them on the phone', calledDone: 'Noted: they know now.', giveBack: 'Back among the letters', givenBack: 'It is among the letters to be read again.', reasons: reasonsEn, caseNumber: (number: number) => `C-${number}`, heardBy: (name: string) => `heard by ${name}`,
    answered: 'What they answered', thanks: (count: number) => plural(count, '1 thank-you', `${count} thank-yous`), answers: (count: number) => plural(count, '1 answer to read', `${count} answers to read`), heard: 'captured', quoted: (words: string) => `“${words}”`, notYours: 'Whoever works in the service, decides or captured a voice can read the letters and send them.',
  },
});

export const broughtTexts = defineTexts({
  it: {
    title: 'Che cosa ha portato', early: (day: string) => `Servono almeno otto settimane prima e otto dopo l’uscita: si potrà leggere dal ${day}.`, never: 'Prima dell’uscita si è ascoltato per meno di otto settimane: non c’è un prima con cui confrontare.',
    before: 'prima', after: 'dopo', span: (weeks: number) => `Voci nelle ${weeks} settimane prima e nelle ${weeks} dopo l’uscita`, chart: (before: number, after: number, weeks: number) => `Voci a settimana: ${before} nelle ${weeks} settimane prima dell’uscita, ${after} nelle ${weeks} dopo.`,
    ratio: (value: string, low: string, high: string) => `Dopo, ${value} voci per ogni voce di prima (intervallo al 95 %: da ${low} a ${high}).`, noRatio: (low: string) => `Prima non c’erano voci, quindi non c’è un rapporto (intervallo al 95 %: da ${low} in su).`, silent: 'Nessuna voce, né prima né dopo.', unbounded: 'senza limite',
    unclear: 'L’intervallo comprende 1: la differenza può essere un caso.', association: 'È un’associazione, non una causa: nelle stesse settimane possono essere cambiate altre cose.', everything: (before: number, after: number) => `Tutte le voci raccolte nelle stesse settimane: ${before} prima, ${after} dopo.`,
    boiled: (before: number, after: number, customers: number) => `Dei ${customers} clienti che l’avevano chiesto, in ebollizione ${before} prima e ${after} dopo, per qualunque motivo.`,
    leaving: (customers: number, value: string) => `${plural(customers, '1 di loro aveva detto che se ne sarebbe andato', `${customers} di loro avevano detto che se ne sarebbero andati`)} (valore noto in un anno: ${value}). Dall’uscita:`, wrote: (customers: number, value: string) => `${plural(customers, '1 ci ha scritto', `${customers} ci hanno scritto`)} senza ripeterlo (${value});`, quiet: (customers: number, value: string) => `di ${customers} non si è saputo altro (${value}): può essere un buon segno o no;`, again: (customers: number, value: string) => `${plural(customers, '1 l’ha ripetuto', `${customers} l’hanno ripetuto`)} (${value}).`,
    wonTimes: (count: number, value: string) => (count === 0 ? 'nessuna' : `${count} (${value})`), won: (before: string, after: string) => `Opportunità vinte con questi clienti, per qualunque cosa: ${before} prima, ${after} dopo.`,
    interval: (low: string, high: string) => `Per ognuna di prima, dopo da ${low} a ${high} (intervallo al 95 %).`,
  },
  en: {
    title: 'What it brought', early: (day: string) => `It takes at least eight weeks before and eight after it shipped: it can be read from ${day}.`, never: 'Before it shipped, we had listened for less than eight weeks: there is nothing to compare with.',
    before: 'before', after: 'after', span: (weeks: number) => `Voices in the ${weeks} weeks before and the ${weeks} after it shipped`, chart: (before: number, after: number, weeks: number) => `Voices per week: ${before} in the ${weeks} weeks before it shipped, ${after} in the ${weeks} after.`,
    ratio: (value: string, low: string, high: string) => `Afterwards, ${value} voices for each voice before (95% interval: ${low} to ${high}).`, noRatio: (low: string) => `There were no voices before, so there is no ratio (95% interval: from ${low} up).`, silent: 'No voices, neither before nor after.', unbounded: 'no limit',
    unclear: 'The interval holds 1: the difference may be chance.', association: 'This is an association, not a cause: other things may have changed in the same weeks.', everything: (before: number, after: number) => `All voices captured in the same weeks: ${before} before, ${after} after.`,
    boiled: (before: number, after: number, customers: number) => `Of the ${customers} customers who had asked, ${before} boiled over before and ${after} after, for whatever reason.`,
    leaving: (customers: number, value: string) => `${customers} of them had said that they would leave (known value in a year: ${value}). Since it shipped:`, wrote: (customers: number, value: string) => `${customers} wrote without saying it again (${value});`, quiet: (customers: number, value: string) => `nothing was heard of ${customers} (${value}), which may be a good sign or not;`, again: (customers: number, value: string) => `${customers} said it again (${value}).`,
    wonTimes: (count: number, value: string) => (count === 0 ? 'none' : `${count} (${value})`), won: (before: string, after: string) => `Opportunities won with these customers, whatever they were about: ${before} before, ${after} after.`,
    interval: (low: string, high: string) => `For each before, ${low} to ${high} after (95% interval).`,
  },
});

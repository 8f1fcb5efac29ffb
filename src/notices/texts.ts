import { sayCents } from '#base/cents.ts';
import type { Instant } from '#base/clock.ts';
import { defineTexts, type Language } from '#base/texts.ts';
import { sayInstant } from '#calendar/words.ts';
import type { NoticeFacts, NoticeKind, NoticeView } from './contract.ts';

/** `what` says what happened, `next` what to do about it. */
export interface NoticeWords {
  readonly what: string;
  readonly next: string;
}

/** The facts as they stand in a sentence: somebody unnamed is "un cliente", an unknown instant is left out. */
interface Said extends NoticeFacts {
  readonly due: string;
}

type Words = Readonly<Record<NoticeKind, (facts: Said) => NoticeWords>>;

const quoted = (text: string | undefined, before = ': '): string => (text === undefined ? '' : `${before}«${text}»`);
const inQuotes = (text: string | undefined, before = ': '): string => (text === undefined ? '' : `${before}“${text}”`);

/** What helps, by why a mail did not arrive. */
type Unarrived = Readonly<Record<string, string>>;
const whatHelps = (words: Unarrived, why: string | undefined): string | undefined => (why === undefined ? undefined : words[why]);
const unarrivedIt: Unarrived = {
  address_wrong: 'L’indirizzo non esiste: correggilo, oppure telefona.', box_full: 'La sua casella è piena: telefona, oppure riprova tra qualche giorno.',
  spam_or_policy: 'Il suo server rifiuta le nostre e-mail: telefona, e dillo a chi si occupa della posta.', temporary: 'Il suo server non ha risposto per giorni: telefona, oppure manda di nuovo.',
};
const unarrivedEn: Unarrived = {
  address_wrong: 'There is no such address: correct it, or call.', box_full: 'Their mailbox is full: call, or try again in some days.',
  spam_or_policy: 'Their server refuses our mail: call, and tell whoever looks after the mail.', temporary: 'Their server has not answered for days: call, or send it again.',
};

const italian: Words = {
  handover_offered: ({ person = 'Un collega', customer = 'un cliente' }) => ({
    what: `${person} ti passa il caso di ${customer}.`, next: 'Leggilo e accetta, oppure spiega perché non puoi: finché non accetti resta a chi te lo passa.',
  }),
  handover_declined: ({ person = 'Il collega', customer = 'un cliente', reason }) => ({
    what: `${person} non può prendere il caso di ${customer}${quoted(reason)}.`, next: 'Resta tuo: seguilo tu, o proponilo a qualcun altro.',
  }),
  mentioned: ({ person = 'Un collega', customer = 'un cliente', what }) => ({
    what: `${person} ti chiama in una nota sul caso di ${customer}${quoted(what)}.`, next: 'Rispondi nella nota.',
  }),
  department_answered: ({ department = 'Il reparto', customer = 'un cliente', what }) => ({
    what: `${department} ha risposto per ${customer}${quoted(what)}.`, next: 'La bozza per il cliente è pronta: rileggila e inviala.',
  }),
  department_asked_back: ({ department = 'Il reparto', customer = 'un cliente', what }) => ({
    what: `${department} ha bisogno di sapere una cosa sul caso di ${customer}${quoted(what)}.`, next: 'Rispondi: finché non lo fai il suo tempo è fermo, quello del cliente no.',
  }),
  department_refused: ({ department = 'Il reparto', customer = 'un cliente', reason }) => ({
    what: `${department} dice che la richiesta per ${customer} non è sua${quoted(reason)}.`, next: 'Scegli a chi chiedere, e se la data cambia avvisa il cliente.',
  }),
  request_late: ({ department = 'Un reparto', customer = 'un cliente', due }) => ({
    what: `${department} non ha ancora risposto per ${customer}: doveva farlo ${due}.`, next: 'È già stato sollecitato. Di’ al cliente a che punto siamo, prima che lo chieda.',
  }),
  promise_near: ({ customer = 'un cliente', what, due }) => ({
    what: `La promessa a ${customer} scade ${due}${quoted(what)}.`, next: 'Mantienila, o scrivi adesso al cliente una data nuova.',
  }),
  promise_broken: ({ customer = 'un cliente', what, due }) => ({
    what: `Non abbiamo mantenuto la promessa a ${customer}${quoted(what)}. Scadeva ${due}.`, next: 'Scrivi al cliente: che cosa è successo, e quando avrà quello che aspetta.',
  }),
  next_update_near: ({ customer = 'un cliente', due }) => ({
    what: `${customer} si aspetta notizie ${due}.`, next: 'Manda un aggiornamento, anche se non c’è ancora la soluzione.',
  }),
  next_update_missed: ({ customer = 'un cliente', due }) => ({
    what: `${customer} aspettava notizie ${due} e non ne ha avute.`, next: 'Scrivi subito dove siamo e quando ci risentirà.',
  }),
  delivery_failed: ({ customer = 'un cliente', department, address, reason, why }) => (department !== undefined ? {
    what: `La nostra e-mail a ${department} non è stata consegnata${quoted(reason)}.`, next: 'Controlla l’indirizzo, oppure senti il reparto: non sa ancora niente.',
  } : {
    what: `Il messaggio per ${customer}${address === undefined ? '' : ` (${address})`} non è stato consegnato${quoted(reason)}.`,
    next: `${whatHelps(unarrivedIt, why) ?? 'Controlla l’indirizzo, oppure telefona.'} Il cliente non sa ancora niente.`,
  }),
  reply_stopped: ({ customer = 'un cliente' }) => ({
    what: `La tua risposta a ${customer} non è partita: intanto il cliente ha scritto di nuovo.`, next: 'Leggi il nuovo messaggio, sistema la risposta e inviala.',
  }),
  customer_wrote: ({ customer = 'Un cliente', what }) => ({ what: `${customer} ha scritto${quoted(what)}.`, next: 'Leggi e rispondi.' }),
  customer_says_unsolved: ({ customer = 'Un cliente', what }) => ({
    what: `${customer} dice che non è risolto${quoted(what)}.`, next: 'Il caso è di nuovo aperto ed è tuo: riparti da quello che manca.',
  }),
  low_rating: ({ customer = 'Un cliente', score, what }) => ({
    what: `${customer} ha dato ${score === undefined ? 'un voto basso' : `${score} su 5`}${quoted(what)}.`, next: 'Chiama o scrivi: chi si lamenta ci sta ancora parlando.',
  }),
  claim_late: ({ customer = 'un cliente', due }) => ({
    what: `Nessuno ha ancora preso in carico il caso di ${customer}: andava fatto ${due}.`, next: 'Prendilo tu, o affidalo a qualcuno.',
  }),
  mailbox_in_trouble: ({ address = 'Una casella', reason }) => ({
    what: `${address} non riceve o non invia${quoted(reason)}.`, next: 'Apri le impostazioni della casella: finché è ferma i clienti non ci raggiungono.',
  }),
  incident_late: ({ what, due }) => ({
    what: `I clienti coinvolti in un disservizio${quoted(what)} aspettavano notizie ${due}.`, next: 'Scrivi l’aggiornamento, anche se non c’è ancora la soluzione.',
  }),
  incident_resolved: ({ what, count = 1 }) => ({
    what: `Un disservizio è risolto${quoted(what)}: ${count === 1 ? 'un tuo caso ne fa' : `${count} tuoi casi ne fanno`} parte.`, next: 'I clienti sono stati avvisati. Guarda se per i tuoi è tutto a posto, e risolvili.',
  }),
  complaint_near: ({ customer = 'un cliente', what = '', due }) => ({
    what: `Il reclamo formale ${what} di ${customer} va risposto entro ${due}.`, next: 'Manda la risposta, oppure l’interlocutoria dove la regola la ammette: il termine è di legge e non si sposta da solo.',
  }),
  complaint_late: ({ customer = 'un cliente', what = '', due }) => ({
    what: `Il reclamo formale ${what} di ${customer} è oltre il termine: scadeva ${due}.`, next: 'Manda oggi la risposta definitiva. Se la regola prevede un indennizzo, è già dovuto.',
  }),
  call_customer: ({ customer = 'Un cliente', address = '', due }) => ({
    what: `${customer} ha chiesto di essere chiamato, e si aspetta notizie ${due}.`, next: `Chiama il ${address} e annota la telefonata; poi dai la prossima data.`,
  }),
  decision_near: ({ what, due }) => ({
    what: `La tua decisione${quoted(what, ' su ')} scade ${due}.`, next: 'Prendere o lasciare: leggi che cosa dicono i clienti e decidi.',
  }),
  decision_late: ({ what, person, due }) => ({
    what: `Nessuno ha ancora deciso${quoted(what, ' su ')}: ${person === undefined ? 'andava fatto' : `${person} doveva farlo`} ${due}.`, next: 'Decidi tu, o parlane oggi con chi decide: i clienti aspettano una risposta.',
  }),
  theme_handed: ({ what, person = 'Un collega', reason, due }) => ({
    what: `${person} ti affida la decisione${quoted(what, ' su ')}${quoted(reason)}.`, next: due === '' ? 'Leggi che cosa dicono i clienti.' : `Leggi che cosa dicono i clienti e decidi ${due}: il giorno non cambia.`,
  }),
  theme_to_do: ({ what, person = 'Un collega', due }) => ({
    what: `${person} ha preso una cosa chiesta dai clienti${quoted(what)}, e la fai tu.`, next: `Deve uscire ${due}. Se non ce la fai, dillo prima: il giorno si può spostare, spiegando perché.`,
  }),
  shipping_late: ({ what, due }) => ({
    what: `Una cosa presa non è ancora uscita${quoted(what)}: il giorno era ${due}.`, next: 'È uscita? Segnalo. Altrimenti scegli un giorno nuovo e spiega perché.',
  }),
  voices_near: ({ what, count = 1, due }) => ({
    what: count === 1 ? `Una voce${quoted(what, ' su ')} è ancora senza tema: va messa al suo posto ${due}.` : `${count} voci${quoted(what, ' su ')} sono ancora senza tema: vanno messe al loro posto ${due}.`,
    next: 'Accanto a ognuna c’è il tema più vicino: bastano pochi tasti.',
  }),
  voices_late: ({ what, person, count = 1, due }) => ({
    what: `${count === 1 ? `Una voce${quoted(what, ' su ')} aspetta` : `${count} voci${quoted(what, ' su ')} aspettano`} un tema oltre la data: ${person === undefined ? 'il giorno era' : `${person} doveva pensarci`} ${due}.`,
    next: 'Senza un tema nessuno decide, e ai clienti nessuno risponde: mettile al loro posto, o parlane oggi con chi deve farlo.',
  }),
  letters_wait: ({ what, count = 1, due }) => ({
    what: `${count === 1 ? 'Un cliente non sa' : `${count} clienti non sanno`} ancora che cosa è stato deciso${quoted(what, ' su ')}: ${count === 1 ? 'la lettera è pronta' : 'le lettere sono pronte'} da ${due}.`, next: 'Leggile e lasciale partire.',
  }),
  survey_low: ({ customer = 'Un cliente', score, outOf, what, reason }) => ({
    what: `${customer} ${score === undefined ? 'ha scritto parole amare' : `ha risposto ${score}${outOf === undefined ? '' : ` su ${outOf}`}`}${what === undefined ? ' in un sondaggio' : ` nel sondaggio «${what}»`}${quoted(reason)}.`,
    next: 'Le sue risposte stanno nel caso: chiama o scrivi, entro la data del prossimo aggiornamento.',
  }),
  shift_needs: ({ count = 1, due }) => ({
    what: `Il turno finisce ${due}, e ${count === 1 ? 'un tuo caso avrà' : `${count} tuoi casi avranno`} bisogno di qualcuno prima che tu torni.`,
    next: 'Apri «Finisco il turno»: li guarda chi ti sostituisce, o li passi a qualcuno.',
  }),
  opportunity_waits: ({ person = 'Un collega', department = 'il tuo reparto', what, due }) => ({
    what: `${person} passa a ${department} un’opportunità${quoted(what)}.`, next: `Serve ${due}: di’ chi se ne occupa, anche se sei tu.`,
  }),
  opportunity_late: ({ department = 'Un reparto', customer = 'un cliente', what, due }) => ({
    what: `Di un’opportunità (${customer}) non si sa ancora niente${quoted(what)}: ${department} doveva dirlo ${due}.`, next: 'Senti chi può occuparsene: un cliente interessato non aspetta a lungo.',
  }),
  opportunity_read: ({ person = 'Un collega', department = 'il reparto', customer = 'un cliente' }) => ({
    what: `${person}, ${department}, ha letto l’opportunità di ${customer}.`, next: 'Non devi fare niente: saprai com’è andata.',
  }),
  opportunity_taken: ({ person = 'Un collega', customer = 'un cliente', due }) => ({
    what: `${person} si occupa dell’opportunità di ${customer}.`, next: `Non devi fare niente: ti fa sapere com’è andata ${due}.`,
  }),
  opportunity_won: ({ person = 'Un collega', customer = 'un cliente', cents }) => ({
    what: `L’opportunità di ${customer} è andata bene${cents === undefined ? '' : `: ${sayCents(cents, 'it')}`}. Lo dice ${person}, e l’avevi vista tu.`, next: 'Ben fatto.',
  }),
  opportunity_lost: ({ person = 'Un collega', customer = 'un cliente', reason }) => ({
    what: `L’opportunità di ${customer} è persa, dice ${person}${quoted(reason)}.`, next: 'Passarla è servito lo stesso: ora si sa perché.',
  }),
  opportunity_nothing: ({ person = 'Un collega', customer = 'un cliente', reason }) => ({
    what: `Dell’opportunità di ${customer} non si è fatto niente, dice ${person}${quoted(reason)}.`, next: 'Se il cliente ne riparla, passala di nuovo.',
  }),
  webhook_given_up: ({ what = 'Un webhook', address = '' }) => ({
    what: `${what} (${address}) non ha ricevuto qualcosa, dopo dieci tentativi in tre giorni.`, next: 'Guarda che cosa risponde, sistema l’altro programma e rimanda.',
  }),
  webhook_off: ({ what = 'Un webhook', address = '' }) => ({
    what: `${what} (${address}) è stato spento: non riceve più niente.`, next: 'Sistema l’altro programma, poi riaccendilo: parte per primo quello che aspetta.',
  }),
};

const english: Words = {
  handover_offered: ({ person = 'A colleague', customer = 'a customer' }) => ({
    what: `${person} is handing you ${customer}’s case.`, next: 'Read it and accept, or say why you cannot: until you accept it stays with them.',
  }),
  handover_declined: ({ person = 'Your colleague', customer = 'a customer', reason }) => ({
    what: `${person} cannot take ${customer}’s case${inQuotes(reason)}.`, next: 'It stays yours: carry it on, or offer it to somebody else.',
  }),
  mentioned: ({ person = 'A colleague', customer = 'a customer', what }) => ({
    what: `${person} calls you in a note on ${customer}’s case${inQuotes(what)}.`, next: 'Answer in the note.',
  }),
  department_answered: ({ department = 'The department', customer = 'a customer', what }) => ({
    what: `${department} has answered for ${customer}${inQuotes(what)}.`, next: 'The draft for the customer is ready: read it over and send it.',
  }),
  department_asked_back: ({ department = 'The department', customer = 'a customer', what }) => ({
    what: `${department} needs to know something about ${customer}’s case${inQuotes(what)}.`, next: 'Answer: until you do, their clock stands still and the customer’s does not.',
  }),
  department_refused: ({ department = 'The department', customer = 'a customer', reason }) => ({
    what: `${department} says that the request for ${customer} is not theirs${inQuotes(reason)}.`, next: 'Choose whom to ask, and tell the customer if the date moves.',
  }),
  request_late: ({ department = 'A department', customer = 'a customer', due }) => ({
    what: `${department} has not answered for ${customer} yet: it was due ${due}.`, next: 'They have been reminded. Tell the customer where things stand before they ask.',
  }),
  promise_near: ({ customer = 'a customer', what, due }) => ({
    what: `The promise to ${customer} falls due ${due}${inQuotes(what)}.`, next: 'Keep it, or give the customer a new date now.',
  }),
  promise_broken: ({ customer = 'a customer', what, due }) => ({
    what: `We broke the promise to ${customer}${inQuotes(what)}. It was due ${due}.`, next: 'Write to the customer: what happened, and when they will have what they are waiting for.',
  }),
  next_update_near: ({ customer = 'A customer', due }) => ({
    what: `${customer} expects to hear from us ${due}.`, next: 'Send an update, even if there is no solution yet.',
  }),
  next_update_missed: ({ customer = 'A customer', due }) => ({
    what: `${customer} was to hear from us ${due} and did not.`, next: 'Write now: where we are, and when they will hear next.',
  }),
  delivery_failed: ({ customer = 'a customer', department, address, reason, why }) => (department !== undefined ? {
    what: `Our e-mail to ${department} was not delivered${inQuotes(reason)}.`, next: 'Check the address, or call the department: they know nothing yet.',
  } : {
    what: `The message to ${customer}${address === undefined ? '' : ` (${address})`} was not delivered${inQuotes(reason)}.`,
    next: `${whatHelps(unarrivedEn, why) ?? 'Check the address, or call.'} The customer knows nothing yet.`,
  }),
  reply_stopped: ({ customer = 'a customer' }) => ({
    what: `Your reply to ${customer} was not sent: the customer has written again in the meantime.`, next: 'Read the new message, adjust your reply and send it.',
  }),
  customer_wrote: ({ customer = 'A customer', what }) => ({ what: `${customer} has written${inQuotes(what)}.`, next: 'Read and answer.' }),
  customer_says_unsolved: ({ customer = 'A customer', what }) => ({
    what: `${customer} says it is not solved${inQuotes(what)}.`, next: 'The case is open again and yours: start from what is missing.',
  }),
  low_rating: ({ customer = 'A customer', score, what }) => ({
    what: `${customer} gave ${score === undefined ? 'a low rating' : `${score} out of 5`}${inQuotes(what)}.`, next: 'Call or write: whoever complains is still talking to us.',
  }),
  claim_late: ({ customer = 'a customer', due }) => ({
    what: `Nobody has taken charge of ${customer}’s case yet: it was due ${due}.`, next: 'Take it yourself, or give it to somebody.',
  }),
  mailbox_in_trouble: ({ address = 'A mailbox', reason }) => ({
    what: `${address} cannot receive or send${inQuotes(reason)}.`, next: 'Open the mailbox’s settings: while it stands still, customers cannot reach us.',
  }),
  incident_late: ({ what, due }) => ({
    what: `The customers of an incident${inQuotes(what)} expected to hear ${due}.`, next: 'Write the update, even if there is no solution yet.',
  }),
  incident_resolved: ({ what, count = 1 }) => ({
    what: `An incident is resolved${inQuotes(what)}: ${count === 1 ? 'one of your cases belongs' : `${count} of your cases belong`} to it.`, next: 'The customers were told. See whether all is well for yours, and resolve them.',
  }),
  complaint_near: ({ customer = 'a customer', what = '', due }) => ({
    what: `The formal complaint ${what} of ${customer} is to be answered by ${due}.`, next: 'Send the answer, or an interim reply where the rule knows one: the term is the law’s and does not move by itself.',
  }),
  complaint_late: ({ customer = 'a customer', what = '', due }) => ({
    what: `The formal complaint ${what} of ${customer} is past its term: it was due ${due}.`, next: 'Send the final reply today. Where the rule provides an indemnity, it is owed already.',
  }),
  call_customer: ({ customer = 'A customer', address = '', due }) => ({
    what: `${customer} asked to be called, and expects to hear from us ${due}.`, next: `Call ${address} and note the call; then give the next date.`,
  }),
  decision_near: ({ what, due }) => ({
    what: `Your decision${inQuotes(what, ' on ')} falls due ${due}.`, next: 'Take it or leave it: read what customers say, and decide.',
  }),
  decision_late: ({ what, person, due }) => ({
    what: `Nobody has decided${inQuotes(what, ' on ')}: ${person === undefined ? 'it was due' : `${person} was to do so`} ${due}.`, next: 'Decide yourself, or talk today to whoever decides: customers wait for an answer.',
  }),
  theme_handed: ({ what, person = 'A colleague', reason, due }) => ({
    what: `${person} gives you the decision${inQuotes(what, ' on ')}${inQuotes(reason)}.`, next: due === '' ? 'Read what customers say.' : `Read what customers say and decide ${due}: the day stays.`,
  }),
  theme_to_do: ({ what, person = 'A colleague', due }) => ({
    what: `${person} has taken something that customers asked for${inQuotes(what)}, and you are to do it.`, next: `It is to be out ${due}. If you cannot, say so before: the day can be moved, with the reason.`,
  }),
  shipping_late: ({ what, due }) => ({
    what: `Something that was taken is not out yet${inQuotes(what)}: its day was ${due}.`, next: 'Is it out? Say so. Otherwise choose a new day and say why.',
  }),
  voices_near: ({ what, count = 1, due }) => ({
    what: `${count === 1 ? `One voice${inQuotes(what, ' on ')} is` : `${count} voices${inQuotes(what, ' on ')} are`} still without a theme: to be put in place ${due}.`, next: 'The nearest theme stands beside each: a few keys will do.',
  }),
  voices_late: ({ what, person, count = 1, due }) => ({
    what: `${count === 1 ? `One voice${inQuotes(what, ' on ')} has` : `${count} voices${inQuotes(what, ' on ')} have`} waited for a theme beyond the day: ${person === undefined ? 'it was' : `${person} was to see to it`} ${due}.`,
    next: 'Without a theme nobody decides, and customers hear nothing: put them in place, or talk today to whoever should.',
  }),
  letters_wait: ({ what, count = 1, due }) => ({
    what: `${count === 1 ? 'One customer does' : `${count} customers do`} not know yet what was decided${inQuotes(what, ' on ')}: ${count === 1 ? 'the letter has' : 'the letters have'} been ready since ${due}.`, next: 'Read them, and let them go.',
  }),
  survey_low: ({ customer = 'A customer', score, outOf, what, reason }) => ({
    what: `${customer} ${score === undefined ? 'wrote bitter words' : `answered ${score}${outOf === undefined ? '' : ` of ${outOf}`}`}${what === undefined ? ' in a survey' : ` in the survey “${what}”`}${inQuotes(reason)}.`,
    next: 'The answers are in the case: call or write, before the next update falls due.',
  }),
  shift_needs: ({ count = 1, due }) => ({
    what: `The shift ends ${due}, and ${count === 1 ? 'a case of yours' : `${count} cases of yours`} will need somebody before you are back.`,
    next: 'Open “End my shift”: your deputy watches them, or you hand them over.',
  }),
  opportunity_waits: ({ person = 'A colleague', department = 'your department', what, due }) => ({
    what: `${person} hands ${department} an opportunity${inQuotes(what)}.`, next: `It is needed ${due}: say who has it, even if it is you.`,
  }),
  opportunity_late: ({ department = 'A department', customer = 'a customer', what, due }) => ({
    what: `Nothing is known yet of an opportunity (${customer})${inQuotes(what)}: ${department} was to say so ${due}.`, next: 'See who can take it: an interested customer does not wait for long.',
  }),
  opportunity_read: ({ person = 'A colleague', department = 'the department', customer = 'a customer' }) => ({
    what: `${person}, ${department}, has read ${customer}’s opportunity.`, next: 'Nothing for you to do: you will hear what came of it.',
  }),
  opportunity_taken: ({ person = 'A colleague', customer = 'a customer', due }) => ({
    what: `${person} has ${customer}’s opportunity.`, next: `Nothing for you to do: they tell you what came of it ${due}.`,
  }),
  opportunity_won: ({ person = 'A colleague', customer = 'a customer', cents }) => ({
    what: `${customer}’s opportunity was won${cents === undefined ? '' : `: ${sayCents(cents, 'en')}`}. ${person} says so, and it was you who saw it.`, next: 'Well done.',
  }),
  opportunity_lost: ({ person = 'A colleague', customer = 'a customer', reason }) => ({
    what: `${customer}’s opportunity was lost, says ${person}${inQuotes(reason)}.`, next: 'Handing it over was worth it: now one knows why.',
  }),
  opportunity_nothing: ({ person = 'A colleague', customer = 'a customer', reason }) => ({
    what: `Nothing came of ${customer}’s opportunity, says ${person}${inQuotes(reason)}.`, next: 'If the customer comes back to it, hand it over again.',
  }),
  webhook_given_up: ({ what = 'A webhook', address = '' }) => ({
    what: `${what} (${address}) did not get something, after ten attempts in three days.`, next: 'See what it answers, put the other program right and send again.',
  }),
  webhook_off: ({ what = 'A webhook', address = '' }) => ({
    what: `${what} (${address}) was switched off: it gets nothing any more.`, next: 'Put the other program right and switch it on: what waits leaves first.',
  }),
};

const words: Readonly<Record<Language, Words>> = { it: italian, en: english };

export const noticeTexts = defineTexts({
  it: { heading: 'Avvisi', none: 'Niente ti aspetta.', done: 'Segna come fatto', insteadOf: (name: string) => `Sostituisci ${name}. `, onTime: 'in tempo' },
  en: { heading: 'Notices', none: 'Nothing is waiting for you.', done: 'Mark as done', insteadOf: (name: string) => `You stand in for ${name}. `, onTime: 'in time' },
});

export interface SayNotice {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: Instant;
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A notice in words: what happened, and what to do. The same on the screen and in a mail. */
export const sayNotice = ({ kind, facts }: Pick<NoticeView, 'kind' | 'facts'>, { language, timeZone, now }: SayNotice): NoticeWords => {
  const texts = noticeTexts[language];
  const due = facts.dueAt === undefined ? texts.onTime : sayInstant(new Date(facts.dueAt), { now, timeZone, language });
  const { what, next } = words[language][kind]({ ...facts, due });
  const prefix = facts.insteadOf === undefined ? '' : texts.insteadOf(facts.insteadOf);
  return { what: prefix + capital(what), next };
};

import type { RefusalWords } from '#base/refusal.ts';
import type { NextUpdateRefusal, OwnerRefusal, ReplyRefusal } from './rules.ts';

type Codes =
  | OwnerRefusal['refused']
  | NextUpdateRefusal['refused']
  | ReplyRefusal['refused']
  | 'case.not_resolved'
  | 'merge.into_itself'
  | 'merge.customers_differ'
  | 'merge.already_undone'
  | 'merge.moved_on'
  | 'split.whole_case'
  | 'split.foreign_message'
  | 'attachment.not_yours';

export const caseRefusals: RefusalWords<Codes> = {
  'case.has_owner': {
    it: ({ name }) => `Lo segue già ${name}. Se serve cambiare, si chiede un passaggio di consegne.`,
    en: ({ name }) => `${name} already has this case. To change that, ask for a handover.`,
  },
  'case.is_resolved': {
    it: () => 'Il caso è risolto. Lo riapra, se c’è ancora da fare.',
    en: () => 'The case is resolved. Reopen it if there is still something to do.',
  },
  'case.is_merged': {
    it: () => 'Questo caso è stato unito a un altro: si continua di là.',
    en: () => 'This case was merged into another: it goes on over there.',
  },
  'case.nobody_owns_it': {
    it: () => 'Nessuno ha ancora preso in carico questo caso. Lo prenda lei.',
    en: () => 'Nobody has taken charge of this case yet. Take it.',
  },
  'case.not_resolved': { it: () => 'Il caso è già aperto.', en: () => 'The case is open already.' },
  'handover.not_yours_to_offer': {
    it: ({ name }) => `Il caso è di ${name}: il passaggio lo propone chi lo segue, chi lo sostituisce o chi coordina il servizio.`,
    en: ({ name }) => `The case is ${name}’s: the owner, their deputy or a lead can offer it.`,
  },
  'handover.to_yourself': { it: ({ name }) => `Il caso è già di ${name}.`, en: ({ name }) => `The case is ${name}’s already.` },
  'handover.not_in_service': {
    it: ({ name }) => `${name} non lavora nel servizio clienti. Al suo reparto può chiedere una risposta, senza cedere il caso.`,
    en: ({ name }) => `${name} does not work in customer service. You can ask their department instead and keep the case.`,
  },
  'handover.colleague_away': {
    it: ({ name }) => `${name} adesso non c’è: il caso resterebbe su una sedia vuota. Scelga un’altra persona.`,
    en: ({ name }) => `${name} is away: the case would sit on an empty chair. Choose somebody else.`,
  },
  'handover.already_offered': {
    it: () => 'C’è già un passaggio proposto che aspetta risposta. Prima lo ritiri.',
    en: () => 'A handover is already waiting for an answer. Withdraw it first.',
  },
  'handover.not_for_you': { it: () => 'Questo passaggio è stato chiesto a un’altra persona.', en: () => 'Somebody else was asked to take this case.' },
  'handover.already_settled': { it: () => 'A questo passaggio è già stata data una risposta.', en: () => 'This handover has been answered already.' },
  'next_update.needed': {
    it: () => 'Il cliente deve sapere quando risentirà qualcosa: dia una data, anche solo per dirgli a che punto siamo.',
    en: () => 'The customer must know when they hear next: give a date, even if only to say where things stand.',
  },
  'next_update.in_the_past': {
    it: () => 'Quel momento è già passato, o quasi. Ne scelga uno che si possa mantenere.',
    en: () => 'That moment has passed, or nearly. Choose one that can be kept.',
  },
  'next_update.too_far': {
    it: () => 'È troppo lontano: entro sessanta giorni il cliente deve sentire qualcosa.',
    en: () => 'That is too far away: the customer must hear something within sixty days.',
  },
  'reply.answered_meanwhile': {
    it: ({ name }) => `Intanto ha risposto ${name}. Legga che cosa ha scritto; la sua risposta è ancora qui.`,
    en: ({ name }) => `${name} has answered meanwhile. Read what they wrote; your reply is still here.`,
  },
  'reply.other_in_flight': {
    it: ({ name }) => `Sta partendo proprio ora una risposta di ${name}. La legga prima di mandare la sua.`,
    en: ({ name }) => `A reply by ${name} is leaving right now. Read it before you send yours.`,
  },
  'reply.no_address': {
    it: () => 'Di questo cliente non abbiamo un indirizzo e-mail. Lo aggiunga alla scheda, oppure lo chiami e annoti la telefonata; se ha scritto in pubblico, gli risponda là e annoti che l’ha fatto.',
    en: () => 'We have no e-mail address of this customer. Add one, or call them and log the call; if they wrote in public, answer there and note that you did.',
  },
  'reply.prefers_phone': {
    it: () => 'Questo cliente ha chiesto di essere chiamato: l’aggiornamento non parte da sé.',
    en: () => 'This customer asked to be called: no update leaves by itself.',
  },
  'reply.too_late_to_take_back': { it: () => 'È già partita: non si può più richiamare.', en: () => 'It has left: it can no longer be taken back.' },
  'merge.into_itself': { it: () => 'È lo stesso caso.', en: () => 'It is the same case.' },
  'merge.customers_differ': {
    it: ({ one, other }) => `Sono di clienti diversi: ${one} e ${other}. Se è davvero la stessa questione, lo confermi.`,
    en: ({ one, other }) => `They belong to different customers: ${one} and ${other}. If it really is one matter, confirm it.`,
  },
  'merge.already_undone': { it: () => 'È già stato separato.', en: () => 'It has been undone already.' },
  'merge.moved_on': {
    it: () => 'Uno dei due casi è stato poi unito o diviso di nuovo: prima si annulla quel passo.',
    en: () => 'One of the two cases was merged or split again later: undo that step first.',
  },
  'split.whole_case': {
    it: () => 'Così il caso resterebbe vuoto: lasci qui almeno un messaggio.',
    en: () => 'The case would be left empty: leave at least one message here.',
  },
  'split.foreign_message': { it: () => 'Uno dei messaggi non è di questo caso.', en: () => 'One of the messages is not of this case.' },
  'attachment.not_yours': { it: () => 'Uno degli allegati non è suo o è già stato usato.', en: () => 'One of the attachments is not yours or has been used.' },
};

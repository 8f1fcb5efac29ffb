import type { RefusalWords } from '#base/refusal.ts';

type Code =
  | 'password.wrong'
  | 'member.address_taken' | 'member.department_closed' | 'member.deputy_not_here' | 'member.own_deputy' | 'member.last_admin' | 'member.has_left'
  | 'channel.not_trained' | 'channel.not_in_service'
  | 'invitation.not_yours_to_give' | 'invitation.spent'
  | 'absence.ends_before_it_begins' | 'absence.over' | 'absence.overlaps' | 'absence.own_deputy' | 'absence.deputy_left' | 'absence.deputy_away'
  | 'absence.deputy_unknown' | 'absence.not_yours'
  | 'department.name_taken' | 'department.no_calendar' | 'department.head_not_here' | 'department.has_members' | 'department.last_service'
  | 'recovery.spent' | 'setup.already_done' | 'setup.link_spent';

const members = (count: unknown, one: string, many: string): string => (count === 1 ? one : many.replace('#', String(count)));

/** Why the company says no to something about people, and what to do instead. */
export const peopleRefusals: RefusalWords<Code> = {
  'password.wrong': {
    it: () => 'La password attuale non è questa. Se non la ricordi, esci e scegli “Password dimenticata?” all’ingresso.',
    en: () => 'That is not your current password. If you do not remember it, sign out and choose “Forgot your password?” at the door.',
  },
  'member.address_taken': {
    it: ({ email }) => `${email} è già di un collega, forse di uno che non lavora più qui. Usa un altro indirizzo.`,
    en: ({ email }) => `${email} already belongs to a colleague, perhaps one who has left. Use another address.`,
  },
  'member.department_closed': {
    it: () => 'Questo reparto è chiuso o non esiste. Scegline un altro.',
    en: () => 'This department is closed or does not exist. Choose another.',
  },
  'member.deputy_not_here': {
    it: () => 'Chi dovrebbe sostituire non lavora più qui. Scegli un altro collega.',
    en: () => 'The deputy no longer works here. Choose another colleague.',
  },
  'member.own_deputy': {
    it: () => 'Nessuno può sostituire sé stesso. Scegli un collega.',
    en: () => 'Nobody can stand in for themselves. Choose a colleague.',
  },
  'member.last_admin': {
    it: () => 'È l’ultima persona che amministra Presa: dai prima questo ruolo a qualcun altro.',
    en: () => 'This is the last administrator: give the role to somebody else first.',
  },
  'member.has_left': {
    it: ({ name }) => `${name} non lavora più qui.`,
    en: ({ name }) => `${name} no longer works here.`,
  },
  'channel.not_trained': {
    it: ({ channel, names }) =>
      `${channel === 'review' ? 'Alle recensioni' : 'Sui social'} risponde chi ha fatto la formazione: ${names === null ? 'per ora nessuno. La segna chi coordina il servizio, in Impostazioni, Persone' : `chiedi a ${String(names)}`}.`,
    en: ({ channel, names }) =>
      `${channel === 'review' ? 'Reviews are' : 'Social posts are'} answered by people trained for it: ${names === null ? 'nobody yet. A service lead notes the training under Settings, People' : `ask ${String(names)}`}.`,
  },
  'channel.not_in_service': {
    it: ({ name }) => `${name} non lavora sui casi: in pubblico risponde solo chi fa parte dell’assistenza.`,
    en: ({ name }) => `${name} does not work on cases: only people in customer service answer in public.`,
  },
  'invitation.not_yours_to_give': {
    it: () => 'Puoi invitare chi lavora nell’assistenza. Per gli altri ruoli chiedi a chi amministra Presa.',
    en: () => 'You can invite people who work in customer service. For other roles ask an administrator.',
  },
  'invitation.spent': {
    it: () => 'Questo invito non è più valido. Chiedi a chi ti ha invitato di mandartene uno nuovo.',
    en: () => 'This invitation is no longer good. Ask whoever invited you for a new one.',
  },
  'absence.ends_before_it_begins': {
    it: () => 'L’assenza finisce prima di cominciare: controlla le due date.',
    en: () => 'The absence ends before it begins: check both dates.',
  },
  'absence.over': {
    it: () => 'Questi giorni sono già passati.',
    en: () => 'These days have passed already.',
  },
  'absence.overlaps': {
    it: () => 'In quei giorni c’è già un’assenza. Toglila, o scegli altre date.',
    en: () => 'There is already an absence on those days. Withdraw it, or choose other dates.',
  },
  'absence.own_deputy': {
    it: () => 'Serve qualcuno che ci sia: scegli un collega che ti sostituisca.',
    en: () => 'Somebody has to be here: choose a colleague who stands in for you.',
  },
  'absence.deputy_left': {
    it: ({ deputy }) => `${deputy} non lavora più qui. Scegli un altro collega.`,
    en: ({ deputy }) => `${deputy} no longer works here. Choose another colleague.`,
  },
  'absence.deputy_away': {
    it: ({ deputy }) => `In quei giorni anche ${deputy} non c’è. Scegli un altro collega, o altre date.`,
    en: ({ deputy }) => `${deputy} is away on those days too. Choose another colleague, or other dates.`,
  },
  'absence.deputy_unknown': {
    it: () => 'Chi dovrebbe sostituire non c’è. Scegli un collega dall’elenco.',
    en: () => 'The deputy is not there. Choose a colleague from the list.',
  },
  'absence.not_yours': {
    it: () => 'Puoi segnare le tue assenze. Per quelle degli altri chiedi a chi guida il servizio.',
    en: () => 'You can plan your own absences. For those of others ask the service lead.',
  },
  'department.name_taken': {
    it: ({ name }) => `C’è già, o c’è stato, un reparto che si chiama ${name}. Scegli un altro nome.`,
    en: ({ name }) => `There is, or was, a department called ${name}. Choose another name.`,
  },
  'department.no_calendar': {
    it: () => 'Questo calendario non esiste. Scegline uno dall’elenco.',
    en: () => 'There is no such calendar. Choose one from the list.',
  },
  'department.head_not_here': {
    it: () => 'Chi guida un reparto deve essere un collega che lavora qui. Scegline uno dall’elenco.',
    en: () => 'The head of a department has to be a colleague who works here. Choose one from the list.',
  },
  'department.has_members': {
    it: ({ members: count }) => members(count, 'Nel reparto c’è ancora un collega: spostalo prima di chiudere.', 'Nel reparto ci sono ancora # colleghi: spostali prima di chiudere.'),
    en: ({ members: count }) => members(count, 'One colleague is still in the department: move them before closing it.', '# colleagues are still in the department: move them before closing it.'),
  },
  'department.last_service': {
    it: () => 'È l’unico reparto che riceve i clienti: senza, quello che scrivono non arriverebbe a nessuno.',
    en: () => 'It is the only department that receives customers: without it, what they write would reach nobody.',
  },
  'recovery.spent': {
    it: () => 'Questo collegamento è già stato usato, è scaduto, o ne hai chiesto uno più nuovo. Chiedine un altro: arriva in un minuto.',
    en: () => 'This link was used, has run out, or you asked for a newer one. Ask for another: it comes within a minute.',
  },
  'setup.already_done': {
    it: () => 'Presa è già pronta: entra con il tuo indirizzo e la tua password.',
    en: () => 'Presa is set up already: sign in with your address and password.',
  },
  'setup.link_spent': {
    it: () => 'Questo collegamento è già stato usato o è scaduto. Chi ha installato Presa può farne uno nuovo con il comando “presa setup-link”.',
    en: () => 'This link was used or has run out. Whoever installed Presa can make a new one with the command “presa setup-link”.',
  },
};

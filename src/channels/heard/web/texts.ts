import { defineTexts, plural } from '#base/texts.ts';

export const heardTexts = defineTexts({
  it: {
    title: 'Annota una recensione o un post',
    url: 'Indirizzo del post', urlHow: 'Incollalo: da lì capiamo anche dove l’hai visto.', needUrl: 'Incolla l’indirizzo completo: comincia con https://.',
    seenOn: (site: string) => `L’hai visto su ${site}.`,
    who: 'Chi l’ha scritto', whoHow: 'Il nome o la firma che si legge lì, come @marta.v.', needWho: 'Scrivi il nome che si legge lì.',
    stranger: 'Non so chi sia', strangerWhy: 'Lo cerchiamo dalla firma; se non basta, si apre un caso.',
    text: 'Che cosa dice', textHow: 'Copia le sue parole; con Ctrl Invio salvi.', needText: 'Copia almeno una frase.',
    save: 'Salva', cancel: 'Annulla', open: 'Apri il caso',
    opened: (number: string) => `Aperto il caso ${number}: aspetta chi lo prenda in carico.`,
    suggested: (number: string) => `Aperto il caso ${number}; forse è la stessa cosa di un altro: guardalo quando puoi.`,
    joined: (number: string) => `Unita al caso ${number}.`,
    chased: (number: string, chases: number) => `Unita al caso ${number}: è ${plural(chases, 'un sollecito', `il sollecito numero ${chases}`)}, e lo leggono tutti.`,
    known: (number: string) => `C’era già: è sul caso ${number}.`,
    answer: {
      title: 'Che cosa hai risposto in pubblico', text: 'La tua risposta', textHow: 'Presa non la manda: la scrivi tu là, qui resta che l’hai detto. Il caso va avanti in privato.',
      url: 'Dove si legge', save: 'Annota la risposta', done: 'Annotata. Il cliente aspetta ancora la risposta in privato.',
    },
  },
  en: {
    title: 'Note a review or a post',
    url: 'Address of the post', urlHow: 'Paste it: it also says where you saw it.', needUrl: 'Paste the whole address: it begins with https://.',
    seenOn: (site: string) => `You saw it on ${site}.`,
    who: 'Who wrote it', whoHow: 'The name or signature shown there, such as @marta.v.', needWho: 'Type the name shown there.',
    stranger: 'I don’t know who it is', strangerWhy: 'We look by their signature; failing that, a case opens.',
    text: 'What it says', textHow: 'Copy their words; Ctrl Enter saves.', needText: 'Copy at least one sentence.',
    save: 'Save', cancel: 'Cancel', open: 'Open the case',
    opened: (number: string) => `Opened case ${number}: it waits for somebody to take it.`,
    suggested: (number: string) => `Opened case ${number}; it may be the same matter as another: look when you can.`,
    joined: (number: string) => `Added to case ${number}.`,
    chased: (number: string, chases: number) => `Added to case ${number}: it is ${plural(chases, 'a chase', `chase number ${chases}`)}, and everybody reads it.`,
    known: (number: string) => `It was here already: see case ${number}.`,
    answer: {
      title: 'What you answered in public', text: 'Your answer', textHow: 'Presa does not send it: you write it there, and here it stands that you did. The case goes on in private.',
      url: 'Where it can be read', save: 'Note the answer', done: 'Noted. The customer still waits for the answer in private.',
    },
  },
});

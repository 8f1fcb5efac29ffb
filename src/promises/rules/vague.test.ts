import { describe, expect, test } from 'vitest';
import { findVague, sayInstead } from './vague.ts';
import { readDates } from './dates.ts';

const now = new Date('2026-11-18T09:00:00Z');
const timeZone = 'Europe/Rome';
const underlined = (text: string): string[] => findVague(text).map(({ start, end }) => text.slice(start, end));

describe('promises without a date', () => {
  test.for([
    ['Buongiorno Elena, i colleghi le faranno sapere al più presto.', 'le faranno sapere al più presto'],
    ['Le risponderemo quanto prima.', 'Le risponderemo quanto prima'],
    ['La sostituzione partirà appena possibile.', 'appena possibile'],
    ['Le faremo sapere.', 'Le faremo sapere'],
    ['Riceverà il rimborso a breve.', 'a breve'],
    ['La contatteremo nei prossimi giorni.', 'La contatteremo nei prossimi giorni'],
    ['Spediremo il ripiano il prima possibile.', 'il prima possibile'],
    ['Sarà ricontattata dal nostro magazzino.', 'Sarà ricontattata'],
    ['Non appena avremo notizie dal corriere, le scrivo.', 'Non appena avremo notizie dal corriere'],
    ['La terremo aggiornata.', 'La terremo aggiornata'],
    ['Le mando la fattura fra qualche giorno.', 'fra qualche giorno'],
    ['Non si preoccupi, le faremo sapere.', 'le faremo sapere'],
    ['We will let you know.', 'We will let you know'],
    ['Our colleagues will let you know shortly.', 'Our colleagues will let you know shortly'],
    ['We will ship the shelf as soon as possible.', 'as soon as possible'],
    ['You will receive your refund in due course.', 'in due course'],
    ["We'll get back to you soon.", "We'll get back to you soon"],
    ['The spare part will leave in the next few days.', 'in the next few days'],
    ['I will write as soon as I have news from them.', 'as soon as I have news from them'],
  ])('%s', ([text, words]) => {
    expect(underlined(text!)).toEqual([words]);
  });
});

describe('words that only look like it', () => {
  test.for([
    'Le scrivo entro giovedì alle 15.',
    'Le faremo sapere entro domani alle 18.',
    'Le scrivo al più presto, comunque entro oggi alle 16.',
    'Il tecnico arriva al più presto martedì.',
    'Ci risponda appena possibile.',
    'Mi mandi la foto quanto prima.',
    'Le chiedo di inviarci il codice al più presto.',
    'Ho chiesto ai colleghi di rispondermi al più presto.',
    'Grazie e a presto!',
    'Il negozio è a breve distanza dalla stazione.',
    'La garanzia è a breve termine.',
    'Lei ha scritto: «mi avevate detto al più presto».',
    '> le faremo sapere al più presto',
    'Non le dico “al più presto”: le scrivo entro le 16.',
    'Il pacco è stato spedito tempestivamente.',
    'Ha aspettato troppo, lo so.',
    'Le serve al più presto?',
    'Please reply as soon as possible.',
    'Could you send us a picture as soon as you can.',
    'The lamp arrived shortly after the shelf.',
    'I will write to you by 4 pm today.',
    'We will let you know by Friday.',
    'You told us “as soon as possible”.',
    'See you on Thursday, and thank you.',
    'Get well as soon as you can.',
    'It broke too soon.',
  ])('%s', (text) => {
    expect(underlined(text)).toEqual([]);
  });
});

describe('a better sentence', () => {
  const dueAt = new Date('2026-11-18T15:00:00Z');
  const better = (text: string): string => {
    const [vague] = findVague(text);
    if (vague === undefined) return text;
    return text.slice(0, vague.replace.start) + sayInstead({ text, vague, dueAt, now, timeZone }) + text.slice(vague.replace.end);
  };

  test.for([
    ['Buongiorno Elena, i colleghi le faranno sapere al più presto.', 'Buongiorno Elena, le scrivo io entro oggi alle 16:00.'],
    ['Le faremo sapere.', 'Le scrivo io entro oggi alle 16:00.'],
    ['La sostituzione partirà appena possibile.', 'La sostituzione partirà entro oggi alle 16:00.'],
    ['Our colleagues will let you know shortly.', 'I will write to you by 16:00 today.'],
    ['We will ship the shelf as soon as possible.', 'We will ship the shelf by 16:00 today.'],
  ])('%s', ([text, wanted]) => {
    expect(better(text!)).toBe(wanted);
    expect(findVague(better(text!))).toEqual([]);
    expect(readDates(better(text!), { now, timeZone }).map((found) => found.dueAt)).toEqual([dueAt]);
  });
});

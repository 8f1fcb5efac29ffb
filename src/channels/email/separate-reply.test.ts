import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { textOfHtml } from './html-text.ts';
import { separateReply } from './separate-reply.ts';
import { understandMail } from './understand.ts';
import { isUnderstood } from './understood-mail.ts';

const old = 'Gentile Elena,\nil secondo collo parte domani.\n\nGiulia Serra · Casa Lumina';
const quoted = old.split('\n').map((line) => `> ${line}`).join('\n');
const answer = 'Grazie, aspetto domani.\nIl cavo però è corto.';

const programs: [string, string][] = [
  ['Gmail in Italian', `${answer}\n\nIl giorno mar 3 mar 2026 alle ore 10:15 Casa Lumina <\nassistenza@casalumina.example> ha scritto:\n\n${quoted}`],
  ['Gmail in English', `${answer}\n\nOn Tue, Mar 3, 2026 at 10:15 AM Casa Lumina <assistenza@casalumina.example>\nwrote:\n\n${quoted}`],
  ['Apple Mail in Italian', `${answer}\n\n> Il giorno 3 mar 2026, alle ore 10:15, Casa Lumina <assistenza@casalumina.example> ha scritto:\n> \n${quoted}`],
  ['iPhone in Italian', `${answer}\n\nInviato da iPhone\n\n> Il giorno 3 mar 2026, alle ore 10:15, Casa Lumina <assistenza@casalumina.example> ha scritto:\n> \n${quoted}`],
  ['Thunderbird in Italian', `${answer}\n\nIl 03/03/26 10:15, Giulia Serra ha scritto:\n${quoted}\n`],
  ['Thunderbird in English', `${answer}\n\nOn 3/3/26 10:15, Giulia Serra wrote:\n${quoted}\n`],
  ['Yahoo in Italian', `${answer}\n\n    Il martedì 3 marzo 2026 alle ore 10:15:22 CET, Casa Lumina <assistenza@casalumina.example> ha scritto:  \n \n ${old}`],
  ['Libero', `${answer}\n\n---------- Messaggio Originale ----------\nDa: Casa Lumina <assistenza@casalumina.example>\nA: elena@posta.example\nData: 3 marzo 2026 alle 10.15\nOggetto: Ordine 88213\n\n${old}`],
  ['Libero, plain', `${answer}\n\nIl 3 marzo 2026 alle 10.15 Casa Lumina <assistenza@casalumina.example> ha scritto:\n\n${old}`],
  ['Outlook in Italian', `${answer}\n\n________________________________\nDa: Casa Lumina <assistenza@casalumina.example>\nInviato: martedì 3 marzo 2026 10:15\nA: Elena Marchetti <elena@posta.example>\nOggetto: Ordine 88213\n\n${old}`],
  ['old Outlook in Italian', `${answer}\n\n-----Messaggio originale-----\nDa: Casa Lumina\nInviato: martedì 3 marzo 2026 10:15\nA: Elena\nOggetto: Ordine\n\n${old}`],
  ['Outlook in English', `${answer}\n\nFrom: Casa Lumina <assistenza@casalumina.example>\nSent: Tuesday, March 3, 2026 10:15 AM\nTo: Elena\nSubject: Order\n\n${old}`],
  ['Outlook for iOS', `${answer}\n\nScarica Outlook per iOS<https://aka.example/o>\n________________________________\nDa: Casa Lumina\nInviato: 3 marzo\nA: Elena\nOggetto: Ordine\n\n${old}`],
  ['a program that leaves no sign but ours', `${answer}\n\n— Rispondi sopra questa riga —\n${old}`],
  ['our line, quoted', `${answer}\n\n> — Rispondi sopra questa riga —\n${quoted}`],
  ['our line in English', `${answer}\n\n-- Reply above this line --\n\n${old}`],
];

describe('the answer stands apart from what hangs below it', () => {
  test.each(programs)('%s', (_name, mail) => {
    const separated = separateReply(mail);
    expect(separated.newText).toBe(answer);
    expect(separated.folded).toContain('il secondo collo parte domani.');
  });

  test('words written between the quoted lines stay in the open, in their order', () => {
    const separated = separateReply(`Il 03/03/26 10:15, Giulia ha scritto:\n> Il collo parte domani?\nSì, va bene.\n> E il cavo?\nÈ corto.`);
    expect(separated.newText).toBe('Sì, va bene.\nÈ corto.');
    expect(separated.parts.map((part) => part.kind)).toEqual(['quoted', 'new', 'quoted', 'new']);
  });

  test('an answer written below the old mail is found', () => {
    expect(separateReply(`On 3/3/26 10:15, Giulia wrote:\n${quoted}\n\n${answer}`).newText).toBe(answer);
  });

  test('a signature is folded, and is told from the old mail', () => {
    const separated = separateReply(`${answer}\n\n-- \nElena Marchetti\nvia Roma 1, Monza`);
    expect(separated.newText).toBe(answer);
    expect(separated.parts.at(-1)).toEqual({ kind: 'signature', text: '-- \nElena Marchetti\nvia Roma 1, Monza' });
  });

  test('what is forwarded is folded as such, so that a screen may open it', () => {
    const separated = separateReply('Vi giro questa.\n\n---------- Messaggio inoltrato ---------\nDa: Luca <luca@posta.example>\n\nNon funziona.');
    expect(separated.parts.map((part) => part.kind)).toEqual(['new', 'forwarded']);
  });
});

describe('nothing is lost', () => {
  test.each([
    ['only an old mail', quoted],
    ['only a forwarded mail', '---------- Forwarded message ---------\nFrom: Luca\n\nNon funziona.'],
    ['only a signature', '-- \nElena'],
  ])('%s: then it is the new text', (_name, mail) => {
    expect(separateReply(mail)).toMatchObject({ newText: mail.trim(), folded: '' });
  });

  test.each([
    ['a sentence that ends like an attribution', 'Il 3 marzo un vostro collega mi ha scritto:\n\nil collo parte domani. Non è partito.'],
    ['labels in prose', 'Da: lunedì 3 marzo sono a casa.\nPoi no.\n\nElena'],
    ['dashes between paragraphs', `Primo punto: il collo.\n\n-----\n\n${'Secondo punto, molto lungo.\n'.repeat(20)}`],
    ['sent by courier', 'Il pacco risulta inviato da voi il 3 marzo. Dove sta?'],
  ])('%s is left alone', (_name, mail) => {
    expect(separateReply(mail)).toMatchObject({ newText: mail.trim(), folded: '' });
  });

  const line = fc.oneof(
    fc.constantFrom('> ciao', 'Il giorno 3 mar 2026, alle ore 10:15, A <a@b.it> ha scritto:', '-- ', '', 'Da: x', 'Inviato: y', 'A: z', 'Inviato da iPhone', '____________', '— Rispondi sopra questa riga —'),
    fc.string({ maxLength: 60 }),
  );
  test('the parts put together again are the mail, and something is always in the open', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const mail = lines.join('\n').replace(/\r\n?/g, '\n');
        const separated = separateReply(mail);
        expect(separated.parts.map((part) => part.text).join('')).toBe(mail);
        if (mail.trim() !== '') expect(separated.newText).not.toBe('');
      }),
    );
  });

  test.each([
    ['a line without end', 'a'.repeat(1_000_000)],
    ['half a million marks', '>'.repeat(500_000)],
    ['half a million beginnings', 'On 1/1/2026\n'.repeat(100_000)],
    ['half a million labels', 'Da: x\n'.repeat(100_000)],
    ['marks of signatures', '--\n'.repeat(200_000)],
    ['blank lines', '\n'.repeat(500_000)],
    ['blanks', ' \t'.repeat(500_000)],
    ['attributions over blank lines', 'On 1/1/2026 10:00 a@b.it wrote:\n> x\n\n\n'.repeat(50_000)],
  ])('takes time linear in the mail: %s', (_name, mail) => {
    const started = performance.now();
    separateReply(mail);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

const corpus = fileURLToPath(new URL('../../../../shared/data/mail', import.meta.url));
/** A corpus that is not on this machine is said, not passed over in silence. */
const withCorpus = existsSync(corpus) ? test : test.skip;

interface Expected { file: string; kind?: string; replyText: string }
const squeezed = (text: string): string => text.replace(/\s+/g, '');
const expectedOf = (set: string): Expected[] => JSON.parse(readFileSync(`${corpus}/${set}/expected.json`, 'utf8')) as Expected[];

describe('against mails that others collected', () => {
  withCorpus('at least 32 of 38 in thirteen languages', () => {
    const right = expectedOf('reply-trimmer').filter(({ file, replyText }) => {
      const separated = separateReply(readFileSync(`${corpus}/reply-trimmer/${file}`, 'utf8'));
      return squeezed(separated.newText) === squeezed(replyText);
    });
    expect(right.length).toBeGreaterThanOrEqual(32);
  });

  withCorpus('at least 20 of 21 mail programs, as text and as HTML', async () => {
    let right = 0;
    for (const { file, kind, replyText } of expectedOf('reply-talon')) {
      const raw = readFileSync(`${corpus}/reply-talon/${file}`);
      const mail = await understandMail(raw);
      const text = kind === 'html' ? textOfHtml(raw.toString('utf8')) : isUnderstood(mail) ? mail.text : '';
      const { parts, newText } = separateReply(text);
      const signed = parts.filter((part) => part.kind === 'new' || part.kind === 'signature').map((part) => part.text).join('');
      // That collection counts "Sent from my iPhone" as a part of the answer.
      if ([newText, signed].some((one) => squeezed(one) === squeezed(replyText))) right += 1;
    }
    expect(right).toBeGreaterThanOrEqual(20);
  });
});

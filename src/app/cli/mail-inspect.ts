import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { isUnderstood, machineMail, separateReply, understandMail, type UnderstoodMail } from '#channels/email/index.ts';
import { BadUsage, exits, type Command } from './command.ts';

/** The bytes of a file, or of standard input for "-"; the system's code where they cannot be read. */
export const bytesOf = async (file: string): Promise<Uint8Array | { unreadable: string }> => {
  try {
    return await (file === '-' ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    return { unreadable: (error as NodeJS.ErrnoException).code ?? (error as Error).message };
  }
};

/** Here nobody knows which addresses are ours: a list that stands in for a mailbox of ours is told as a list. */
const told = (mail: UnderstoodMail): object => {
  const { newText, folded } = separateReply(mail.text);
  return {
    messageId: mail.messageId, inReplyTo: mail.inReplyTo, references: mail.references,
    from: mail.from, replyTo: mail.replyTo, to: mail.to, cc: mail.cc, deliveredTo: mail.deliveredTo,
    subject: mail.subject, sentAt: mail.sentAt,
    machine: machineMail(mail, { instance: '', isOurs: () => false, envelopeFrom: null }),
    newText, folded, hasHtml: mail.html !== null,
    attachments: mail.attachments.map(({ name, type, size, contentId, inline }) => ({ name, type, size, contentId, inline })),
    shortened: mail.shortened, reading: mail.reading,
  };
};

export const mailInspect: Command = {
  name: 'mail inspect',
  operands: 'FILE…',
  summary: {
    it: 'dice che cosa Presa capisce di un messaggio di posta: una riga JSON per file, "-" per lo standard input',
    en: 'says what Presa makes of a mail: one line of JSON a file, "-" for standard input',
  },
  options: {},
  run: async ({ positionals, print }) => {
    if (positionals.length === 0) throw new BadUsage({ it: 'Indichi almeno un file.', en: 'Name at least one file.' });
    let exit: number = exits.fine;
    for (const file of positionals) {
      const bytes = await bytesOf(file);
      if (!(bytes instanceof Uint8Array)) {
        exit = exits.badData;
        print(JSON.stringify({ file, ...bytes }));
        continue;
      }
      const mail = await understandMail(bytes);
      print(JSON.stringify({ file, ...(isUnderstood(mail) ? told(mail) : mail) }));
    }
    return exit;
  },
};

import { newClient, problemOf } from '#base/mail-transport/imap-account.ts';
import { createSmtpSender } from '#base/mail-transport/smtp-sender.ts';
import { transportProblems } from '#base/mail-transport/texts.ts';
import type { Services } from '#base/services.ts';
import type { Language } from '#base/texts.ts';
import type { MailboxInput } from '../contract.ts';
import { mailboxById, secretsOf, type MailboxSecrets } from '../mailboxes.ts';
import { emailTexts } from '../texts.ts';

interface Checked {
  readonly works: boolean;
  readonly words: string;
}

const patience = 15_000;
const smallFetch = 10_000;

/** Signs in to both servers as the mailbox would, and says in words what came of it. Keeps nothing. */
export const checkMailbox = async (services: Services, input: MailboxInput, id: string | null, language: Language): Promise<{ imap: Checked | null; smtp: Checked | null }> => {
  const mailbox = id === null ? undefined : await mailboxById(services.db, id);
  const known: MailboxSecrets = mailbox === undefined ? {} : secretsOf(mailbox, services.secrets);
  const [imap, smtp] = await Promise.all([checkImap(input.imap, known.imap, language), checkSmtp(input.smtp, known.smtp, language)]);
  return { imap, smtp };
};

type Server = MailboxInput['imap'];

const checkImap = async (server: Server, known: string | undefined, language: Language): Promise<Checked | null> => {
  if (server === null) return null;
  const { host, port, security, user, password } = server;
  const client = newClient({ host, port, security, auth: { user, pass: password ?? known ?? '' } }, smallFetch);
  const timer = setTimeout(() => client.close(), patience);
  try {
    await client.connect();
    const { exists } = await client.mailboxOpen('INBOX', { readOnly: true });
    await client.logout();
    return { works: true, words: emailTexts[language].imapWorks(exists) };
  } catch (error) {
    client.close();
    return { works: false, words: transportProblems[language][problemOf(error).problem] };
  } finally {
    clearTimeout(timer);
  }
};

const checkSmtp = async (server: Server, known: string | undefined, language: Language): Promise<Checked | null> => {
  if (server === null) return null;
  const { host, port, security, user, password } = server;
  const pass = password ?? known;
  const sender = createSmtpSender();
  const outcome = await sender.tryOut({ host, port, security, auth: user === '' || pass === undefined ? null : { user, pass }, silenceMs: patience });
  await sender.close();
  if (outcome.accepted === true) return { works: true, words: emailTexts[language].smtpWorks };
  return { works: false, words: emailTexts[language].smtpRefused(outcome.response) };
};

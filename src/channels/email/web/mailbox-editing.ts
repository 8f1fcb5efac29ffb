import type { InputOf } from '#base/contract.ts';
import type { mailboxRoutes, MailboxView } from '../contract.ts';
import type { Provider } from './providers.ts';

export type MailboxBody = InputOf<typeof mailboxRoutes.add>['body'];

/** A mailbox while somebody fills it in. Passwords stay empty on a change: the server keeps what it has. */
export interface EditingMailbox {
  address: string;
  senderName: string;
  departmentId: string;
  startFrom: string;
  provider: string;
  reads: boolean;
  imapHost: string;
  imapPort: string;
  imapSecurity: string;
  imapUser: string;
  imapPassword: string;
  sends: boolean;
  smtpHost: string;
  smtpPort: string;
  smtpSecurity: string;
  /** Most providers have one name and one password for both. */
  sameLogin: boolean;
  smtpUser: string;
  smtpPassword: string;
}

export const editingPaths: Partial<Record<keyof EditingMailbox, string>> = {
  imapHost: 'imap.host', imapPort: 'imap.port', imapSecurity: 'imap.security', imapUser: 'imap.user', imapPassword: 'imap.password',
  smtpHost: 'smtp.host', smtpPort: 'smtp.port', smtpSecurity: 'smtp.security', smtpUser: 'smtp.user', smtpPassword: 'smtp.password',
};

export const newMailbox = (senderName: string, departmentId: string): EditingMailbox => ({
  address: '', senderName, departmentId, startFrom: 'now', provider: '',
  reads: true, imapHost: '', imapPort: '993', imapSecurity: 'implicit', imapUser: '', imapPassword: '',
  sends: true, smtpHost: '', smtpPort: '465', smtpSecurity: 'implicit', sameLogin: true, smtpUser: '', smtpPassword: '',
});

export const editingOf = ({ address, senderName, departmentId, imap, smtp }: MailboxView): EditingMailbox => ({
  ...newMailbox(senderName, departmentId), address,
  reads: imap !== null, sends: smtp !== null, sameLogin: imap !== null && imap.user === smtp?.user,
  ...(imap && { imapHost: imap.host, imapPort: String(imap.port), imapSecurity: imap.security, imapUser: imap.user }),
  ...(smtp && { smtpHost: smtp.host, smtpPort: String(smtp.port), smtpSecurity: smtp.security, smtpUser: smtp.user }),
});

/** What is known of a provider, filled in. */
export const fromProvider = ({ key, imap, smtp }: Provider): Partial<EditingMailbox> => ({
  provider: key,
  imapHost: imap.host, imapPort: String(imap.port), imapSecurity: imap.security,
  smtpHost: smtp.host, smtpPort: String(smtp.port), smtpSecurity: smtp.security,
});

const securityOf = (value: string): 'implicit' | 'starttls' | 'none' => (value === 'starttls' || value === 'none' ? value : 'implicit');

interface Reached {
  host: string;
  port: string;
  security: string;
}

const server = ({ host, port, security }: Reached, login: { user: string; password: string }) => ({
  host, port: Number(port), security: securityOf(security), user: login.user, ...(login.password !== '' && { password: login.password }),
});

/** What is sent. The user is the address where nothing else was written, as nearly everywhere. */
export const bodyOf = (editing: EditingMailbox): MailboxBody => {
  const { address, senderName, departmentId, reads, sends, sameLogin } = editing;
  const login = { user: editing.imapUser.trim() || address, password: editing.imapPassword };
  const sending = sameLogin && reads ? login : { user: editing.smtpUser.trim() || address, password: editing.smtpPassword };
  return {
    address, senderName, departmentId, startFrom: editing.startFrom === 'all' ? 'all' : 'now',
    imap: reads ? server({ host: editing.imapHost, port: editing.imapPort, security: editing.imapSecurity }, login) : null,
    smtp: sends ? server({ host: editing.smtpHost, port: editing.smtpPort, security: editing.smtpSecurity }, sending) : null,
  };
};

import { describe, expect, it } from 'vitest';
import { bodyOf, editingOf, fromProvider, newMailbox } from './mailbox-editing.ts';
import { providerOf, providers } from './providers.ts';

const filled = { ...newMailbox('Casa Lumina', 'd'), address: 'assistenza@casalumina.example', imapPassword: 'lampada' };

describe('a mailbox as it is filled in', () => {
  it('signs in with its address and one password for both ways, where nothing else was said', () => {
    const aruba = providers.find(({ key }) => key === 'aruba');
    const body = bodyOf({ ...filled, ...(aruba && fromProvider(aruba)) });
    expect(body.imap).toEqual({ host: 'imaps.aruba.it', port: 993, security: 'implicit', user: 'assistenza@casalumina.example', password: 'lampada' });
    expect(body.smtp).toEqual({ host: 'smtps.aruba.it', port: 465, security: 'implicit', user: 'assistenza@casalumina.example', password: 'lampada' });
  });

  it('keeps two log-ins apart, and leaves out the way it does not go', () => {
    const body = bodyOf({ ...filled, reads: false, sameLogin: false, smtpHost: 'smtp.example', smtpUser: 'relay', smtpPassword: 'altro' });
    expect(body.imap).toBeNull();
    expect(body.smtp).toMatchObject({ host: 'smtp.example', user: 'relay', password: 'altro' });
  });

  it('does not send a password that was not typed: the server keeps the one it has', () => {
    const server = { host: 'h.example', port: 993, security: 'implicit', user: 'u' } as const;
    const view = { id: '1', address: 'a@b.example', senderName: 'A', departmentId: 'd', imap: server, smtp: server, connectedAt: null, lastMailAt: null, lastError: null, lastErrorAt: null };
    const body = bodyOf(editingOf(view));
    expect(body).toEqual({ address: 'a@b.example', senderName: 'A', departmentId: 'd', startFrom: 'now', imap: server, smtp: server });
  });
});

describe('providers', () => {
  it('are known by their domains only', () => {
    expect(providerOf('Giulia@Gmail.com')?.key).toBe('google');
    expect(providerOf('assistenza@casalumina.example')).toBeUndefined();
    expect(providerOf('')).toBeUndefined();
  });

  it('never share a domain', () => {
    const domains = providers.flatMap(({ domains: own }) => own);
    expect(new Set(domains).size).toBe(domains.length);
  });
});

import { describe, expect, it } from 'vitest';
import { certificate, certifiedMail } from '#test/certified-mail.ts';
import { inspectMail, type InspectedMail } from './inspect.ts';

const read = async (lines: readonly string[]): Promise<InspectedMail> => {
  const said = await inspectMail(Buffer.from(lines.join('\r\n')));
  if (!said.ok) throw new Error(said.quarantine);
  return said;
};

describe('certified mail', () => {
  it('is the message within its envelope, with the time that the provider certifies', async () => {
    const mail = await read(certifiedMail('Chiedo il rimborso.'));
    expect(mail).toMatchObject({ from: { name: 'Elena Marchetti', address: 'elena@pec.example' }, subject: 'Reclamo & rimborso', messageId: 'abc.1@pec.example', reply: 'Chiedo il rimborso.', bounce: null, autoReply: false });
    expect(mail.pec).toEqual({ kind: 'posta-certificata', messageId: 'abc.1@pec.example', subject: 'Reclamo & rimborso', certifiedAt: '2026-11-24T08:15:30.000Z' });
  });

  it('of a program is told as such: the provider carries it, and did not write it', async () => {
    const lines = certifiedMail('Sono in ferie fino al 7.').map((line) => (line === 'Message-ID: <abc.1@pec.example>' ? `${line}\r\nAuto-Submitted: auto-replied` : line));
    expect(await read(lines)).toMatchObject({ autoReply: true, pec: { kind: 'posta-certificata' } });
    expect(await read(certifiedMail('Chiedo il rimborso.'))).toMatchObject({ autoReply: false });
  });

  it('tells its receipts by what the provider sets on top, never by a subject', async () => {
    const receipt = await read([
      'X-Ricevuta: avvenuta-consegna', 'X-Riferimento-Message-ID: <abc.1@pec.example>', 'From: posta-certificata@pec.example', 'Subject: CONSEGNA: Reclamo', 'Content-Type: multipart/mixed; boundary="parti"', '', ...certificate('avvenuta-consegna'), '--parti--', '',
    ]);
    expect(receipt.pec).toMatchObject({ kind: 'avvenuta-consegna', messageId: 'abc.1@pec.example' });
    const pretends = await read(['From: somebody@example.net', 'Subject: CONSEGNA: Reclamo', 'Content-Type: multipart/mixed; boundary="parti"', '', ...certificate('avvenuta-consegna'), '--parti--', '']);
    expect(pretends.pec).toBeNull();
  });
});

it('says who did not get a mail, and why', async () => {
  const mail = await read([
    'From: MAILER-DAEMON@mx.example', 'Subject: Undelivered Mail Returned to Sender', 'Content-Type: multipart/report; report-type=delivery-status; boundary="parti"', '',
    '--parti', 'Content-Type: text/plain', '', 'It was not delivered.', '--parti', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '',
    'Final-Recipient: rfc822; luca@posta.example', 'Action: failed', 'Status: 5.2.2', 'Diagnostic-Code: smtp; 552 5.2.2 The mailbox is full', '',
    '--parti', 'Content-Type: text/rfc822-headers', '', 'Message-ID: <ours.7@casalumina.example>', '', '--parti--', '',
  ]);
  expect(mail.bounce).toEqual({ recipients: [{ address: 'luca@posta.example', class: 'box_full', hard: false, status: '5.2.2' }], originalMessageId: 'ours.7@casalumina.example' });
});

it('takes the new words, the quoted ones and the signature apart', async () => {
  const mail = await read(['From: Elena <elena@posta.example>', 'Subject: Re: Ordine', 'Content-Type: text/plain; charset=utf-8', '', 'Va bene così, grazie.', '', '-- ', 'Elena Marchetti', 'Monza', '', 'Il 24 nov 2026, alle 10:00, Giulia Serra ha scritto:', '> Le rispediamo il collo?', '']);
  expect([mail.reply, mail.signature, mail.quoted]).toEqual(['Va bene così, grazie.', '-- \nElena Marchetti\nMonza', 'Il 24 nov 2026, alle 10:00, Giulia Serra ha scritto:\n> Le rispediamo il collo?']);
});

it('keeps apart what is no mail at all, with the reason', async () => {
  expect(await inspectMail(Buffer.from('  \r\n'))).toEqual({ ok: false, quarantine: 'empty' });
});

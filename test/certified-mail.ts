/** The certificate that a provider of Italian certified mail (PEC) adds. Some leave the brackets of a message id as they are. */
export const certificate = (kind: string, subject = 'Reclamo &amp; rimborso'): string[] => [
  '--parti', 'Content-Type: application/xml; name="daticert.xml"', 'Content-Disposition: attachment; filename="daticert.xml"', '',
  `<?xml version="1.0" encoding="UTF-8"?><postacert tipo="${kind}" errore="nessuno"><intestazione><mittente>elena@pec.example</mittente>`,
  `<destinatari tipo="certificato">servizio@pec.casalumina.example</destinatari><oggetto>${subject}</oggetto></intestazione>`,
  '<dati><gestore-emittente>Pec Esempio</gestore-emittente><data zona="+0100"><giorno>24/11/2026</giorno><ora>09:15:30</ora></data><identificativo>op.1@pec.example</identificativo><msgid><abc.1@pec.example></msgid></dati></postacert>',
];

/** A message of Elena's in the envelope of her provider, as it reaches our box. */
export const certifiedMail = (text: string, to = 'servizio@pec.casalumina.example'): string[] => [
  'X-Trasporto: posta-certificata', 'X-Riferimento-Message-ID: <abc.1@pec.example>', 'From: "Per conto di: elena@pec.example" <posta-certificata@pec.example>', 'Reply-To: elena@pec.example',
  `To: ${to}`, 'Subject: POSTA CERTIFICATA: Reclamo & rimborso', 'Message-ID: <envelope.1@pec.example>', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="parti"', '',
  '--parti', 'Content-Type: text/plain; charset=utf-8', '', 'Messaggio di posta certificata. Il giorno 24/11/2026 alle ore 09:15:30 il messaggio è stato inviato da elena@pec.example.', ...certificate('posta-certificata'),
  '--parti', 'Content-Type: message/rfc822; name="postacert.eml"', 'Content-Disposition: attachment; filename="postacert.eml"', '',
  'From: Elena Marchetti <elena@pec.example>', `To: ${to}`, 'Subject: Reclamo & rimborso', 'Message-ID: <abc.1@pec.example>', 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', '', text, '', '--parti--', '',
];

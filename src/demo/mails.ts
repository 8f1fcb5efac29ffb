import { crc32, deflateSync } from 'node:zlib';

export interface DemoFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** A mail as somebody outside wrote it. */
export interface DemoMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly inReplyTo?: string | null;
  readonly files?: readonly DemoFile[];
  readonly date: Date;
}

const word = (text: string): string => (/^[\x20-\x7e]*$/u.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`);

const wrapped = (bytes: Buffer): string => bytes.toString('base64').replaceAll(/.{76}/gu, '$&\r\n');

const person = (from: string): string => {
  const found = /^(.+) <(.+)>$/u.exec(from);
  return found === null ? from : `${word(found[1] ?? '')} <${found[2]}>`;
};

const partOf = ({ name, type, content }: DemoFile, boundary: string): string =>
  `--${boundary}\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(content)}\r\n`;

/** The bytes of such a mail, as a mail program sends them. */
export const bytesOf = ({ from, to, subject, text, messageId, inReplyTo = null, files = [], date }: DemoMail): Buffer => {
  const boundary = `=_${messageId.replaceAll(/\W/gu, '')}`;
  const words = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(Buffer.from(text))}\r\n`;
  const head = [
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`, `From: ${person(from)}`, `To: ${to}`, `Subject: ${word(subject)}`, `Message-ID: <${messageId}>`,
    ...(inReplyTo === null ? [] : [`In-Reply-To: <${inReplyTo}>`, `References: <${inReplyTo}>`]), 'MIME-Version: 1.0',
  ].join('\r\n');
  if (files.length === 0) return Buffer.from(`${head}\r\n${words}`);
  const parts = files.map((file) => partOf(file, boundary)).join('');
  return Buffer.from(`${head}\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n${words}${parts}--${boundary}--\r\n`);
};

/** What a mail server writes when there is nobody at an address (RFC 3464). */
export const bounceOf = (address: string, messageId: string, date: Date): Buffer =>
  Buffer.from(
    [
      `Date: ${date.toUTCString().replace('GMT', '+0000')}`, 'From: Mail Delivery System <mailer-daemon@posta.example>', 'To: assistenza@casalumina.example',
      'Subject: Undelivered Mail Returned to Sender', `Message-ID: <bounce-${date.getTime()}@posta.example>`, 'Auto-Submitted: auto-replied', 'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="report"', '',
      '--report', 'Content-Type: text/plain; charset=us-ascii', '', `<${address}>: user unknown`, '',
      '--report', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.posta.example', '',
      `Final-Recipient: rfc822; ${address}`, 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 user unknown', '',
      '--report', 'Content-Type: text/rfc822-headers', '', `Message-ID: <${messageId}>`, 'Subject: (the mail that did not arrive)', '', '--report--', '',
    ].join('\r\n'),
  );

const chunk = (kind: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

type Colour = readonly [red: number, green: number, blue: number];

/** A small photograph that nobody took: a shade of light on a wall, with a dent where one is complained about. */
export const picture = (name: string, [red, green, blue]: Colour): DemoFile => {
  const [width, height] = [240, 160];
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x += 1) {
      const light = Math.max(0.25, 1 - Math.hypot((x - 120) / 120, (y - 50) / 110) * 0.7);
      const dent = Math.hypot(x - 165, y - 105) < 14 ? 0.35 : 1;
      row.set([red, green, blue].map((part) => Math.round(part * light * dent)), 1 + x * 3);
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const content = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name, type: 'image/png', content };
};

/** One page of plain text as a PDF: an invoice, a delivery note. Latin letters without accents only. */
export const document = (name: string, lines: readonly string[]): DemoFile => {
  const words = lines.map((line) => `(${line.replaceAll(/[\\()]/gu, '\\$&')}) Tj T*`).join('\n');
  const stream = `BT /F1 12 Tf 60 780 Td 18 TL\n${words}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, place) => {
    const at = text.length;
    text += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const content = `${text}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return { name, type: 'application/pdf', content: Buffer.from(content, 'latin1') };
};

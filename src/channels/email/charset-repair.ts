const utf8 = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');

/** What windows-1252 makes of each byte, turned round: character to byte. */
const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [western.decode(Uint8Array.of(byte)), byte] as const));

/** Text in UTF-8, or, when the bytes are none, in the code page of old Western mail, where every byte means something. */
export const decodeBytes = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    // Not UTF-8: this is the question that was asked, not an accident.
    return western.decode(bytes);
  }
};

/**
 * Undoes "perchÃ©": UTF-8 bytes that a mail announced as ASCII or Latin-1. Only when every character is a byte of that code page
 * and all of them together are valid UTF-8, which a text that was read rightly practically never is; otherwise returns it untouched.
 */
export const repairMisread = (text: string): string => {
  if (!/[\u00c2-\u00f4]/.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const byte = byteOf.get(text.charAt(index));
    if (byte === undefined) return text;
    bytes[index] = byte;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    // It was read rightly the first time.
    return text;
  }
};

const textType = /^content-type:[ \t]*text\/(?:plain|html)\b[^\n]*(?:\n[ \t][^\n]*)*/gim;
const anyType = /^content-type:/im;

/** The mail with `charset=windows-1252` written into every text part that announces none, for a second reading of unlabelled Latin-1. */
export const withWesternLabels = (raw: Uint8Array): Uint8Array => {
  const mail = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  if (!anyType.test(mail.slice(0, 262_144))) return Buffer.from(`Content-Type: text/plain; charset=windows-1252\r\n${mail}`, 'latin1');
  const labelled = mail.replace(textType, (header) =>
    /charset\s*=/i.test(header) ? header : header.replace(/^(content-type:[ \t]*text\/\w+)/i, '$1; charset=windows-1252'),
  );
  return Buffer.from(labelled, 'latin1');
};

import { describe, expect, it } from 'vitest';
import { incomingTexts, sayReason } from './incoming-texts.ts';

describe.each(['it', 'en'] as const)('why a mail was not filed, in %s', (language) => {
  const texts = incomingTexts[language];

  it.each(['empty', 'no_mail_in_it', 'no_sender', 'from_ourselves', 'request_not_for_sender', 'identity.not_an_address'])('%s is said in words, with what to do', (code) => {
    const { what, next, quote } = sayReason(code, texts);
    expect(what).not.toBe(texts.defect.what);
    expect(next.length).toBeGreaterThan(30);
    expect(quote).toBeUndefined();
  });

  it('anything else is a defect of ours, with what it said', () => {
    expect(sayReason('TypeError: cannot read', texts)).toEqual({ ...texts.defect, quote: 'TypeError: cannot read' });
  });
});

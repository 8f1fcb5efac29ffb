import pino, { type Logger } from 'pino';

/** Fields that may hold a person's data or a secret never reach a log line. */
const redacted = ['password', 'token', 'secret', 'text', 'body', 'raw', 'authorization', 'cookie'];

export const openLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: { paths: redacted.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
  });

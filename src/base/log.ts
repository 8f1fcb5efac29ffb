import pino, { type DestinationStream, type Logger } from 'pino';

/** Fields that may hold a person's data or a secret never reach a log line. */
const redacted = ['password', 'token', 'secret', 'text', 'body', 'raw', 'authorization', 'cookie'];

/** Lines go to standard output, unless `destination` is another place. */
export const openLog = (level: string, destination?: DestinationStream): Logger => {
  const options = {
    level,
    base: null,
    redact: { paths: redacted.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

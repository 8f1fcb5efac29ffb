import pino, { type DestinationStream, type Logger } from 'pino';

/** Fields that may hold a person's data or a secret never reach a log line. */
const redacted = ['password', 'token', 'secret', 'text', 'body', 'raw', 'authorization', 'cookie'];

/** Of an error what a person reads: a driver hangs its whole connection on it, with every statement that it ever prepared. */
const readable = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const said = Object.entries(error).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  const causes = error instanceof AggregateError ? { errors: error.errors.map(readable) } : error.cause === undefined ? {} : { cause: readable(error.cause) };
  return { type: error.name, message: error.message, stack: error.stack, ...Object.fromEntries(said), ...causes };
};

/** Lines go to standard output, unless `destination` is another place. */
export const openLog = (level: string, destination?: DestinationStream): Logger => {
  const options = {
    level,
    base: null,
    serializers: { err: readable },
    redact: { paths: redacted.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

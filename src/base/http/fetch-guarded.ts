import { lookup as systemLookup } from 'node:dns/promises';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { second } from '../clock.ts';
import { isAllowed, isLoopback, isPublicAddress } from './outbound-addresses.ts';

/** Why nothing came back. The first four are about the address itself: trying again changes nothing about them, but a name may come to mean another machine. */
export type OutboundReason = 'no_address' | 'not_https' | 'not_public' | 'strange_port' | 'unknown_host' | 'timeout' | 'not_trusted' | 'unreachable';

export class OutboundFailed extends Error {
  override readonly name = 'OutboundFailed';
  readonly reason: OutboundReason;
  constructor(reason: OutboundReason, cause?: unknown) {
    super(`The request did not leave or was not answered: ${reason}.`, { cause });
    this.reason = reason;
  }
}

export interface GuardedRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the question for the name to the last byte, in milliseconds. */
  readonly timeout?: number;
  /** Of the answer no more than this is read, in bytes. */
  readonly most?: number;
  /** Networks that may be reached although they are not public: `config.outboundAllowed`. */
  readonly allowed: readonly string[];
}

export interface GuardedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** There was more than was read. */
  readonly isCut: boolean;
}

export interface Address {
  readonly address: string;
  readonly family: number;
}
export type Lookup = (host: string) => Promise<readonly Address[]>;

const askSystem: Lookup = (host) => systemLookup(host, { all: true });
const usualTimeout = 10 * second;
const usualMost = 65_536;

/** Ports below 1024 belong to programs that speak something else; a mail server understands enough HTTP to be abused by it. */
const isPortOfTheWeb = (port: string): boolean => port === '' || port === '80' || port === '443' || Number(port) >= 1_024;

const read = (address: string): URL => {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '') throw new OutboundFailed('no_address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutboundFailed('not_https');
  if (!isPortOfTheWeb(url.port)) throw new OutboundFailed('strange_port');
  return url;
};

/** What the name means now; `http` only where all of it is this machine itself and the operator has opened it. */
const addressesOf = async (url: URL, allowed: readonly string[], lookup: Lookup): Promise<readonly Address[]> => {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const family = isIP(host);
  const found = family === 0 ? await lookup(host).catch((error: unknown) => { throw new OutboundFailed('unknown_host', error); }) : [{ address: host, family }];
  if (found.length === 0) throw new OutboundFailed('unknown_host');
  // All of them: a name that means one machine outside and one inside is meant for the one inside.
  if (found.some(({ address }) => !isPublicAddress(address) && !isAllowed(address, allowed))) throw new OutboundFailed('not_public');
  if (url.protocol === 'http:' && !found.every(({ address }) => isLoopback(address))) throw new OutboundFailed('not_https');
  return found;
};

/** Answers every question for a name with what was checked: whoever changes the name's meaning in between changes nothing. */
const pinnedTo = (found: readonly Address[]): LookupFunction => (_host, options, answer) => {
  const [first] = found;
  if (options.all === true) return answer(null, found.map(({ address, family }) => ({ address, family })));
  return answer(null, first?.address ?? '', first?.family ?? 4);
};

const readUpTo = async (response: IncomingMessage, most: number): Promise<Pick<GuardedAnswer, 'body' | 'isCut'>> => {
  const got: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    got.push(part);
    size += part.length;
    if (size > most) break;
  }
  return { body: Buffer.concat(got).subarray(0, most), isCut: size > most };
};

const send = (url: URL, options: RequestOptions, body: string | undefined): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const asking = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, options, resolve);
    asking.on('error', reject);
    asking.end(body);
  });

const notTrusted = /^(?:ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO|ERR_SSL)/u;

const reasonOf = (error: unknown, ends: AbortSignal): OutboundReason => {
  if (ends.aborted) return 'timeout';
  return notTrusted.test(String((error as { code?: unknown }).code ?? '')) ? 'not_trusted' : 'unreachable';
};

/**
 * Calls somebody else's server. The one road by which this program asks anything of an address that a person typed in: the name is
 * asked for once and the connection goes to what it meant then; whatever is not public is refused; a redirect is an answer like any
 * other and is not followed; time and size are bounded. Throws OutboundFailed where no answer came; an answer is whatever status it has.
 */
export const fetchGuarded = async (asked: GuardedRequest, lookup: Lookup = askSystem): Promise<GuardedAnswer> => {
  const url = read(asked.url);
  const ends = AbortSignal.timeout(asked.timeout ?? usualTimeout);
  const late = new Promise<never>((_, reject) => ends.addEventListener('abort', () => reject(new OutboundFailed('timeout')), { once: true }));
  late.catch(() => undefined);
  const found = await Promise.race([addressesOf(url, asked.allowed, lookup), late]);
  const options: RequestOptions = {
    method: asked.method ?? 'GET', agent: false, signal: ends, lookup: pinnedTo(found), maxHeaderSize: 16_384,
    headers: { 'accept-encoding': 'identity', 'user-agent': 'Presa', connection: 'close', ...asked.headers, ...(asked.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(asked.body)) }) },
  };
  try {
    const response = await send(url, options, asked.body);
    const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
    return { status: response.statusCode ?? 0, headers, ...(await readUpTo(response, asked.most ?? usualMost)) };
  } catch (error) {
    throw new OutboundFailed(reasonOf(error, ends), error);
  }
};

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchGuarded, type GuardedRequest, type Lookup } from './fetch-guarded.ts';
import { isPublicAddress, notNetworks } from './outbound-addresses.ts';

let server: Server;
let port: number;
let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.end('ok');
const heard: IncomingMessage[] = [];
const loopback = ['127.0.0.0/8'];

beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const at = (address: string, family = 4): Lookup => async () => [{ address, family }];
const reason = (asked: Partial<GuardedRequest> & { readonly url: string }, lookup?: Lookup): Promise<unknown> =>
  fetchGuarded({ allowed: [], ...asked }, lookup).then(({ status }) => status, (error: { reason?: unknown }) => error.reason);

describe('whom it asks', () => {
  it('only addresses of the world outside', () => {
    const inside = [
      '0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.168.1.1', '198.18.0.1',
      '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:a9fe:a9fe', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:1::', 'fc00::1',
      'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '2001:db8::1', 'localhost', '',
    ];
    expect(inside.filter(isPublicAddress)).toEqual([]);
    const outside = ['8.8.8.8', '172.15.255.255', '172.32.0.1', '192.0.1.1', '100.128.0.1', '2a00:1450:4002::1', '2606:4700::1111'];
    expect(outside.filter((one) => !isPublicAddress(one))).toEqual([]);
    expect(notNetworks(['10.0.0.0/8', 'fd00::/8', '127.0.0.1', 'casa', '10.0.0.0/33', ''])).toEqual(['casa', '10.0.0.0/33', '']);
  });

  it.each([
    ['this machine', 'https://127.0.0.1/'], ['by its number', 'https://2130706433/'], ['in hexadecimal', 'https://0x7f.1/'], ['in octal', 'https://0177.0.0.1/'],
    ['as IPv6', 'https://[::1]/'], ['mapped', 'https://[::ffff:127.0.0.1]/'], ['the keys of a cloud', 'https://169.254.169.254/latest/meta-data/'],
    ['the network of the house', 'https://192.168.1.1/'],
  ])('refuses %s', async (_what, url) => {
    expect(await reason({ url })).toBe('not_public');
  });

  it('refuses a name that means such an address, or one of each', async () => {
    expect(await reason({ url: 'https://crm.example/' }, at('10.0.0.5'))).toBe('not_public');
    expect(await reason({ url: 'https://crm.example/' }, at('::ffff:10.0.0.5', 6))).toBe('not_public');
    expect(await reason({ url: 'https://crm.example/' }, async () => [{ address: '93.184.216.34', family: 4 }, { address: '127.0.0.1', family: 4 }])).toBe('not_public');
  });

  it('asks for the name once, and goes where it meant to go then', async () => {
    let asked = 0;
    const rebinding: Lookup = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.5', family: 4 }];
    };
    expect(await reason({ url: `http://crm.example:${port}/hook`, allowed: loopback }, rebinding)).toBe(200);
    expect([asked, heard.at(-1)?.headers.host, heard.at(-1)?.url]).toEqual([1, `crm.example:${port}`, '/hook']);
  });

  it('refuses what is no address of the web, and plain HTTP but to this machine where that is opened', async () => {
    expect(await reason({ url: 'crm.example' })).toBe('no_address');
    expect(await reason({ url: 'https://user:word@crm.example/' })).toBe('no_address');
    expect(await reason({ url: 'file:///etc/passwd' })).toBe('not_https');
    expect(await reason({ url: 'https://crm.example:25/' })).toBe('strange_port');
    expect(await reason({ url: 'http://crm.example/' }, at('93.184.216.34'))).toBe('not_https');
    expect(await reason({ url: `http://127.0.0.1:${port}/` })).toBe('not_public');
    expect(await reason({ url: 'https://crm.example/' }, async () => [])).toBe('unknown_host');
    expect(await reason({ url: 'https://crm.example/' }, () => Promise.reject(new Error('ENOTFOUND')))).toBe('unknown_host');
  });
});

describe('what it takes as an answer', () => {
  const asks = (given: Partial<GuardedRequest> = {}) => fetchGuarded({ url: `http://127.0.0.1:${port}/`, allowed: loopback, ...given });

  it('a redirect is not followed', async () => {
    const before = heard.length;
    answer = (_, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    expect((await asks()).status).toBe(302);
    expect(heard.length).toBe(before + 1);
  });

  it('no more than was allowed for', async () => {
    answer = (_, response) => void response.end('x'.repeat(300_000));
    const { body, isCut } = await asks({ most: 1_000 });
    expect([body.length, isCut]).toEqual([1_000, true]);
  });

  it('nothing that takes too long, however it takes it', async () => {
    answer = () => undefined;
    expect(await reason({ url: `http://127.0.0.1:${port}/`, allowed: loopback, timeout: 60 })).toBe('timeout');
    answer = (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 10);
      response.on('close', () => clearInterval(drip));
    };
    expect(await reason({ url: `http://127.0.0.1:${port}/`, allowed: loopback, timeout: 60 })).toBe('timeout');
    expect(await reason({ url: 'https://crm.example/', timeout: 30 }, () => new Promise(() => undefined))).toBe('timeout');
  });

  it('what it sends arrives as it was written', async () => {
    let said = '';
    answer = (request, response) => void request.on('data', (part: Buffer) => (said += part.toString())).on('end', () => response.end('Fatto.'));
    const { status, body } = await asks({ method: 'POST', body: '{"perché":1}', headers: { 'content-type': 'application/json' } });
    expect([status, body.toString(), said, heard.at(-1)?.headers['content-type']]).toEqual([200, 'Fatto.', '{"perché":1}', 'application/json']);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await reason({ url: `http://127.0.0.1:${port}/`, allowed: loopback })).toBe('unreachable');
  });
});

import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that arrived at a program of somebody else, as it would see it. */
export interface Received {
  readonly id: string;
  readonly body: string;
  readonly event: { readonly type: string; readonly timestamp: string; readonly data: Record<string, unknown> };
  /** Which of these secrets signed it, in the order given; null where none did. */
  signedBy(secrets: readonly string[]): number | null;
}

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** What it answers from now on; `headers` beside it where a test needs them. */
  answers(status: number, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

/** Signs as the specification of Standard Webhooks says, written anew here: the sender's own arithmetic would prove nothing. */
const signature = (secret: string, signed: string): string => `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64')).update(signed).digest('base64')}`;

/** A real HTTP server in the place of somebody's CRM. */
export const openReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  let answer = { status: 200, headers: {} as Readonly<Record<string, string>> };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const header = (name: string): string => String(request.headers[name] ?? '');
      const [id, timestamp, signatures] = [header('webhook-id'), header('webhook-timestamp'), header('webhook-signature').split(' ')];
      received.push({
        id, body, event: JSON.parse(body) as Received['event'],
        signedBy: (secrets) => {
          const place = secrets.findIndex((secret) => signatures.includes(signature(secret, `${id}.${timestamp}.${body}`)));
          return place === -1 ? null : place;
        },
      });
      response.writeHead(answer.status, answer.headers).end(answer.status === 200 ? 'Grazie.' : 'Non adesso.');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/presa`,
    received,
    answers: (status, headers = {}) => void (answer = { status, headers }),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
};

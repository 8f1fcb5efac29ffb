import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedOfModel {
  readonly authorization: string | undefined;
  readonly body: { readonly model: string; readonly messages: readonly { readonly role: string; readonly content: string }[] };
}

export type ModelAnswer = (response: ServerResponse) => void;

/** A server of our own that speaks as language models behind an OpenAI-compatible address do. */
export interface ModelServer {
  readonly url: string;
  /** What a program is told to ask it, and nobody else. */
  readonly env: Readonly<Record<string, string>>;
  /** Everything that it was asked, oldest first. */
  readonly heard: readonly AskedOfModel[];
  /** How it answers from now on. */
  answers(how: ModelAnswer): void;
  close(): Promise<void>;
}

export const status = (code: number, text: string): ModelAnswer => (response) => void response.writeHead(code, { 'content-type': 'application/json' }).end(text);
/** An answer whose content is that text. */
export const content = (text: string): ModelAnswer => status(200, JSON.stringify({ choices: [{ message: { role: 'assistant', content: text } }] }));
/** It has understood the question, and never comes to an end. */
export const silence: ModelAnswer = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{');

export const startModelServer = async (): Promise<ModelServer> => {
  const heard: AskedOfModel[] = [];
  let how: ModelAnswer = status(500, '');
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      heard.push({ authorization: request.headers.authorization, body: JSON.parse(body) as AskedOfModel['body'] });
      how(response);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return {
    url, heard,
    env: { PRESA_MODEL_URL: url, PRESA_MODEL: 'small', PRESA_OUTBOUND_ALLOW: '127.0.0.0/8' },
    answers: (next) => {
      how = next;
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
};

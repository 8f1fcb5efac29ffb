import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '#base/config.ts';
import { exitCodes, refused } from './texts.ts';

/** Begins to answer, and returns the address as people on this machine type it. Throws StartRefused with the way out. */
export const listen = async (http: FastifyInstance, { host, port }: Config): Promise<string> => {
  try {
    await http.listen({ host, port });
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException, host, port);
  }
  return addressOf(host, (http.server.address() as AddressInfo).port);
};

const addressOf = (host: string, port: number): string => {
  const seen = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${seen.includes(':') ? `[${seen}]` : seen}:${port}`;
};

const explained = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  const why = { exitCode: exitCodes.unavailable, cause: error };
  if (error.code === 'EADDRINUSE') return refused((words) => words.portTaken(addressOf(host, port), port + 1), why);
  if (error.code === 'EACCES') return refused((words) => words.portForbidden(port), why);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return refused((words) => words.hostUnknown(host), why);
  return error;
};

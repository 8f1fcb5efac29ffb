import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { nodeOptions } from '../bin/prepare/node-options.mjs';
import type { Filled } from './filled.ts';

/** Presa in a process of its own, so that what the bench itself does is neither in its times nor in its memory. */
export interface Program {
  readonly address: string;
  readonly smtpPort: number;
  /** Resident memory now, in megabytes. */
  memory(): Promise<number>;
  /** Processor time that it has used so far, in milliseconds: what it costs, also where others keep the machine busy. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Resident memory of a process, in megabytes. */
export const memoryOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? Number.NaN) / 102.4) / 10;
};

// Linux counts in hundredths of a second.
const cpuOf = async (pid: number): Promise<number> => {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /u, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};

const main = fileURLToPath(new URL('../src/app/cli/main.ts', import.meta.url));

export const startProgram = async ({ connection, dataFolder, secret }: Filled, roles: string, nodeArguments: readonly string[] = []): Promise<Program> => {
  const [port, smtpPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [...nodeOptions, ...nodeArguments, main, 'start'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC', PRESA_LOG: 'warn', PRESA_DATA: dataFolder, PRESA_SECRET: secret, PRESA_ROLES: roles,
      PRESA_PORT: String(port), PRESA_SMTP_PORT: String(smtpPort), DATABASE_URL: `postgresql:///presa?host=${encodeURIComponent(connection.host)}&user=presa`,
    },
  });
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.includes('Presa is running')) resolve();
    });
    void ended.then(() => reject(new Error(`Presa ended: ${printed}`)));
  });
  return {
    address: `http://127.0.0.1:${port}`,
    smtpPort,
    memory: () => memoryOf(child.pid ?? 0),
    cpu: () => cpuOf(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

import { Worker } from 'node:worker_threads';

interface Threaded {
  /** What it is given; it must be able to travel to a thread. */
  readonly workerData: unknown;
  /** A thread that takes longer than this has hung, and is ended; in milliseconds. */
  readonly longest: number;
}

/**
 * Runs a file in a thread of its own, for what would keep every screen waiting: resolves with the first message that it posts. Rejects
 * with what it throws, and where it ends, or hangs, without having said anything.
 */
export const inAThread = <Result>(file: URL, { workerData, longest }: Threaded): Promise<Result> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData });
    const hung = setTimeout(() => void worker.terminate(), longest);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(hung);
      reject(new Error(`The thread of ${file.pathname.split('/').at(-1)} ended with ${code} before it had said anything.`));
    });
  });

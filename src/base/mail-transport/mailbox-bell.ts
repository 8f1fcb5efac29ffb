import type { ImapFlow } from 'imapflow';

/** Rings when the server tells of new mail, when the connection ends, or when the watch is stopped. */
export class MailboxBell {
  readonly #client: ImapFlow;
  readonly #signal: AbortSignal;
  readonly #ring = (): void => this.#rung();
  #rung: () => void = () => undefined;
  #heard: Promise<void> = Promise.resolve();
  #failure: Error | null = null;

  constructor(client: ImapFlow, signal: AbortSignal) {
    this.#client = client;
    this.#signal = signal;
    client.on('exists', this.#ring);
    client.on('error', (error) => {
      this.#failure ??= error;
      this.#rung();
    });
    client.on('close', () => {
      this.#failure ??= new Error('The connection was closed.');
      this.#rung();
    });
    signal.addEventListener('abort', this.#ring);
  }

  /** From now on: mail that comes while the mailbox is being read rings the next time. */
  rearm(): void {
    this.#heard = new Promise((resolve) => { this.#rung = resolve; });
  }

  /** Idles until it rings or `longest` milliseconds are over. Rejects when the connection has ended. */
  async rings(longest: number): Promise<void> {
    if (this.#failure === null && !this.#signal.aborted) {
      const timer = setTimeout(this.#ring, longest);
      // It ends by the next command, or with the connection, which rings the bell by itself.
      const idling = this.#client.idle().catch((error: unknown) => { this.#failure ??= error instanceof Error ? error : new Error(String(error)); });
      await Promise.race([this.#heard, idling.then(() => (this.#failure === null ? this.#heard : undefined))]);
      clearTimeout(timer);
    }
    if (this.#failure !== null && !this.#signal.aborted) throw this.#failure;
  }

  silence(): void {
    this.#signal.removeEventListener('abort', this.#ring);
    this.#client.off('exists', this.#ring);
  }
}

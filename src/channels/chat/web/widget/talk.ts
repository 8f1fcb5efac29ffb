import type { TalkView } from '../../contract.ts';
import { mayPass, Refused, type Front, type Routes } from './ask.ts';
import { keep, random, readKept, type Kept } from './kept.ts';

export interface Seen {
  readonly front: Front | null;
  readonly talk: TalkView | null;
  readonly kept: Kept;
  readonly isOffline: boolean;
  /** Who is writing to the visitor right now. */
  readonly answering: string | null;
  /** Words of the server about what was not taken. */
  readonly refused: Refused | null;
}

const firstPause = 1_000;
const longestPause = 30_000;
/** Somebody says that they are writing every three seconds; a sign that is lost does not end it. */
const answeringLasts = 7_000;

/**
 * One conversation as the visitor's browser has it: what is known, what waits to be sent, and the stream of news. Lines go out one
 * after the other, each until it was confirmed; the server knows them by their ids, so sending twice is harmless.
 */
export class Talk {
  readonly #key: string;
  readonly #routes: Routes;
  readonly #show: (seen: Seen) => void;
  #seen: Seen;
  #stream: EventSource | undefined;
  #flushing = false;
  #website = '';
  #pause = firstPause;
  #wake: () => void = () => undefined;
  #ended: ReturnType<typeof setTimeout> | undefined;

  constructor(key: string, routes: Routes, show: (seen: Seen) => void) {
    this.#key = key;
    this.#routes = routes;
    this.#show = show;
    this.#seen = { front: null, talk: null, kept: readKept(key), isOffline: false, answering: null, refused: null };
  }

  get seen(): Seen {
    return this.#seen;
  }

  /** Reads what there is, sends what waited, and listens. Throws where there is no such chat and no conversation either. */
  async begin(): Promise<void> {
    const { secret } = this.#seen.kept;
    if (secret !== undefined) await this.#refresh(secret);
    const front = await this.#routes.front().catch((error: unknown) => {
      if (this.#seen.talk === null) throw error;
      return null;
    });
    this.#become({ front });
    this.#listen();
    void this.#flush();
  }

  /** `website`: what stands in the field that no person sees; the server says what it thinks of that. */
  write(text: string, website: string): void {
    this.#website = website;
    const { kept } = this.#seen;
    this.#keep({ secret: kept.secret ?? random(32), queue: [...kept.queue, { clientId: random(12), text }], draft: '' });
    void this.#flush();
  }

  keepWords(words: Partial<Pick<Kept, 'draft' | 'name' | 'email'>>): void {
    keep(this.#key, { ...this.#seen.kept, ...words });
    this.#seen = { ...this.#seen, kept: { ...this.#seen.kept, ...words } };
  }

  async giveAddress(name: string, email: string): Promise<void> {
    await this.#with((secret) => this.#routes.giveAddress(secret, { name, email }));
  }

  async prove(code: string): Promise<void> {
    await this.#with((secret) => this.#routes.prove(secret, code));
  }

  async pageAddress(): Promise<string | null> {
    const { secret } = this.#seen.kept;
    return secret === undefined ? null : (await this.#routes.page(secret)).url;
  }

  noteTyping(): void {
    const { kept: { secret }, talk } = this.#seen;
    // Whether it arrives matters to nobody but whoever looks on right now.
    if (secret !== undefined && talk !== null) this.#routes.noteTyping(secret).catch(() => undefined);
  }

  noteRead(upTo: string): Promise<unknown> {
    const { secret } = this.#seen.kept;
    return secret === undefined ? Promise.resolve() : this.#routes.noteRead(secret, upTo);
  }

  /** Forgets this conversation: the case stays, the browser no longer has it. */
  forget(): void {
    this.#stream?.close();
    this.#stream = undefined;
    const { secret: _gone, ...kept } = this.#seen.kept;
    keep(this.#key, { ...kept, queue: [], draft: '' });
    this.#become({ talk: null, kept: { ...kept, queue: [], draft: '' }, refused: null });
  }

  /** The connection is back, says the browser. */
  retry(): void {
    this.#pause = firstPause;
    this.#wake();
    void this.#flush();
    if (this.#stream?.readyState === EventSource.CLOSED) this.#listen();
  }

  async #with(act: (secret: string) => Promise<TalkView>): Promise<void> {
    const { secret } = this.#seen.kept;
    if (secret !== undefined) this.#become({ talk: await act(secret) });
  }

  async #refresh(secret: string): Promise<void> {
    try {
      this.#become({ talk: await this.#routes.read(secret), isOffline: false });
    } catch (error) {
      // Over, or never begun: what still waits to be sent begins it.
      if (error instanceof Refused && error.status === 404) {
        if (this.#seen.talk !== null || this.#seen.kept.queue.length === 0) this.forget();
      } else if (mayPass(error)) this.#become({ isOffline: true });
      else throw error;
    }
  }

  async #flush(): Promise<void> {
    if (this.#flushing) return;
    this.#flushing = true;
    try {
      for (let [next] = this.#seen.kept.queue; next !== undefined; [next] = this.#seen.kept.queue) await this.#send(next);
    } finally {
      this.#flushing = false;
    }
  }

  async #send({ clientId, text }: Kept['queue'][number]): Promise<void> {
    const { kept: { secret = random(32), name, email }, talk } = this.#seen;
    const who = { name: name.trim() === '' ? null : name, email: email.trim() === '' ? null : email };
    try {
      const language = document.documentElement.lang === 'en' ? 'en' : 'it';
      const told = talk === null ? await this.#routes.start({ secret, language, clientId, text, ...who, website: this.#website }) : await this.#routes.add(secret, { clientId, text });
      this.#pause = firstPause;
      this.#keep({ secret, queue: this.#seen.kept.queue.filter((one) => one.clientId !== clientId) }, { talk: told, isOffline: false, refused: null });
      if (talk === null) this.#listen();
    } catch (error) {
      await this.#sendLater(error, { clientId, text });
    }
  }

  async #sendLater(error: unknown, { clientId, text }: Kept['queue'][number]): Promise<void> {
    if (mayPass(error)) {
      this.#become({ isOffline: true });
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, this.#pause);
      });
      this.#pause = Math.min(this.#pause * 2, longestPause);
      return;
    }
    if (error instanceof Refused && error.status === 404 && this.#seen.talk !== null) return this.#beginAnew();
    // The server wants it otherwise: the words go back to where they can be changed.
    this.#keep({ queue: this.#seen.kept.queue.filter((one) => one.clientId !== clientId), draft: text }, { refused: error instanceof Refused ? error : new Refused(400) });
  }

  /** The conversation is no longer kept: what waits begins another. */
  #beginAnew(): void {
    this.#stream?.close();
    this.#keep({ secret: random(32) }, { talk: null });
  }

  #listen(): void {
    const { kept: { secret }, talk } = this.#seen;
    if (secret === undefined || talk === null) return;
    this.#stream?.close();
    const stream = this.#routes.stream(secret);
    this.#stream = stream;
    stream.addEventListener('changed', () => void this.#refresh(secret));
    stream.addEventListener('answering', (event: MessageEvent<string>) => this.#hearAnswering((JSON.parse(event.data) as { name: string }).name));
    stream.addEventListener('open', () => {
      this.#pause = firstPause;
      this.#become({ isOffline: false });
      void this.#flush();
    });
    stream.addEventListener('error', () => {
      this.#become({ isOffline: true });
      if (stream.readyState !== EventSource.CLOSED || stream !== this.#stream) return;
      // The browser's own retry gives up for good on some answers; ours does not.
      setTimeout(() => stream === this.#stream && this.#listen(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, longestPause);
    });
  }

  #hearAnswering(name: string): void {
    clearTimeout(this.#ended);
    this.#become({ answering: name });
    this.#ended = setTimeout(() => this.#become({ answering: null }), answeringLasts);
  }

  #keep(change: Partial<Kept>, seen: Partial<Seen> = {}): void {
    const kept = { ...this.#seen.kept, ...change };
    keep(this.#key, kept);
    this.#become({ ...seen, kept });
  }

  #become(change: Partial<Seen>): void {
    const lines = change.talk?.lines.at(-1);
    const spoke = lines?.from === 'us' && lines.id !== this.#seen.talk?.lines.at(-1)?.id;
    this.#seen = { ...this.#seen, ...change, ...(spoke && { answering: null }) };
    this.#show(this.#seen);
  }
}

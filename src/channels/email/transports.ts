import { watchMailbox, type MailboxState } from '#base/mail-transport/imap-reader.ts';
import { transportProblems } from '#base/mail-transport/texts.ts';
import { startReceiver, type Receiver } from '#base/mail-transport/smtp-receiver.ts';
import type { Services } from '#base/services.ts';
import { inWork, system } from '#base/work.ts';
import { companyOf } from '#people/index.ts';
import { isOwnAddress } from './addresses.ts';
import { emailEvents } from './contract.ts';
import { openMailboxes, ownAddresses, secretsOf, serverShape, type Mailbox } from './mailboxes.ts';
import { storeRaw } from './receiving/store-raw.ts';

interface Stoppable {
  stop(): Promise<void>;
}

/** Opens every road by which mail comes in: our own receivers, and a watch on each mailbox, started anew when its settings change. */
export const startTransports = async (services: Services): Promise<Stoppable> => {
  const receivers = await startReceivers(services);
  const watches = new Map<string, { readonly settings: string; readonly stop: () => Promise<void> }>();

  const refresh = async (): Promise<void> => {
    const mailboxes = await openMailboxes(services.db);
    const wanted = new Map(mailboxes.filter((mailbox) => mailbox.imap !== null).map((mailbox) => [mailbox.id, mailbox]));
    for (const [id, watch] of watches) {
      const mailbox = wanted.get(id);
      if (mailbox !== undefined && settingsOf(mailbox) === watch.settings) continue;
      watches.delete(id);
      await watch.stop();
    }
    for (const mailbox of wanted.values()) {
      if (!watches.has(mailbox.id)) watches.set(mailbox.id, { settings: settingsOf(mailbox), stop: startWatch(services, mailbox) });
    }
  };

  let queue = refresh();
  const unsubscribe = services.live.subscribe((change) => {
    if (change !== 'resync' && change.topic !== 'mailbox') return;
    queue = queue.then(refresh).catch((error: Error) => services.log.warn({ err: error }, 'The list of mailboxes could not be read; it is read again at the next change.'));
  });
  await queue;
  return {
    stop: async () => {
      unsubscribe();
      await queue;
      await Promise.all([...receivers.map((receiver) => receiver.close()), ...[...watches.values()].map((watch) => watch.stop())]);
    },
  };
};

const settingsOf = (mailbox: Mailbox): string => JSON.stringify([mailbox.imap, mailbox.sealed_secrets, mailbox.start_from]);

const startReceivers = async (services: Services): Promise<Receiver[]> => {
  const { config } = services;
  const wanted = [
    { protocol: 'smtp', port: config.smtpPort } as const,
    { protocol: 'lmtp', port: config.lmtpPort } as const,
  ].flatMap(({ protocol, port }) => (port === null ? [] : [{ protocol, port }]));
  return Promise.all(
    wanted.map(({ protocol, port }) =>
      startReceiver({
        protocol,
        port,
        host: config.mailHost,
        maxBytes: config.maxMailBytes,
        log: services.log,
        accepts: async (address) => isOwnAddress(address, await ownAddresses(services.db)),
        store: async ({ raw, envelopeFrom, envelopeTo }) =>
          void (await storeRaw(services, { raw, via: protocol, mailboxId: null, envelopeFrom, envelopeTo })),
      }),
    ),
  );
};

/** Returns how to stop it. What it is storing is finished first. */
const startWatch = (services: Services, mailbox: Mailbox): (() => Promise<void>) => {
  const server = serverShape.parse(mailbox.imap);
  const stopping = new AbortController();
  const watch = watchMailbox({
    account: { host: server.host, port: server.port, security: server.security, auth: { user: server.user, pass: secretsOf(mailbox, services.secrets).imap ?? '' } },
    cursor: mailbox.uid_validity === null ? null : { uidValidity: String(mailbox.uid_validity), lastUid: mailbox.last_uid ?? 0 },
    startFrom: mailbox.start_from === 'all' ? 'all' : 'now',
    ...(mailbox.start_from === 'all' ? {} : { notBefore: mailbox.created_at }),
    maxBytes: services.config.maxMailBytes,
    store: async ({ raw }) => void (await storeRaw(services, { raw, via: 'imap', mailboxId: mailbox.id, envelopeFrom: null, envelopeTo: [] })),
    saveCursor: ({ uidValidity, lastUid }) => saveCursor(services, mailbox.id, Number(uidValidity), lastUid),
    onState: (state) => void noteState(services, mailbox, state).catch((error: Error) => services.log.warn({ err: error }, 'The state of a mailbox could not be noted.')),
    log: services.log,
    clock: services.clock,
    signal: stopping.signal,
  });
  return async () => {
    stopping.abort();
    await watch;
  };
};

const saveCursor = async (services: Services, id: string, uidValidity: number, lastUid: number): Promise<void> => {
  await services.db.updateTable('mailboxes').set({ uid_validity: uidValidity, last_uid: lastUid }).where('id', '=', id).execute();
};

/** What the operator reads. Trouble is told once, when it begins; whoever looks after mailboxes is called then. */
const noteState = (services: Services, mailbox: Mailbox, state: MailboxState): Promise<void> =>
  inWork(services, system, async (work) => {
    const language = (await companyOf(work.tx)).language;
    const problem = state.status === 'waiting' ? state.lastProblem : null;
    const words = problem === null ? null : transportProblems[language][problem.problem];
    const before = await work.tx.selectFrom('mailboxes').where('id', '=', mailbox.id).select('last_error').forUpdate().executeTakeFirst();
    await work.tx
      .updateTable('mailboxes')
      .set({ connected_at: state.connectedSince, last_error: words, ...(words === null ? {} : { last_error_at: work.now }) })
      .where('id', '=', mailbox.id)
      .execute();
    if (words !== null && before?.last_error === null) {
      work.emit(emailEvents['mailbox.in_trouble'](null, { mailboxId: mailbox.id, address: mailbox.address, error: words }));
    }
  });

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import { runGuarded, type GuardedProgram } from '#base/postgres/watchdog.ts';

/** A real IMAP server with mailboxes of its own, on a port of this machine. It is gone with the test, however that ends. */
export interface Dovecot {
  readonly host: string;
  readonly port: number;
  /** The same for all users. */
  readonly password: string;
  /** Puts a message into the user's INBOX, behind all that were put there before; a connection that idles hears of it. */
  deliver(user: string, raw: Buffer): Promise<void>;
  /** Gives INBOX another UIDVALIDITY, as after a restore: all UIDs known so far mean nothing any more. Cuts the user's connections. */
  bumpUidValidity(user: string): Promise<void>;
  stop(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const host = '127.0.0.1';
const isRoot = process.getuid?.() === 0;
// Dovecot refuses to open mail as root; the number is that of `nobody` on every Linux we know.
const mailOwner = (): Owner => (isRoot ? { uid: 65_534, gid: 65_534 } : { uid: userInfo().uid, gid: userInfo().gid });

const asOrdinaryUser = (): string => {
  const { username } = userInfo();
  const group = `default_internal_user = ${username}\ndefault_login_user = ${username}\ndefault_internal_group = \n`;
  const services = ['anvil', 'imap-login', 'stats'].map((name) => `service ${name} {\n  chroot =\n}\n`);
  return [group, ...services].join('');
};

const configuration = (folder: string, port: number, { uid, gid }: Owner): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = /dev/stderr
protocols = imap
listen = ${host}
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail/%u
mailbox_idle_check_interval = 1 secs
passdb {
  driver = passwd-file
  args = scheme=plain ${folder}/users
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  inet_listener imap {
    address = ${host}
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${isRoot ? '' : asOrdinaryUser()}`;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

const greets = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, host);
    const answer = (greeted: boolean): void => {
      socket.destroy();
      resolve(greeted);
    };
    socket.setTimeout(2_000, () => answer(false));
    socket.once('error', () => answer(false));
    socket.once('data', (data) => answer(data.toString().startsWith('* OK')));
  });

const makeMailbox = async (folder: string, { uid, gid }: Owner): Promise<void> => {
  for (const path of [folder, ...['cur', 'new', 'tmp'].map((name) => join(folder, name))]) {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chown(path, uid, gid);
  }
};

interface Run {
  readonly folder: string;
  readonly port: number;
  readonly program: GuardedProgram;
}

/** Starts it on a free port. Somebody else may take that port in between: the caller tries again. */
const start = async (folder: string, owner: Owner): Promise<Run> => {
  const port = await freePort();
  const file = join(folder, 'dovecot.conf');
  await writeFile(file, configuration(folder, port, owner));
  let output = '';
  const onOutput = (text: string): void => void (output = (output + text).slice(-4_000));
  const program = runGuarded({ account: { kind: 'self' }, program: 'dovecot', args: ['-F', '-c', file], signal: 'TERM', removeAfter: [folder], onOutput });
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline && program.exitCode() === undefined) {
    if (await greets(port)) return { folder, port, program };
    await pause(20);
  }
  program.letGo();
  await program.ended;
  throw new Error(`Dovecot did not start: ${output}`);
};

const startOnSomePort = async (folder: string, owner: Owner, tries = 3): Promise<Run> => {
  try {
    return await start(folder, owner);
  } catch (error) {
    if (tries > 1 && String(error).includes('Address already in use')) return startOnSomePort(folder, owner, tries - 1);
    throw error;
  }
};

interface Postman {
  deliver(raw: Buffer): Promise<void>;
  hangUp(): Promise<void>;
}

/**
 * Delivers over one connection, mail after mail: the server numbers them in the order in which they were given to it. Files moved into
 * its folder it numbers as it happens to read them, and an answer could come before what it answers.
 */
const postmanFor = (user: string, { port, password }: { readonly port: number; readonly password: string }): Postman => {
  let open: ImapFlow | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const connection = async (): Promise<ImapFlow> => {
    if (open?.usable === true) return open;
    open = new ImapFlow({ host, port, secure: false, logger: false, auth: { user, pass: password } });
    // Cut by a bump of UIDVALIDITY, it is opened anew for the next mail.
    open.on('error', () => undefined);
    await open.connect();
    return open;
  };
  return {
    deliver: (raw) => {
      const delivered = last.then(async () => void (await (await connection()).append('INBOX', raw)));
      last = delivered.catch(() => undefined);
      return delivered;
    },
    hangUp: async () => {
      await last;
      open?.close();
    },
  };
};

const bump = async (mailbox: string): Promise<void> => {
  const list = join(mailbox, 'dovecot-uidlist');
  const text = await readFile(list, 'utf8');
  const bumped = text.replace(/^3 V(\d+)/u, (_, validity: string) => `3 V${Number(validity) + 1}`);
  if (bumped === text) throw new Error(`No UIDVALIDITY in ${list}: has anybody opened this mailbox yet?`);
  await writeFile(list, bumped);
  // The index remembers the old number and would be believed first.
  const indexes = (await readdir(mailbox)).filter((name) => name.startsWith('dovecot.index'));
  for (const name of indexes) await rm(join(mailbox, name));
};

const noSuchUser = 68;

const kick = async (folder: string, user: string): Promise<void> => {
  await promisify(execFile)('doveadm', ['-c', join(folder, 'dovecot.conf'), 'kick', user]).catch((error: { code?: unknown }) => {
    // Nobody was connected, which is as good.
    if (error.code !== noSuchUser) throw error;
  });
};

/** Starts Dovecot with an empty INBOX for each of `users`, who log in over plain IMAP with the password it returns. */
export const startDovecot = async ({ users }: { users: readonly string[] }): Promise<Dovecot> => {
  const folder = await mkdtemp(join(tmpdir(), 'presa-dovecot-'));
  const owner = mailOwner();
  const password = randomBytes(12).toString('hex');
  const mailboxOf = (user: string): string => {
    if (!users.includes(user)) throw new Error(`${user} has no mailbox here.`);
    return join(folder, 'mail', user);
  };
  // First, and by itself: a recursive mkdir would give it the mode of the mailbox below, and nobody could pass.
  await mkdir(join(folder, 'mail'), { mode: 0o755 });
  for (const user of users) await makeMailbox(mailboxOf(user), owner);
  await writeFile(join(folder, 'users'), users.map((user) => `${user}:${password}\n`).join(''), { mode: 0o644 });
  // Its processes run as several users, and mkdtemp lets only one pass.
  await chmod(folder, 0o755);
  const { port, program } = await startOnSomePort(folder, owner);
  const postmen = new Map<string, Postman>();
  return {
    host,
    port,
    password,
    deliver: async (user, raw) => {
      mailboxOf(user);
      const postman = postmen.get(user) ?? postmanFor(user, { port, password });
      postmen.set(user, postman);
      await postman.deliver(raw);
    },
    bumpUidValidity: async (user) => {
      const mailbox = mailboxOf(user);
      await kick(folder, user);
      await bump(mailbox);
    },
    stop: async () => {
      await Promise.all([...postmen.values()].map((postman) => postman.hangUp()));
      program.letGo();
      await program.ended;
    },
  };
};

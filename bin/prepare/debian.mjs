import { accessSync, constants, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { say, Stop } from './say.mjs';

const isProgram = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Absent and not executable are the same answer here: it cannot be run.
    return false;
  }
};

const onPath = (name) =>
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/bin'].some((folder) => isProgram(path.join(folder, name)));

const serverFolder = '/usr/lib/postgresql';

const hasServer = () =>
  existsSync(serverFolder) &&
  readdirSync(serverFolder).some((version) => Number(version) >= 15 && isProgram(path.join(serverFolder, version, 'bin', 'postgres')));

/** What the tests need beyond npm's packages: real servers and a real browser, not imitations of them. */
const needs = [
  { name: 'PostgreSQL 15+', package: 'postgresql', isThere: hasServer, why: { it: 'le prove girano anche sul più vecchio che promettiamo', en: 'the tests also run on the oldest that we promise' } },
  { name: 'Dovecot', package: 'dovecot-imapd', isThere: () => onPath('dovecot'), why: { it: 'una vera casella di posta', en: 'a real mailbox' } },
  { name: 'Chromium', package: 'chromium', isThere: () => isProgram('/usr/bin/chromium'), why: { it: 'un vero browser', en: 'a real browser' } },
];

// Ten minutes for all packages together: past that the network is at fault, and waiting on would only hide it.
const patience = 10 * 60_000;

const apt = async (args) => {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: patience };
  const code = await run('apt-get', ['-q', '-y', '-o', 'Acquire::Retries=2', ...args], options);
  if (code === 0) return;
  throw new Stop({
    it: `"apt-get ${args.join(' ')}" non è riuscito: il motivo è scritto qui sopra.`,
    en: `"apt-get ${args.join(' ')}" failed: the reason stands above.`,
  });
};

// Debian would make and start a cluster of its own, which nobody asked for. Only the programs are wanted.
const keepDebianFromStartingOne = () => {
  const file = '/etc/postgresql-common/createcluster.conf';
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, 'create_main_cluster = false\n');
};

// dpkg asks before it replaces a configuration file that was there first; it must keep ours without asking.
const keepOurs = ['-o', 'Dpkg::Options::=--force-confold'];

/** Makes sure that the tests find what they need: installs it as root on Debian, else says what is missing and how to get it. */
export const ensureTestPrograms = async () => {
  const missing = needs.filter((need) => !need.isThere());
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.package);
  const command = `apt-get install ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    const list = (language) => missing.map((need) => `  ${need.name}: ${need.why[language]}`).join('\n');
    throw new Stop({
      it: `Per le prove manca:\n${list('it')}\nSu Debian e Ubuntu: sudo ${command}`,
      en: `The tests lack:\n${list('en')}\nOn Debian and Ubuntu: sudo ${command}`,
    });
  }
  say({ it: `Installo ciò che serve alle prove: ${command}`, en: `Installing what the tests need: ${command}` });
  if (packages.includes('postgresql')) keepDebianFromStartingOne();
  await apt(['update']);
  await apt(['install', '--no-install-recommends', ...keepOurs, ...packages]);
  const still = missing.filter((need) => !need.isThere()).map((need) => need.name);
  if (still.length === 0) return;
  throw new Stop({
    it: `apt-get ha installato i pacchetti, ma qui non si trova: ${still.join(', ')}.`,
    en: `apt-get installed the packages, but this is not found here: ${still.join(', ')}.`,
  });
};

import { linkSync, mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say, Stop } from './say.mjs';

const ignoring = (code, act) => {
  try {
    return act();
  } catch (error) {
    if (error.code !== code) throw error;
    return undefined;
  }
};

// In a new container the number of a dead process soon belongs to another one: the time at which it began tells them apart.
const beganAt = (pid) => {
  const stat = ignoring('ENOENT', () => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat === undefined ? '' : stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
};

const isHeldBy = (holder) => {
  const [pid, began] = holder.split(' ');
  if (!(Number(pid) > 0)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return began === '' || beganAt(pid) === began;
};

// The file appears with its content in one step, so that nobody ever reads an empty one and takes it for abandoned.
const take = (file) => {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${beganAt(process.pid)}`);
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    unlinkSync(mine);
  }
};

/**
 * Removes a lock whose process is dead. Two may notice at once, and the slower would remove the lock that the faster has just
 * taken: so only one at a time may look, by the right of having made a folder. A folder older than ten seconds was left by a crash.
 */
const clearAbandoned = (file) => {
  const guard = `${file}.clearing`;
  const made = ignoring('EEXIST', () => (mkdirSync(guard), true));
  if (!made) {
    const stat = ignoring('ENOENT', () => statSync(guard));
    if (stat && Date.now() - stat.mtimeMs > 10_000) ignoring('ENOENT', () => rmdirSync(guard));
    return;
  }
  try {
    const holder = ignoring('ENOENT', () => readFileSync(file, 'utf8'));
    if (holder !== undefined && !isHeldBy(holder)) unlinkSync(file);
  } finally {
    rmdirSync(guard);
  }
};

const waiting = {
  it: 'Un altro avvio di Presa sta preparando i programmi: aspetto che finisca.',
  en: 'Another start of Presa is preparing the programs: waiting for it.',
};

/** Runs `work` while no other process of this machine holds the lock `file`. Waits at most `patience` milliseconds for it. */
export const alone = async (file, work, patience = 20 * 60_000) => {
  mkdirSync(path.dirname(file), { recursive: true });
  const deadline = Date.now() + patience;
  for (let told = false; !take(file); await pause(100)) {
    const holder = ignoring('ENOENT', () => readFileSync(file, 'utf8'));
    if (holder !== undefined && !isHeldBy(holder)) clearAbandoned(file);
    else if (!told) told = (say(waiting), true);
    if (Date.now() > deadline) {
      throw new Stop({
        it: `Un altro avvio di Presa (processo ${holder}) prepara i programmi da troppo tempo. Lo fermi e riprovi.`,
        en: `Another start of Presa (process ${holder}) has been preparing the programs for too long. Stop it and try again.`,
      });
    }
  }
  try {
    return await work();
  } finally {
    unlinkSync(file);
  }
};

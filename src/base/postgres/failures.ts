import { exitCodes, type StartRefused } from '../start-refused.ts';
import { refused } from './texts.ts';

const lastWords = (output: string): string => {
  const lines = output.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const grave = lines.filter((line) => /\b(?:FATAL|PANIC|error):/u.test(line));
  return (grave.at(-1) ?? lines.at(-1) ?? '?').replace(/^.*?\b(?:FATAL|PANIC|error):\s*/u, '').replace(/\.$/u, '');
};

/** Says in words why initdb or postgres gave up, from what they printed. They are run with English messages for that. */
export const explain = (output: string, folder: string): StartRefused => {
  const because = { cause: output.trim() };
  if (/shared memory segment.*No space left on device/su.test(output)) {
    return refused('sharedMemoryFull', [], { exitCode: exitCodes.unavailable, ...because });
  }
  if (/No space left on device|ENOSPC|Disk quota exceeded/u.test(output)) {
    return refused('diskFull', [folder], { exitCode: exitCodes.cannotCreate, ...because });
  }
  if (/could not look up effective user ID/u.test(output)) {
    return refused('namelessUser', [], { exitCode: exitCodes.configuration, ...because });
  }
  if (/has wrong ownership/u.test(output)) return refused('othersFolder', [folder], { exitCode: exitCodes.configuration, ...because });
  if (/Permission denied|Read-only file system/u.test(output)) {
    return refused('cannotWrite', [folder], { exitCode: exitCodes.cannotCreate, ...because });
  }
  if (/PANIC:|could not locate a valid checkpoint|invalid data in file|could not open file "global\//u.test(output)) {
    return refused('damaged', [folder, lastWords(output)], { exitCode: exitCodes.unavailable, ...because });
  }
  return refused('failed', [folder, lastWords(output)], { exitCode: exitCodes.unavailable, ...because });
};

/** The same for what Node's own file calls throw on the way. Anything unknown is a defect and is thrown on as it is. */
export const explainSystem = (error: unknown, folder: string): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return refused('diskFull', [folder], { exitCode: exitCodes.cannotCreate, cause: error });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return refused('cannotWrite', [folder], { exitCode: exitCodes.cannotCreate, cause: error });
  }
  return error;
};

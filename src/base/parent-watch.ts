/** How long a shutdown may take once the parent is gone, in milliseconds. Afterwards the process ends as it stands. */
const grace = 10_000;

/**
 * Ends this process when the one that started it through `bin/presa.mjs` is gone, even by kill -9, which no signal announces:
 * the channel between the two closes. The shutdown is the ordinary one, that of SIGTERM; where it hangs, the process exits
 * after ten seconds with code 1. Does nothing in a process that was started without a channel.
 */
export const exitWithParent = (): void => {
  if (process.channel === undefined || process.channel === null) return;
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), grace).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // A listener keeps the channel, and with it the process, alive: a command that is done must be able to end.
  process.channel.unref();
};

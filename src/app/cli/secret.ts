/** Asks at the terminal and returns the line, which is not shown while it is typed. Ctrl-C ends the program, as anywhere. */
export const askSecret = (question: string): Promise<string> =>
  new Promise((resolve) => {
    const { stdin, stderr } = process;
    stderr.write(question);
    stdin.setRawMode(true);
    stdin.setEncoding('utf8');
    let typed = '';
    const done = (): void => {
      stdin.off('data', hear);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
    };
    const hear = (keys: string): void => {
      for (const key of keys) {
        if (key === '\r' || key === '\n' || key === '\u0004') {
          done();
          return resolve(typed);
        }
        if (key === '\u0003') {
          done();
          process.kill(process.pid, 'SIGINT');
          return;
        }
        typed = key === '\u007f' || key === '\b' ? [...typed].slice(0, -1).join('') : typed + key;
      }
    };
    stdin.on('data', hear);
    stdin.resume();
  });

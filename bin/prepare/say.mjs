// Plain JavaScript that Node 18 understands: all of bin/ runs before anything is installed, on whatever Node the machine has.
const wanted = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';

/** The language of whoever sits at the terminal. */
export const language = /^it/iu.test(wanted) ? 'it' : 'en';

/** Tells on stderr, so that what a command prints on stdout stays its own. `texts` has the same sentence as `it` and `en`. */
export const say = (texts) => process.stderr.write(`${texts[language]}\n`);

/** A reason to stop that a person can do something about: printed without a stack. */
export class Stop extends Error {
  constructor(texts, exitCode = 1) {
    super(texts[language]);
    this.exitCode = exitCode;
  }
}

/** Runs `work` and exits with the code it returns; a Stop is printed in words. */
export const exitWith = async (work) => {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
};

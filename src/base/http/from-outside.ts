import type { FastifyReply } from 'fastify';
import type { Services } from '../services.ts';

/**
 * Headers for what somebody outside wrote or sent, and for pages that are opened by a link: nothing in it runs or is fetched, its
 * type is not guessed, its address is not passed on, no copy is kept. `policy` is the content security policy, for what needs more.
 */
export const inert = (policy = "default-src 'none'; sandbox"): Readonly<Record<string, string>> => ({
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'cache-control': 'private, no-store',
});

interface Stored {
  readonly sha256: string;
  readonly name: string;
  /** In bytes, where it is known: the browser then shows how far it is. */
  readonly size?: number;
}

/** A stored file, always as a download of plain bytes: whatever stands in it, our own pages' origin runs none of it. */
export const sendDownload = async ({ files }: Pick<Services, 'files'>, { sha256, name, size }: Stored, reply: FastifyReply): Promise<void> => {
  await reply
    .headers({
      ...inert(),
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      ...(size === undefined ? {} : { 'content-length': size }),
    })
    .send(files.stream(sha256));
};

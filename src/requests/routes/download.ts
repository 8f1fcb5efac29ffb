import type { Asked } from '#base/http/serve.ts';
import type { Services } from '#base/services.ts';

interface Stored {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
}

/** What came from outside is never shown in the page's own origin as anything that could run. */
export const sendDownload = async (services: Services, file: Stored, reply: Asked['reply']): Promise<void> => {
  await reply
    .headers({
      'content-type': 'application/octet-stream',
      'content-length': file.size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    .send(services.files.stream(file.sha256));
};

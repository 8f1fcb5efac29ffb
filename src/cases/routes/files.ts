import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { safeBody } from '#channels/email/index.ts';
import { accessCaseToRead } from '../access.ts';
import * as contract from '../contract.ts';

// Nothing that a stranger sent may run, not even when it is opened alone in a window of its own.
const inert = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Files and laid-out bodies: always behind the gate of their case, always inert. */
export const serveFiles = (served: Served): void => {
  served.member(contract.readAttachment, async ({ services, params, reply }) => {
    const file = await services.db.selectFrom('attachments').where('id', '=', params.id).selectAll().executeTakeFirst();
    if (file === undefined) throw new NotFound();
    await accessCaseToRead(services.db, file.case_id);
    await reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-length': file.size,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'content-security-policy': inert,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .send(services.files.stream(file.sha256));
  });
  served.member(contract.readBody, async ({ services, params, reply }) => {
    const message = await services.db.selectFrom('messages').where('id', '=', params.id).select(['case_id', 'html']).executeTakeFirst();
    if (message === undefined || message.html === null) throw new NotFound();
    await accessCaseToRead(services.db, message.case_id);
    await reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': inert, 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' })
      .send(safeBody(message.html));
  });
};

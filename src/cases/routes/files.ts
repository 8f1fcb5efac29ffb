import { NotFound } from '#base/http/failures.ts';
import { inert, sendDownload } from '#base/http/from-outside.ts';
import type { Served } from '#base/http/serve.ts';
import { safeBody } from '#channels/email/index.ts';
import { accessCaseToRead } from '../access.ts';
import * as contract from '../contract.ts';

// A laid-out body may draw itself and nothing more, also when it is opened alone in a window of its own.
const laidOut = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Files and laid-out bodies: always behind the gate of their case, always inert. */
export const serveFiles = (served: Served): void => {
  served.member(contract.readAttachment, async ({ services, params, reply }) => {
    const file = await services.db.selectFrom('attachments').where('id', '=', params.id).selectAll().executeTakeFirst();
    if (file === undefined) throw new NotFound();
    await accessCaseToRead(services.db, file.case_id);
    await sendDownload(services, file, reply);
  });
  served.member(contract.readBody, async ({ services, params, reply }) => {
    const message = await services.db.selectFrom('messages').where('id', '=', params.id).select(['case_id', 'html']).executeTakeFirst();
    if (message === undefined || message.html === null) throw new NotFound();
    await accessCaseToRead(services.db, message.case_id);
    await reply
      .headers({ ...inert(laidOut), 'content-type': 'text/html; charset=utf-8' })
      .send(safeBody(message.html));
  });
};

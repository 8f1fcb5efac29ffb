import { afterAll, beforeAll, expect, it } from 'vitest';
import { certifiedMail } from '#test/certified-mail.ts';
import { serviceAddress, startWorld, type World } from '#test/world.ts';
import { storeRaw } from './receiving/store-raw.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('certified mail is a case of whoever wrote it, in their words; its envelope stays as it came', async () => {
  const raw = Buffer.from(certifiedMail('Chiedo il rimborso della lampada.', serviceAddress).join('\r\n'));
  await storeRaw(world.app.services, { raw, via: 'command', mailboxId: null, envelopeFrom: 'posta-certificata@pec.example', envelopeTo: [serviceAddress] });
  await world.app.sweep();
  const message = await world.app.db.selectFrom('messages').innerJoin('raw_mails', 'raw_mails.id', 'messages.raw_mail_id').select(['messages.text', 'messages.subject', 'messages.author_name', 'sha256']).executeTakeFirstOrThrow();
  expect(message).toMatchObject({ text: 'Chiedo il rimborso della lampada.', subject: 'Reclamo & rimborso', author_name: 'Elena Marchetti' });
  expect(Buffer.compare(Buffer.from(await world.app.services.files.read(message.sha256)), raw)).toBe(0);
  expect(await world.app.db.selectFrom('identities').select('value').where('value', 'like', '%pec.example').execute()).toEqual([{ value: 'elena@pec.example' }]);
});

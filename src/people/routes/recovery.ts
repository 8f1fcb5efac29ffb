import type { Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import { inWork, type Actor } from '#base/work.ts';
import { accessRecovery, chooseNewPassword, forgetPassword } from '../actions/recovery.ts';
import { recoveryRoutes } from '../contract.ts';

export const serveRecovery = (served: Served): void => {
  served.open(recoveryRoutes.forget, async ({ services, request, body }) => {
    await forgetPassword(services, body.email, request.ip);
    return {};
  });
  served.open(recoveryRoutes.check, async ({ services, body }) => {
    const recovery = await accessRecovery(services.db, body.token, services.clock.now());
    if (isRefusal(recovery)) return recovery;
    const { name, language, expiresAt } = recovery;
    return { name, language, expiresAt: expiresAt.toISOString() };
  });
  served.open(recoveryRoutes.choose, async ({ services, body }) => {
    const recovery = await accessRecovery(services.db, body.token, services.clock.now());
    if (isRefusal(recovery)) return recovery;
    const forgetful: Actor = { kind: 'member', id: recovery.memberId, name: recovery.name };
    return (await inWork(services, forgetful, (work) => chooseNewPassword(work, body))) ?? {};
  });
};

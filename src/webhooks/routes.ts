import type { Served } from '#base/http/serve.ts';
import type { Language } from '#base/texts.ts';
import { inWork } from '#base/work.ts';
import { accessDeliveryToRead, accessEndpointToRead } from './access.ts';
import * as act from './actions/endpoints.ts';
import { publishTest, replay } from './actions/publish.ts';
import * as contract from './contract.ts';
import { endpointViews } from './queries/endpoints.ts';
import { pageOf, viewOf } from './views.ts';

/** A kind of event that whoever puts the program together lets out, in words and as JSON Schema. */
export interface OfferedKind {
  readonly kind: string;
  readonly about: Readonly<Record<Language, string>>;
  readonly shape: Record<string, unknown>;
}

/** `offered` is all that can be sent: no event leaves because somebody typed its name. */
export const serveWebhooks = (served: Served, offered: readonly OfferedKind[]): void => {
  const known = offered.map(({ kind }) => kind);
  served.member(contract.listKinds, async ({ caller }) => ({ items: offered.map(({ kind, about, shape }) => ({ kind, about: about[caller.language], shape })) }));
  served.member(contract.listWebhooks, async ({ services }) => ({ items: await endpointViews(services.db, services.clock.now()) }));
  served.member(contract.addWebhook, ({ services, caller, body }) => inWork(services, caller.actor, (work) => act.addEndpoint(work, body, known)));
  served.member(contract.changeWebhook, ({ services, caller, params, body }) => inWork(services, caller.actor, (work) => act.changeEndpoint(work, params.id, { input: body, known })));
  served.member(contract.renewSecret, ({ services, caller, params }) => inWork(services, caller.actor, (work) => act.renewEndpointSecret(work, params.id)));
  served.member(contract.switchOff, ({ services, caller, params }) => inWork(services, caller.actor, (work) => act.switchEndpointOff(work, params.id)));
  served.member(contract.switchOn, ({ services, caller, params }) => inWork(services, caller.actor, (work) => act.switchEndpointOn(work, params.id)));
  served.member(contract.removeWebhook, ({ services, caller, params }) => inWork(services, caller.actor, (work) => act.removeEndpoint(work, params.id)));
  served.member(contract.bringBackWebhook, ({ services, caller, params }) => inWork(services, caller.actor, (work) => act.bringEndpointBack(work, params.id)));
  served.member(contract.sendTest, ({ services, caller, params }) => inWork(services, caller.actor, (work) => publishTest(work, params.id)));
  serveLog(served);
};

const serveLog = (served: Served): void => {
  served.member(contract.listDeliveries, async ({ services, caller, params, query }) => {
    await accessEndpointToRead(services.db, params.id);
    return pageOf(services.db, params.id, { ...query, language: caller.language });
  });
  served.member(contract.readDelivery, async ({ services, caller, params }) => viewOf(services.db, await accessDeliveryToRead(services.db, params.id), caller.language));
  served.member(contract.sendAgain, ({ services, caller, params }) => inWork(services, caller.actor, (work) => replay(work, params.id)));
};

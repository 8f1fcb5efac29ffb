import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Work } from '#base/work.ts';
import { countOpening, linkByToken, type OpenedLink } from '#cases/index.ts';
import type { Intake } from '#channels/intake.ts';
import { storeUploads } from '#channels/store-uploads.ts';
import * as actions from './actions.ts';
import { actorOf } from './actor.ts';
import * as contract from './contract.ts';
import { pageOf } from './page.ts';
import { servePlainPage } from './plain-routes.ts';

export const serveCustomerPage = (served: Served, intake: Intake): void => {
  servePlainPage(served, intake);
  const open = async (services: Services, token: string): Promise<OpenedLink> => {
    const link = await linkByToken(services.db, token, services.clock.now());
    if (link === undefined) throw new NotFound();
    return link;
  };

  const change = async <Result>(
    { services, params }: { services: Services; params: { token: string } },
    act: (work: Work, link: OpenedLink) => Promise<Result>,
  ): Promise<Result> => {
    const link = await open(services, params.token);
    return inWork(services, await actorOf(services, link), (work) => act(work, link));
  };

  served.open(contract.readPage, async ({ services, params }) => pageOf(services.db, await open(services, params.token), services.clock.now()));
  served.open(contract.pageOpened, async ({ services, params }) => {
    const link = await open(services, params.token);
    await inWork(services, await actorOf(services, link), (work) => countOpening(work, link));
    return {};
  });
  served.open(contract.writeOnPage, async (asked) => {
    // The link is looked at before a byte is stored: a stranger fills no disk.
    await open(asked.services, asked.params.token);
    const files = await storeUploads(asked.services.files, asked.body.files);
    return change(asked, async (work, link) => {
      await actions.addToCase(work, intake, link, { text: asked.body.text, files });
      return { receivedAt: work.now.toISOString() };
    });
  });
  served.open(contract.saySolved, (asked) =>
    change(asked, async (work, link) => {
      await actions.saySolved(work, link);
      return { receivedAt: work.now.toISOString() };
    }),
  );
  served.open(contract.sayUnsolved, (asked) =>
    change(asked, async (work, link) => {
      const refused = await actions.sayUnsolved(work, intake, link, asked.body.text);
      return isRefusal(refused) ? refused : { receivedAt: work.now.toISOString() };
    }),
  );
  served.open(contract.ratePage, (asked) => change(asked, (work, link) => actions.rate(work, link, asked.body)));
};

import type { FastifyRequest } from 'fastify';
import { hour, minute } from '#base/clock.ts';
import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { inWork, type Actor, type Work } from '#base/work.ts';
import { countOpening, linkByToken, type OpenedLink } from '#cases/index.ts';
import { Allowances } from '#channels/allowance.ts';
import type { Intake } from '#channels/intake.ts';
import { storeUploads } from '#channels/store-uploads.ts';
import { customerById } from '#customers/index.ts';
import * as actions from './actions.ts';
import * as contract from './contract.ts';
import { pageOf } from './page.ts';

/** A household behind one address reads and writes far less than this; a program that tries links does not get far. */
const reading = { times: 300, within: minute };
const writing = { times: 60, within: hour };
/** One customer on one case: more than this an hour is no longer somebody adding to their case. */
const writingOnOne = { times: 30, within: hour };

export const serveCustomerPage = (served: Served, intake: Intake): void => {
  const allowances = new Allowances();

  const open = async (services: Services, request: FastifyRequest, token: string): Promise<OpenedLink> => {
    const now = services.clock.now();
    allowances.take(`page-read ${request.ip}`, reading, now);
    const link = await linkByToken(services.db, token, now);
    if (link === undefined) throw new NotFound();
    return link;
  };

  const change = async <Result>(
    { services, request, params }: { services: Services; request: FastifyRequest; params: { token: string } },
    act: (work: Work, link: OpenedLink) => Promise<Result>,
  ): Promise<Result> => {
    const link = await open(services, request, params.token);
    const now = services.clock.now();
    allowances.take(`page-write ${request.ip}`, writing, now);
    allowances.take(`page-write-case ${link.id}`, writingOnOne, now);
    return inWork(services, await actorOf(services, link), (work) => act(work, link));
  };

  served.open(contract.readPage, async ({ services, request, params }) => pageOf(services.db, await open(services, request, params.token), services.clock.now()));
  served.open(contract.pageOpened, async ({ services, request, params }) => {
    const link = await open(services, request, params.token);
    await inWork(services, await actorOf(services, link), (work) => countOpening(work, link));
    return {};
  });
  served.open(contract.writeOnPage, async (asked) => {
    // The link is looked at before a byte is stored: a stranger fills no disk.
    await open(asked.services, asked.request, asked.params.token);
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

const actorOf = async (services: Services, link: OpenedLink): Promise<Actor> => {
  const customer = await customerById(services.db, link.customerId);
  return { kind: 'customer', id: link.customerId, name: customer?.name ?? '' };
};

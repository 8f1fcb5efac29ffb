import { NotFound } from '#base/http/failures.ts';
import type { Served } from '#base/http/serve.ts';
import { isRefusal, type Refusal } from '#base/refusal.ts';
import type { Services } from '#base/services.ts';
import { calendarOfDepartment } from '#calendar/index.ts';
import { accessCaseToRead, survivorOf } from '#cases/index.ts';
import { companyOf, memberByEmail } from '#people/index.ts';
import { accessByToken } from '../access.ts';
import * as act from '../actions/on-page.ts';
import * as contract from '../contract.ts';
import type { OpportunityPageView } from '../contract.ts';
import { customersShown } from '../queries/customer.ts';
import { opportunityById } from '../queries/opportunities.ts';
import { standingOf } from '../views.ts';

/** The page of a department without an account. Every route looks at the link first, and says nothing else where it does not open. */
export const serveOpportunityPage = (served: Served): void => {
  const after = async (services: Services, token: string, done: unknown): Promise<OpportunityPageView | Refusal> => (isRefusal(done) ? done : pageFor(services, token));
  served.open(contract.readOpportunityPage, ({ services, params }) => pageFor(services, params.token));
  served.open(contract.markRead, async ({ services, params }) => {
    await act.readOnPage(services, params.token);
    return {};
  });
  served.open(contract.takeOnOpportunityPage, async ({ services, params: { token }, body }) => after(services, token, await act.takeOnPage(services, token, body)));
  served.open(contract.letGoOnOpportunityPage, async ({ services, params: { token } }) => after(services, token, await act.letGoOnPage(services, token)));
  served.open(contract.concludeOnPage, async ({ services, params: { token }, body }) => after(services, token, await act.concludeOnPage(services, token, body)));
};

const pageFor = async ({ db, clock }: Services, token: string): Promise<OpportunityPageView> => {
  const now = clock.now();
  const { opportunityId, forName, forAddress } = await accessByToken(db, token, now);
  const found = await opportunityById(db, opportunityId);
  if (found === undefined) throw new NotFound();
  const company = await companyOf(db);
  const member = await memberByEmail(db, forAddress);
  const { number: caseNumber } = await accessCaseToRead(db, await survivorOf(db, found.caseId));
  const { timeZone } = await calendarOfDepartment(db, found.department.id, now);
  return {
    ...standingOf(found, { customer: (await customersShown(db, [found.customerId])).get(found.customerId), now }),
    company: company.name, caseNumber, seenBy: found.seenBy.name, youAre: forName, asksName: member === null, timeZone, language: member?.language ?? company.language,
  };
};

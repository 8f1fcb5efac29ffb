import { NotFound } from '#base/http/failures.ts';
import type { Services } from '#base/services.ts';
import { accessRequestToRead } from '../access.ts';
import type { RequestView } from '../contract.ts';
import { viewsOf } from '../views.ts';

export const viewById = async (services: Services, id: string): Promise<RequestView> => {
  const { request } = await accessRequestToRead(services.db, id);
  const [view] = await viewsOf(services.db, [request], services.clock.now());
  if (view === undefined) throw new NotFound();
  return view;
};

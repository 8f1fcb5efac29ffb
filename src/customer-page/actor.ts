import type { Services } from '#base/services.ts';
import type { Actor } from '#base/work.ts';
import type { OpenedLink } from '#cases/index.ts';
import { customerById } from '#customers/index.ts';

/** Who acts through a link: its customer, by the name that we know. */
export const actorOf = async (services: Services, link: OpenedLink): Promise<Actor> => {
  const customer = await customerById(services.db, link.customerId);
  return { kind: 'customer', id: link.customerId, name: customer?.name ?? '' };
};

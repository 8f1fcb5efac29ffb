import type { Work } from '#base/work.ts';
import type { LoadedCase } from '#cases/index.ts';
import { customerById } from '#customers/index.ts';
import { companyOf, serviceDepartment } from '#people/index.ts';
import type { Dossier } from './contract.ts';
import { filesOfCustomer, saidBetweenUs } from './queries.ts';

interface Given {
  readonly to: string;
  readonly reason: string;
  readonly brings: readonly string[];
  readonly attachmentIds: readonly string[];
}

// A dossier is read by somebody in a hurry; whoever pasted a log file still has the file.
const longestWords = 5_000;

/** The case as it may be shown to somebody outside, now. */
export const dossierOf = async (work: Work, found: LoadedCase, { to, reason, brings, attachmentIds }: Given): Promise<Dossier> => {
  const company = await companyOf(work.tx);
  const customer = await customerById(work.tx, found.customerId);
  const said = await saidBetweenUs(work.tx, found.id, found.customerId);
  const files = await filesOfCustomer(work.tx, found.id, attachmentIds);
  const service = await serviceDepartment(work.tx);
  return {
    companyName: company.name,
    caseNumber: found.number,
    subject: found.subject,
    customerName: customer?.name ?? '',
    language: found.language,
    timeZone: company.timeZone,
    madeAt: work.now.toISOString(),
    to,
    reason,
    brings: [...brings],
    contact: { name: found.owner?.name ?? company.name, address: service.address },
    said: said.map((one) => ({ at: one.at.toISOString(), who: one.author_name, isOurs: one.direction === 'out', text: one.text.slice(0, longestWords) })),
    files: files.map(({ sha256, name, size }) => ({ sha256, name, size })),
  };
};

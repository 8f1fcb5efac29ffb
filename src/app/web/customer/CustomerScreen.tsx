import { useParams } from '@tanstack/react-router';
import { CustomerSheet } from '#customers/web/CustomerSheet.tsx';
import { PromisesOfCustomer } from '#promises/web/PromisesScreen.tsx';
import { CasesOfCustomer } from '#search/web/CasesOfCustomer.tsx';
import { VoicesOfCustomer } from '#voices/web/VoicesOfCustomer.tsx';

/** A customer as several domains know them: who they are, their cases, what they were promised. */
export function CustomerScreen() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  return (
    <CustomerSheet key={id} id={id}>
      {() => (
        <>
          <CasesOfCustomer id={id} />
          <PromisesOfCustomer id={id} />
          <VoicesOfCustomer id={id} />
        </>
      )}
    </CustomerSheet>
  );
}

import { useAct } from '#app/web/client.ts';
import { setSelfUpdates } from '#cases/contract.ts';
import { isOpen } from '#cases/rules.ts';
import { Checkbox } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import type { OpenedCase } from '../../contract.ts';
import { sideTexts } from '../texts/side.ts';

/** Whether this customer is told by the case itself where nobody writes in time. Only for a case that somebody owns. */
export function TellsByItself({ opened: { case: found, tellsByItself } }: { opened: OpenedCase }) {
  const texts = useTexts(sideTexts);
  const set = useAct(setSelfUpdates);
  if (!isOpen(found.status) || found.owner === null) return null;
  return (
    <Checkbox
      label={texts.tells} description={texts.tellsAbout} checked={set.isPending ? set.variables.body.on : tellsByItself} error={set.error?.words}
      onChange={(event) => set.mutate({ params: { id: found.id }, body: { on: event.target.checked } })}
    />
  );
}

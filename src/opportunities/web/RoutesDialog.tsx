import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { departmentRoutes } from '#people/contract.ts';
import { Select } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { listRoutes, opportunityKind, setRoutes, type OpportunityKind } from '../contract.ts';
import { screenTexts } from './screen-texts.ts';
import { opportunityTexts } from './texts.ts';

type Chosen = Partial<Record<OpportunityKind, string>>;

/** To which department each kind goes. */
export function RoutesDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(screenTexts);
  const words = useTexts(opportunityTexts);
  const say = useToast();
  const client = useQueryClient();
  const routes = useRead(listRoutes);
  const departments = useRead(departmentRoutes.list).data ?? [];
  const set = useAct(setRoutes);
  const [chosen, setChosen] = useState<Chosen>({});
  const valueOf = (kind: OpportunityKind): string => chosen[kind] ?? routes.data?.items.find((route) => route.kind === kind)?.department?.id ?? '';
  const idOf = (kind: OpportunityKind): string | null => (valueOf(kind) === '' ? null : valueOf(kind));
  const save = () => set.mutate({ body: { lead: idOf('lead'), order: idOf('order'), product_idea: idOf('product_idea') } }, {
    onSuccess: (answer) => {
      client.setQueryData(keyOf(listRoutes), answer);
      say({ words: texts.saved });
      onClose();
    },
  });
  return (
    <FormDialog title={texts.routesTitle} onClose={onClose} send={texts.save} onSend={save} ready={routes.data !== undefined} pending={set.isPending} error={set.error}>
      <p className="muted">{texts.routesAbout}</p>
      {opportunityKind.options.map((kind) => (
        <Select
          key={kind} label={words.kinds[kind]} value={valueOf(kind)} error={set.error?.fields[kind]} onChange={(event) => setChosen({ ...chosen, [kind]: event.target.value })}
          choices={[{ value: '', words: texts.ofCase }, ...departments.filter((one) => one.kind === 'internal').map(({ id, name }) => ({ value: id, words: name }))]}
        />
      ))}
    </FormDialog>
  );
}

import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { keyOf, useRead } from '#app/web/client.ts';
import { Banner } from '#cases/web/Banner.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { When } from '#ui/When.tsx';
import { incidentsOfCase, type IncidentOfCase } from '../contract.ts';
import { sayBoth } from './say.ts';
import { useSorting } from './Suggested.tsx';
import { incidentTexts } from './texts.ts';

/** The incidents that a case belongs to or looks like. Nothing is drawn where there is none. */
export function IncidentBanners({ caseId }: { caseId: string }) {
  const { data } = useRead(incidentsOfCase, { params: { id: caseId } }, { watches: ['incident'] });
  return <>{(data?.items ?? []).map((incident) => <One key={incident.id} incident={incident} caseId={caseId} />)}</>;
}

function One({ incident, caseId }: { incident: IncidentOfCase; caseId: string }) {
  return incident.stands === 'suggested' ? <LooksLike incident={incident} caseId={caseId} /> : <Belongs incident={incident} />;
}

function LooksLike({ incident, caseId }: { incident: IncidentOfCase; caseId: string }) {
  const texts = useTexts(incidentTexts);
  const { language } = useLanguage();
  const client = useQueryClient();
  const sorting = useSorting(incident.id);
  const sort = (stands: 'linked' | 'dismissed'): void => {
    sorting.sortAs([caseId], stands);
    void client.invalidateQueries({ queryKey: keyOf(incidentsOfCase) });
  };
  useShortcuts([{ keys: 'l', does: texts.link, run: () => sort('linked') }]);
  const acts = (
    <>
      <Button onClick={() => sort('dismissed')}>{texts.dismiss}</Button>
      <Button look="primary" keys="l" loading={sorting.isPending} onClick={() => sort('linked')}>{texts.link}</Button>
    </>
  );
  return (
    <Banner tone="internal" error={sorting.error} acts={acts}>
      <b>{texts.banner.looks}</b> <Link to={`/incidents/${incident.id}`}>D-{incident.number} {sayBoth(incident.title, language)}</Link>: {texts.says(incident.words)}
    </Banner>
  );
}

function Belongs({ incident }: { incident: IncidentOfCase }) {
  const texts = useTexts(incidentTexts);
  const { language } = useLanguage();
  return (
    <Banner tone="internal" acts={<Link className={buttonClass({})} to={`/incidents/${incident.id}`}>D-{incident.number}</Link>}>
      {texts.banner.belongs} <b>{sayBoth(incident.title, language)}</b>: {incident.nextUpdateDueAt === null ? texts.banner.over : <>{texts.banner.next} <When at={incident.nextUpdateDueAt} /></>}
    </Banner>
  );
}

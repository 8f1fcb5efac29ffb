import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useRead } from '#app/web/client.ts';
import { calendarRoutes } from '#calendar/contract.ts';
import { CalendarEditor } from '#calendar/web/CalendarEditor.tsx';
import { CalendarFacts, CalendarList } from '#calendar/web/CalendarList.tsx';
import { calendarScreenTexts } from '#calendar/web/texts.ts';
import { buttonClass } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import type { Me } from '../../contract.ts';
import { settingsTexts } from '../texts/settings.ts';
import { ReadOnly, SettingsPage } from './SettingsPage.tsx';

const fresh = 'new';

/** The calendars: everybody reads them, for every deadline comes from one; administrators change them. */
export function CalendarsScreen() {
  const texts = useTexts(calendarScreenTexts);
  const { change, look } = useTexts(settingsTexts);
  const list = useRead(calendarRoutes.list);
  return (
    <SettingsPage place="calendars" narrow renderActs={(me) => me.may.administer && <Link to={`/settings/calendars/${fresh}`} className={buttonClass({ look: 'primary' })}>{texts.add}</Link>}>
      {(me) => (
        <>
          <ReadOnly me={me} />
          <Ready of={list}>{(calendars) => <CalendarList calendars={calendars} act={me.may.administer ? change : look} />}</Ready>
        </>
      )}
    </SettingsPage>
  );
}

function One({ me, id }: { me: Me; id: string }) {
  const texts = useTexts(calendarScreenTexts);
  const navigate = useNavigate();
  const list = useRead(calendarRoutes.list);
  if (id === fresh) {
    return <CalendarEditor timeZone={me.company.timeZone} onSaved={() => void navigate({ to: '/settings/calendars' })} />;
  }
  return (
    <Ready of={list}>
      {(calendars) => {
        const calendar = calendars.find((one) => one.id === id);
        if (!calendar) return <Empty title={texts.gone}>{texts.back}</Empty>;
        if (!me.may.administer) return <CalendarFacts calendar={calendar} />;
        return <CalendarEditor key={calendar.id} calendar={calendar} timeZone={me.company.timeZone} onSaved={() => window.scrollTo(0, 0)} />;
      }}
    </Ready>
  );
}

/** One calendar, or a new one at `/settings/calendars/new`. */
export function CalendarScreen() {
  const texts = useTexts(calendarScreenTexts);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const name = useRead(calendarRoutes.list).data?.find((one) => one.id === id)?.name;
  return (
    <SettingsPage place="calendars" title={name ?? texts.new} back={<Link to="/settings/calendars">← {texts.back}</Link>}>
      {(me) => <One me={me} id={id} />}
    </SettingsPage>
  );
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import css from './account.module.css';
import { useRead } from '#app/web/client.ts';
import { useTexts } from '#ui/language.tsx';
import { Page } from '#ui/Page.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { memberRoutes, sessionRoutes } from '../../contract.ts';
import { accountTexts } from '../texts/account.ts';
import { AboutMe } from './AboutMe.tsx';
import { OwnAbsences } from './Absences.tsx';
import { AccessTokens } from './AccessTokens.tsx';
import { Security } from './Security.tsx';

const parts = ['me', 'absence', 'security', 'keys'] as const;

/** One's own page; the address holds which part is open, so that a link can lead to it. */
export function AccountScreen() {
  const texts = useTexts(accountTexts);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { part?: unknown };
  const part = parts.find((one) => one === search.part) ?? 'me';
  const me = useRead(sessionRoutes.me);
  const members = useRead(memberRoutes.list).data;
  return (
    <Page title={texts.title}>
      <Ready of={me} shape="panel" rows={2}>
        {(own) => {
          const deputyName = members?.find(({ id }) => id === own.deputyId)?.name ?? null;
          const contents = {
            me: <AboutMe me={own} deputyName={deputyName} />, absence: <div className={css.stack}><OwnAbsences me={own} /></div>, security: <Security />, keys: <AccessTokens />,
          };
          return (
            <Tabs
              label={texts.sections}
              tabs={parts.map((key) => ({ key, words: texts.tabs[key], children: contents[key] }))}
              value={part}
              onChange={(key) => void navigate({ to: '/account', search: { part: key }, replace: true })}
            />
          );
        }}
      </Ready>
    </Page>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keyOf, useRead } from '#app/web/client.ts';
import { departmentRoutes } from '#people/contract.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button } from '#ui/Button.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { Empty } from '#ui/states.tsx';
import { useToast } from '#ui/Toast.tsx';
import { templateRoutes } from '../../contract.ts';
import { TemplateForm } from './TemplateForm.tsx';
import { arrangingTexts } from './texts.ts';

/** What is usually asked of departments. Who works on cases reads; leads and administrators change. */
export function TemplatesScreen() {
  const all = useTexts(arrangingTexts);
  const texts = all.templates;
  const { language } = useLanguage();
  const say = useToast();
  const client = useQueryClient();
  const list = useRead(templateRoutes.list);
  const departments = (useRead(departmentRoutes.list).data ?? []).filter(({ kind }) => kind !== 'service');
  const [editing, setEditing] = useState<string | null>(null);
  const changing = list.data?.find(({ id }) => id === editing);
  const done = (words: string): void => {
    say({ words });
    setEditing(null);
    void client.invalidateQueries({ queryKey: keyOf(templateRoutes.list) });
  };
  return (
    <SettingsPage place="templates" narrow needs="serve" renderActs={(me) => (me.may.lead || me.may.administer) && <Button look="primary" onClick={() => setEditing('new')}>{texts.add}</Button>}>
      {(me) => (
        <>
          <Ready of={list}>
            {(templates) => templates.length === 0 ? <Empty title={texts.none.title}>{texts.none.words}</Empty> : (
              <Entries label={texts.list}>
                {templates.map((template) => (
                  <Entry
                    key={template.id} title={<>{template.name[language]}<Pill>{template.kind}</Pill></>}
                    acts={(me.may.lead || me.may.administer) && <Button onClick={() => setEditing(template.id)}>{all.change}<span className="unseen"> {template.name[language]}</span></Button>}
                  >
                    {departments.find(({ id }) => id === template.departmentId)?.name}: {template.question[language]} ({texts.asks(template.fields.length)})
                  </Entry>
                ))}
              </Entries>
            )}
          </Ready>
          <Drawer open={editing === 'new' || changing !== undefined} onClose={() => setEditing(null)} title={changing?.name[language] ?? texts.title}>
            {(editing === 'new' || changing !== undefined) && departments.length > 0 && <TemplateForm key={editing} template={changing} departments={departments} onDone={done} />}
          </Drawer>
        </>
      )}
    </SettingsPage>
  );
}

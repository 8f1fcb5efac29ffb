import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import css from './settings.module.css';
import { keyOf, useAct, useRead } from '#app/web/client.ts';
import { minute } from '#base/clock.ts';
import { calendarRoutes } from '#calendar/contract.ts';
import { sayDuration } from '#calendar/words.ts';
import { Button } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { Drawer } from '#ui/Drawer.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { useToast } from '#ui/Toast.tsx';
import { departmentRoutes, type DepartmentView } from '../../contract.ts';
import { departmentTexts, settingsTexts } from '../texts/settings.ts';
import { DepartmentForm } from './DepartmentForm.tsx';
import { ReadOnly, SettingsPage } from './SettingsPage.tsx';

/** What a department's own row says of it. */
function DepartmentEntry({ department, calendarName, onChange }: { department: DepartmentView; calendarName: string | undefined; onChange?: () => void }) {
  const texts = useTexts(departmentTexts);
  const { change } = useTexts(settingsTexts);
  const { language } = useLanguage();
  const { name, kind, headName, address, answersWithinMinutes } = department;
  const within = sayDuration(answersWithinMinutes * minute, language, { working: true });
  return (
    <Entry
      title={<>{name}<Pill>{texts.kinds[kind]}</Pill></>}
      acts={onChange && <Button onClick={onChange}>{change}<span className="unseen"> {name}</span></Button>}
    >
      {headName === null ? texts.noHead : texts.headedBy(headName)}; {texts.answers(within)}
      <br />
      {calendarName !== undefined && texts.calendar(calendarName)}{address !== null && `; ${address}`}
    </Entry>
  );
}

interface EditProps {
  onClose: () => void;
}

const useListAgain = () => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keyOf(departmentRoutes.list) });
};

function AddDepartment({ onClose }: EditProps) {
  const texts = useTexts(departmentTexts);
  const say = useToast();
  const again = useListAgain();
  const open = useAct(departmentRoutes.open);
  return (
    <DepartmentForm
      label={texts.addTitle}
      trouble={open.error}
      pending={open.isPending}
      onSave={(body) => open.mutate({ body }, {
        onSuccess: ({ name }) => {
          say({ words: texts.added(name) });
          void again();
          onClose();
        },
      })}
    />
  );
}

function CloseDepartment({ department, onClose }: EditProps & { department: DepartmentView }) {
  const texts = useTexts(departmentTexts);
  const say = useToast();
  const again = useListAgain();
  const close = useAct(departmentRoutes.close);
  const [asking, setAsking] = useState(false);
  const act = (): void =>
    close.mutate({ params: { id: department.id } }, {
      onSuccess: () => {
        say({ words: texts.closed(department.name) });
        void again();
        onClose();
      },
    });
  return (
    <div className={css.end}>
      <Button look="danger" onClick={() => setAsking(true)}>{texts.closeAct}</Button>
      <Confirm open={asking} onClose={() => setAsking(false)} title={texts.closeTitle(department.name)} act={texts.closeAct} onAct={act} pending={close.isPending} trouble={close.error}>
        {texts.closeWords}
      </Confirm>
    </div>
  );
}

function ChangeDepartment({ department, onClose }: EditProps & { department: DepartmentView }) {
  const { saved } = useTexts(settingsTexts);
  const say = useToast();
  const again = useListAgain();
  const change = useAct(departmentRoutes.change);
  const save = (body: Parameters<typeof change.mutate>[0]['body']): void =>
    change.mutate({ params: { id: department.id }, body }, {
      onSuccess: () => {
        say({ words: saved });
        void again();
        onClose();
      },
    });
  return (
    <>
      <DepartmentForm label={department.name} department={department} trouble={change.error} pending={change.isPending} onSave={save} />
      <CloseDepartment department={department} onClose={onClose} />
    </>
  );
}

/** Departments with their heads, hours and agreements. Everybody reads them; administrators change them. */
export function DepartmentsScreen() {
  const texts = useTexts(departmentTexts);
  const list = useRead(departmentRoutes.list);
  const calendars = useRead(calendarRoutes.list).data;
  const [editing, setEditing] = useState<string | null>(null);
  const close = (): void => setEditing(null);
  const changing = list.data?.find(({ id }) => id === editing);
  return (
    <SettingsPage place="departments" narrow renderActs={(me) => me.may.administer && <Button look="primary" onClick={() => setEditing('new')}>{texts.add}</Button>}>
      {(me) => (
        <>
          <ReadOnly me={me} />
          <Ready of={list}>
            {(departments) => (
              <Entries label={texts.list}>
                {departments.map((department) => (
                  <DepartmentEntry
                    key={department.id}
                    department={department}
                    calendarName={calendars?.find(({ id }) => id === department.calendarId)?.name}
                    {...(me.may.administer && { onChange: () => setEditing(department.id) })}
                  />
                ))}
              </Entries>
            )}
          </Ready>
          <Drawer open={editing === 'new' || changing !== undefined} onClose={close} title={changing?.name ?? texts.addTitle}>
            {changing ? <ChangeDepartment key={changing.id} department={changing} onClose={close} /> : <AddDepartment onClose={close} />}
          </Drawer>
        </>
      )}
    </SettingsPage>
  );
}

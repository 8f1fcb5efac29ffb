import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import css from './heard.module.css';
import { addressOf } from '#app/web/call.ts';
import { useAct, useRead } from '#app/web/client.ts';
import { SettingsPage } from '#people/web/settings/SettingsPage.tsx';
import { Button, buttonClass } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { readImport, readImportFile, undoImport, type ImportView } from '../../contract.ts';
import { Progress } from './Progress.tsx';
import { ReadingForm } from './ReadingForm.tsx';
import { Rows } from './Rows.tsx';
import { heardScreenTexts } from './texts.ts';

function Undo({ file }: { file: ImportView }) {
  const texts = useTexts(heardScreenTexts).undo;
  const undo = useAct(undoImport);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{texts.act}</Button>
      <Confirm
        open={asking} onClose={() => setAsking(false)} title={texts.title(file.name)} act={texts.act} pending={undo.isPending} trouble={undo.error}
        onAct={() => undo.mutate({ params: { id: file.id } }, { onSuccess: () => setAsking(false) })}
      >
        {texts.words}
      </Confirm>
    </>
  );
}

function HowItWent({ file }: { file: ImportView }) {
  const texts = useTexts(heardScreenTexts);
  const { state, done, rows, became, takenBack, stays, undoneBy } = file;
  return (
    <Panel title={texts.progress.titles[state]} aside={(state === 'running' || state === 'done') && <Undo file={file} />}>
      <div className={css.stack} role="status">
        {state === 'running' && <Progress done={done} rows={rows} />}
        {state === 'running' && <p className="small muted">{texts.progress.running}</p>}
        {state === 'undoing' && <p>{texts.progress.undoing}</p>}
        {state === 'undone' && <p>{undoneBy !== null && `${texts.progress.by(undoneBy)} `}{texts.progress.undone(takenBack)} {stays > 0 && texts.progress.stays(stays)}</p>}
        <div className={css.line}>
          {(Object.keys(texts.outcome) as (keyof typeof became)[]).filter((one) => became[one] > 0).map((one) => (
            <Pill key={one} tone={one === 'refused' ? 'hot' : 'plain'}>{texts.outcome[one](became[one])}</Pill>
          ))}
        </div>
        <div><a className={buttonClass({ look: 'quiet' })} href={addressOf(readImportFile.path, { params: { id: file.id } })} download>{texts.rows.file}</a></div>
      </div>
    </Panel>
  );
}

/** One way of asking, wherever it is asked: the answer is kept once, and knows one list of what it depends on. */
const useImport = (id: string) => useRead(readImport, { params: { id } }, { watches: [`heard:${id}`] });

function OneImport() {
  const { id } = useParams({ strict: false }) as { id: string };
  const detail = useImport(id);
  return (
    <Ready of={detail} shape="panel">
      {(found) =>
        found.import.state === 'ready' ? (
          <ReadingForm key={`${found.reading.charset} ${found.reading.separator}`} detail={found} />
        ) : (
          <div className={css.stack}>
            <HowItWent file={found.import} />
            <Rows file={found.import} />
          </div>
        )
      }
    </Ready>
  );
}

/** One file: what it says, and then what became of it. */
export function ImportScreen() {
  const texts = useTexts(heardScreenTexts);
  const { id } = useParams({ strict: false }) as { id: string };
  const name = useImport(id).data?.import.name;
  return (
    <SettingsPage place="heard" needs="lead" back={<Link to="/settings/heard">← {texts.back}</Link>} {...(name !== undefined && { title: name, lead: '' })}>
      {() => <OneImport />}
    </SettingsPage>
  );
}

import { useState } from 'react';
import css from './heard.module.css';
import { useAct, useRead } from '#app/web/client.ts';
import { Button } from '#ui/Button.tsx';
import { Confirm } from '#ui/Confirm.tsx';
import { CopyText } from '#ui/CopyText.tsx';
import { Entries, Entry } from '#ui/Entries.tsx';
import { Select, TextInput } from '#ui/Field.tsx';
import { useForm } from '#ui/form.ts';
import { FormSheet, Pair } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { Panel } from '#ui/Panel.tsx';
import { Pill } from '#ui/Pill.tsx';
import { Ready } from '#ui/Ready.tsx';
import { useToast } from '#ui/Toast.tsx';
import { When } from '#ui/When.tsx';
import { listSources, makeSource, rotateSource, switchSourceOff, switchSourceOn, type SourceView } from '../../contract.ts';
import { heardScreenTexts } from './texts.ts';

interface Made {
  name: string;
  secret: string;
}

function Connect({ onMade }: { onMade: (made: Made) => void }) {
  const texts = useTexts(heardScreenTexts);
  const make = useAct(makeSource);
  const form = useForm({ name: '', site: '', channel: 'review' }, make.error);
  const submit = (): void => {
    if (make.isPending) return;
    const { name, site, channel } = form.values;
    make.mutate({ body: { name, site, channel: channel === 'social' ? 'social' : 'review' } }, {
      onSuccess: ({ source, secret }) => {
        form.put({ name: '', site: '' });
        onMade({ name: source.name, secret });
      },
    });
  };
  return (
    <FormSheet label={texts.programs.add} onSubmit={submit} trouble={make.error} shows={['name', 'site', 'channel']} acts={<Button type="submit" look="primary" loading={make.isPending}>{texts.programs.add}</Button>}>
      <TextInput {...form.text('name')} label={texts.programs.name} description={texts.programs.nameAbout} autoComplete="off" maxLength={80} />
      <Pair>
        <TextInput {...form.text('site')} label={texts.programs.site} description={texts.programs.siteAbout} autoComplete="off" maxLength={60} />
        <Select {...form.text('channel')} label={texts.reading.channel} choices={(['review', 'social'] as const).map((value) => ({ value, words: texts.reading.channels[value] }))} />
      </Pair>
    </FormSheet>
  );
}

function ProgramActs({ source, onMade }: { source: SourceView; onMade: (made: Made) => void }) {
  const texts = useTexts(heardScreenTexts).programs;
  const say = useToast();
  const rotate = useAct(rotateSource);
  const [off, on] = [useAct(switchSourceOff), useAct(switchSourceOn)];
  const [asking, setAsking] = useState(false);
  const { id, name, offAt } = source;
  const input = { params: { id } };
  const turnOn = (): void => on.mutate(input, { onSuccess: () => say({ words: texts.switchedOn(name) }) });
  const turnOff = (): void => off.mutate(input, { onSuccess: () => say({ words: texts.switchedOff(name), undo: turnOn }) });
  if (offAt !== null) return <Button loading={on.isPending} onClick={turnOn}>{texts.switchOn}<span className="unseen"> {name}</span></Button>;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{texts.rotate}<span className="unseen"> {name}</span></Button>
      <Button loading={off.isPending} onClick={turnOff}>{texts.switchOff}<span className="unseen"> {name}</span></Button>
      <Confirm
        open={asking} onClose={() => setAsking(false)} title={texts.rotateTitle(name)} act={texts.rotate} pending={rotate.isPending} trouble={rotate.error}
        onAct={() => rotate.mutate(input, {
          onSuccess: ({ secret }) => {
            setAsking(false);
            onMade({ name, secret });
          },
        })}
      >
        {texts.rotateWords}
      </Confirm>
    </>
  );
}

function Program({ source, onMade }: { source: SourceView; onMade: (made: Made) => void }) {
  const texts = useTexts(heardScreenTexts);
  const { name, site, channel, address, offAt, lastHeardAt, oldSecretUntil, refused, quarantined } = source;
  return (
    <Entry title={<>{name} {offAt !== null && <Pill>{texts.programs.off}</Pill>}</>} acts={<ProgramActs source={source} onMade={onMade} />}>
      {site}; {texts.reading.channels[channel].toLowerCase()}; {offAt !== null && <>{texts.programs.offSince} <When at={offAt} as="day" />; </>}
      {lastHeardAt === null ? texts.programs.never : <>{texts.programs.heard} <When at={lastHeardAt} as="distance" /></>}
      {oldSecretUntil !== null && <>; {texts.programs.oldUntil} <When at={oldSecretUntil} /></>}
      {quarantined > 0 && <>; {texts.programs.aside(quarantined)}</>}
      {refused !== null && offAt === null && <p className={css.no}>{texts.programs.refused} (<When at={refused.at} />): {texts.programs.because[refused.because]}</p>}
      <CopyText text={address} label={texts.programs.address} />
    </Entry>
  );
}

/** The programs that tell of posts: connected here, their secret seen once. */
export function Programs() {
  const texts = useTexts(heardScreenTexts).programs;
  const list = useRead(listSources, undefined, { watches: ['heard'] });
  const [made, setMade] = useState<Made | null>(null);
  return (
    <div className={css.stack}>
      <p className={css.lead}>{texts.lead}</p>
      {made !== null && (
        <Panel title={texts.made(made.name)}>
          <div className={css.stack} role="status">
            <p>{texts.once}</p>
            <CopyText text={made.secret} label={texts.made(made.name)} />
            <div><Button onClick={() => setMade(null)}>{texts.understood}</Button></div>
          </div>
        </Panel>
      )}
      <Ready of={list}>
        {({ items }) => (items.length === 0 ? <p className="muted">{texts.none}</p> : <Entries label={texts.list}>{items.map((source) => <Program key={source.id} source={source} onMade={setMade} />)}</Entries>)}
      </Ready>
      <Panel title={texts.add}><Connect onMade={setMade} /></Panel>
    </div>
  );
}

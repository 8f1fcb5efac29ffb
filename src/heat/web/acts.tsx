import { useState, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useAct } from '#app/web/client.ts';
import { Moment } from '#calendar/web/Moment.tsx';
import { takeCharge } from '#cases/contract.ts';
import { remindDepartment } from '#requests/contract.ts';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import type { BoilingCase } from '../contract.ts';
import { heatTexts } from '../words.ts';
import { CallCustomer } from './CallCustomer.tsx';
import { useZone } from './TimeBar.tsx';
import { boilingTexts } from './texts.ts';

export interface StoppingAct {
  /** What the button says; null where there is nothing to do but keep a promise. */
  words: string | null;
  run: () => void;
  pending: boolean;
  /** Why there is nothing to do. */
  nothing: ReactNode;
  /** What opened on top. */
  dialog: ReactNode;
}

/** Goes to where the customer is written to. */
export const useWrite = (): ((caseId: string) => void) => {
  const navigate = useNavigate();
  return (caseId) => void navigate({ to: `/cases/${caseId}`, search: { write: 'reply' } });
};

/** The one act that stops this customer from boiling over, ready to be done. A refusal is said in the server's words. */
export const useStoppingAct = (item: BoilingCase): StoppingAct => {
  const texts = useTexts(boilingTexts);
  const { acts, remind } = useTexts(heatTexts);
  const timeZone = useZone();
  const say = useToast();
  const write = useWrite();
  const [calling, setCalling] = useState(false);
  const take = useAct(takeCharge);
  const reminder = useAct(remindDepartment);
  const { act } = item.heat;
  const onError = ({ words }: { words: string | undefined }) => words !== undefined && say({ words });
  const run = () => {
    if (act.code === 'take_charge') take.mutate({ params: { id: item.caseId } }, { onSuccess: () => say({ words: texts.taken(item.customer.name) }), onError });
    else if (act.code === 'call_customer') setCalling(true);
    else if (act.code === 'remind_department') {
      const { requestId, department } = act.facts;
      reminder.mutate({ params: { id: requestId } }, { onSuccess: () => say({ words: texts.reminded(department) }), onError });
    } else if (act.code !== 'nothing') write(item.caseId);
  };
  const dueAt = act.code === 'nothing' ? act.facts.dueAt : null;
  return {
    words: act.code === 'nothing' ? null : act.code === 'remind_department' ? remind(act.facts.department) : acts[act.code],
    run,
    pending: take.isPending || reminder.isPending,
    nothing: act.code !== 'nothing' ? null : dueAt === null ? acts.nothing : <>{acts.nothing.replace(/\.$/u, '')}, <Moment at={dueAt} timeZone={timeZone} by />.</>,
    dialog: calling && <CallCustomer item={item} onClose={() => setCalling(false)} />,
  };
};

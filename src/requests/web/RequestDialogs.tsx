import { useState } from 'react';
import { useAct } from '#app/web/client.ts';
import { FormDialog } from '#cases/web/FormDialog.tsx';
import { Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { useToast } from '#ui/Toast.tsx';
import { replyToDepartment, withdrawRequest, type RequestView } from '../contract.ts';
import { requestsTexts } from './texts.ts';

type About = Pick<RequestView, 'id' | 'department' | 'state' | 'question'>;

/** Our word to a department: the answer to what it asked, or what it should know as well. */
export function ReplyDialog({ request, onClose }: { request: About; onClose: () => void }) {
  const texts = useTexts(requestsTexts);
  const say = useToast();
  const [text, setText] = useState('');
  const reply = useAct(replyToDepartment);
  const isAsked = request.state === 'questioned';
  const send = () =>
    reply.mutate({ params: { id: request.id }, body: { text } }, {
      onSuccess: () => {
        onClose();
        say({ words: texts.replied(request.department.name) });
      },
    });
  return (
    <FormDialog title={isAsked ? texts.reply : texts.add} onClose={onClose} send={texts.sendReply} onSend={send} ready={text.trim() !== ''} pending={reply.isPending} error={reply.error}>
      <Textarea
        label={texts.replyText(request.department.name)} description={isAsked ? texts.replyHow : texts.addHow} rows={4} maxLength={5_000} value={text}
        error={reply.error?.fields['text']} onChange={(event) => setText(event.target.value)}
      />
    </FormDialog>
  );
}

/** Takes a request back, and tells the department why. */
export function WithdrawDialog({ request, onClose }: { request: About; onClose: () => void }) {
  const texts = useTexts(requestsTexts);
  const say = useToast();
  const [reason, setReason] = useState('');
  const withdraw = useAct(withdrawRequest);
  const send = () =>
    withdraw.mutate({ params: { id: request.id }, body: { reason } }, {
      onSuccess: () => {
        onClose();
        say({ words: texts.withdrawn });
      },
    });
  return (
    <FormDialog title={texts.withdrawTitle} onClose={onClose} send={texts.withdraw} onSend={send} ready={reason.trim() !== ''} pending={withdraw.isPending} error={withdraw.error}>
      <p className="muted">{request.question}</p>
      <TextInput
        label={texts.withdrawWhy} description={texts.withdrawHow(request.department.name)} maxLength={500} value={reason}
        error={withdraw.error?.fields['reason']} onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

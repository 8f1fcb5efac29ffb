import { Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { referralTexts } from './texts.ts';
import type { Door } from './use-referral.ts';

interface DoorFieldsProps {
  door: Door;
  onChange: (door: Door) => void;
  /** What the server says of a field. */
  errors: Readonly<Record<string, string>> | undefined;
}

/** Somebody to whom people can be sent: who they are, for what, how one reaches them, what they want to see. */
export function DoorFields({ door, onChange, errors }: DoorFieldsProps) {
  const texts = useTexts(referralTexts);
  const field = (name: keyof Door, type: 'text' | 'tel' | 'email' | 'url' = 'text') => (
    <TextInput label={texts[name]} type={type} value={door[name]} maxLength={200} error={errors?.[name]} onChange={(event) => onChange({ ...door, [name]: event.target.value })} />
  );
  return (
    <>
      {field('name')}{field('handles')}{field('phone', 'tel')}{field('email', 'email')}{field('website', 'url')}{field('hours')}
      <Textarea label={texts.needs} description={texts.needsAbout} value={door.needs} error={errors?.['needs']} onChange={(event) => onChange({ ...door, needs: event.target.value })} />
    </>
  );
}

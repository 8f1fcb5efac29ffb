import { Select, Textarea, TextInput } from '#ui/Field.tsx';
import { useTexts } from '#ui/language.tsx';
import { severity, type Details } from '../contract.ts';
import { complaintWords } from '../texts.ts';
import { orNull } from './say.ts';
import { registerTexts } from './texts.ts';

/** How a complaint is described, as the fields hold it. */
export interface Described {
  readonly complainant: string;
  readonly onBehalfOf: string;
  readonly contractCode: string;
  readonly product: string;
  readonly topic: string;
  readonly subTopic: string;
  readonly remedy: string;
  readonly severity: Details['severity'];
}

export const describedBy = (complainant: string): Described => ({ complainant, onBehalfOf: '', contractCode: '', product: '', topic: '', subTopic: '', remedy: '', severity: 'medium' });

export const describedAs = (details: Details): Described => ({
  complainant: details.complainant, onBehalfOf: details.onBehalfOf ?? '', contractCode: details.contractCode ?? '', product: details.product ?? '', topic: details.topic, subTopic: details.subTopic ?? '', remedy: details.remedy ?? '', severity: details.severity,
});

/** The same as the register takes it. */
export const detailsInputOf = (fields: Described) => ({
  complainant: fields.complainant, onBehalfOf: orNull(fields.onBehalfOf), contractCode: orNull(fields.contractCode), product: orNull(fields.product), topic: fields.topic, subTopic: orNull(fields.subTopic), remedy: orNull(fields.remedy), severity: fields.severity,
});

export const isDescribed = ({ complainant, topic }: Described): boolean => complainant.trim() !== '' && topic.trim() !== '';

export function DetailsFields({ fields, onChange, errors }: { fields: Described; onChange: (fields: Described) => void; errors: Readonly<Record<string, string>> | undefined }) {
  const texts = useTexts(registerTexts).fields;
  const words = useTexts(complaintWords);
  const text = (name: Exclude<keyof Described, 'severity' | 'remedy'>, optional: boolean) => (
    <TextInput label={texts[name]} optional={optional} maxLength={name === 'complainant' || name === 'onBehalfOf' ? 200 : 120} value={fields[name]} error={errors?.[name]} onChange={(event) => onChange({ ...fields, [name]: event.target.value })} />
  );
  return (
    <>
      {text('complainant', false)}{text('onBehalfOf', true)}{text('topic', false)}{text('subTopic', true)}{text('product', true)}{text('contractCode', true)}
      <Textarea label={texts.remedy} optional maxLength={2_000} value={fields.remedy} error={errors?.['remedy']} onChange={(event) => onChange({ ...fields, remedy: event.target.value })} />
      <Select label={texts.severity} value={fields.severity} choices={severity.options.map((value) => ({ value, words: words.severities[value] }))} onChange={(event) => onChange({ ...fields, severity: severity.options.find((one) => one === event.target.value) ?? fields.severity })} />
    </>
  );
}

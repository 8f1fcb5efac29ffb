import '@mantine/core/styles/ScrollArea.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Input.layer.css';
import { Select } from '@mantine/core';
import css from './Picker.module.css';
import { useTexts } from './language.tsx';
import type { Choice, FieldWords } from './Field.tsx';
import { uiTexts } from './texts.ts';

interface PickerProps extends FieldWords {
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
}

/** One of many, found by typing part of its name: colleagues, departments. For one of a few use Select. */
export function Picker({ label, description, error, optional = false, choices, value, onChange, placeholder }: PickerProps) {
  const texts = useTexts(uiTexts);
  return (
    <Select
      label={<>{label}{optional && <span className={css.optional}> {texts.optional}</span>}</>}
      description={description}
      error={error}
      required={!optional}
      withAsterisk={false}
      searchable
      checkIconPosition="right"
      allowDeselect={optional}
      data={choices.map(({ value: key, words, disabled = false }) => ({ value: key, label: words, disabled }))}
      value={value}
      onChange={onChange}
      placeholder={placeholder ?? texts.choose}
      nothingFoundMessage={texts.nothingFound}
      classNames={{ label: css.label ?? '', description: css.about ?? '', error: css.error ?? '', input: css.input ?? '', dropdown: css.list ?? '', option: css.option ?? '' }}
    />
  );
}

import { Checkbox } from '#ui/Field.tsx';
import { Group } from '#ui/FormSheet.tsx';
import { useTexts } from '#ui/language.tsx';
import { roles as roleShape, type Role } from '../../contract.ts';
import { staffTexts } from '../texts/settings.ts';

interface RoleChoiceProps {
  value: readonly Role[];
  onChange: (roles: Role[]) => void;
  error?: string | undefined;
  /** A lead brings in agents only. */
  onlyAgent?: boolean;
}

/** The roles, each with what it lets somebody do, in words. */
export function RoleChoice({ value, onChange, error, onlyAgent = false }: RoleChoiceProps) {
  const { form, roleWords } = useTexts(staffTexts);
  const turn = (role: Role, on: boolean): void => onChange(on ? [...value, role] : value.filter((one) => one !== role));
  const offered = roleShape.options.filter((role) => !onlyAgent || role === 'agent');
  return (
    <Group legend={form.roles} about={onlyAgent ? form.onlyAgent : form.rolesAbout}>
      {offered.map((role, at) => (
        <Checkbox
          key={role}
          label={roleWords[role].words}
          description={roleWords[role].about}
          checked={value.includes(role)}
          error={at === 0 ? error : undefined}
          disabled={onlyAgent}
          onChange={(event) => turn(role, event.target.checked)}
        />
      ))}
    </Group>
  );
}

import { useState } from 'react';
import type { Language } from '#base/texts.ts';
import type { Courtesy } from '#promises/rules.ts';
import { useNow } from '#ui/now.ts';
import type { ThirdPartyView } from '../contract.ts';
import { draftReferral } from '../letters.ts';

export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

export const emptyDoor = { name: '', handles: '', phone: '', email: '', website: '', hours: '', needs: '' };
export type Door = typeof emptyDoor;

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the fields of a new door say, as the register takes it. */
export const doorInput = (door: Door) => ({
  name: door.name, handles: door.handles, phone: orNull(door.phone), email: orNull(door.email), website: orNull(door.website), hours: orNull(door.hours), needs: linesOf(door.needs),
});

/** The register's card as the fields hold it. */
export const doorOf = ({ name, handles, phone, email, website, hours, needs }: ThirdPartyView): Door => ({
  name, handles, phone: phone ?? '', email: email ?? '', website: website ?? '', hours: hours ?? '', needs: needs.join('\n'),
});

interface About {
  readonly customerName: string;
  readonly ownerName: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly courtesy: Courtesy;
}

/** The fields of a referral and its letter, which follows them until somebody writes in it. */
export const useReferral = (about: About, doors: readonly ThirdPartyView[]) => {
  const now = useNow();
  const [doorId, setDoorId] = useState('');
  const [door, setDoor] = useState<Door>(emptyDoor);
  const [reason, setReason] = useState('');
  const [brings, setBrings] = useState<string | null>(null);
  const [checkOn, setCheckOn] = useState<string | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  const isNew = doorId === 'new';
  const chosen = isNew ? doorInput(door) : doors.find(({ id }) => id === doorId);
  const brought = brings ?? (chosen?.needs ?? []).join('\n');
  const drafted =
    chosen === undefined || checkOn === null || reason.trim() === ''
      ? ''
      : draftReferral({ ...about, door: chosen, reason, brings: linesOf(brought), checkOn: new Date(checkOn), now });
  return { doorId, setDoorId, door, setDoor, isNew, chosen, reason, setReason, brings: brought, setBrings, checkOn, setCheckOn, text: written ?? drafted, setText: setWritten, isRewritten: written !== null };
};

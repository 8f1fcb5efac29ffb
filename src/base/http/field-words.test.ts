import { expect, it } from 'vitest';
import { z } from 'zod';
import { email, id, instant, line, localDate } from '#base/shapes.ts';
import { fieldWords } from './field-words.ts';

const shape = z.object({
  name: line(5),
  address: email,
  when: instant,
  day: localDate,
  who: id,
  role: z.enum(['agent', 'lead']),
  many: z.array(z.string()).min(1).max(2),
  size: z.number().max(3),
  own: z.string().refine((value) => value === 'x', { params: { it: 'Deve essere x.', en: 'It must be x.' } }),
});

it.each([
  [{}, 'name', 'Questo serve.', 'This is needed.'],
  [{ name: '' }, 'name', 'Non può restare vuoto.', 'This cannot stay empty.'],
  [{ name: 'troppo' }, 'name', 'È troppo lungo: al massimo 5 caratteri.', 'This is too long: 5 characters at most.'],
  [{ name: 7 }, 'name', 'Così non va: controlli che cosa ha scritto.', 'This is not right: check what you wrote.'],
  [{ address: 'elena' }, 'address', 'Serve un indirizzo e-mail, come nome@esempio.it.', 'An e-mail address is needed, like name@example.com.'],
  [{ when: 'domani' }, 'when', 'Serve una data con l’ora.', 'A date with a time is needed.'],
  [{ day: 'domani' }, 'day', 'Serve una data.', 'A date is needed.'],
  [{ who: '7' }, 'who', 'Non c’è, oppure non è per lei.', 'It is not there, or not for you.'],
  [{ role: 'boss' }, 'role', 'Scelga tra: agent, lead.', 'Choose one of: agent, lead.'],
  [{ many: [] }, 'many', 'Ne serve almeno uno.', 'At least one is needed.'],
  [{ size: 4 }, 'size', 'Al massimo 3.', 'At most 3.'],
  [{ own: 'y' }, 'own', 'Deve essere x.', 'It must be x.'],
])('says what to do about %j', (given, field, it_, en) => {
  const { error } = shape.safeParse(given);
  const issue = error!.issues.find((one) => one.path[0] === field)!;
  expect([fieldWords(issue, 'it'), fieldWords(issue, 'en')]).toEqual([it_, en]);
});

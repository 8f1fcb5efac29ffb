import { describe, expect, it } from 'vitest';
import { nameFromIdentity, normaliseIdentity } from './rules.ts';

describe('an identity has one form', () => {
  it.each([
    ['email', ' Elena@Example.IT ', 'elena@example.it'],
    ['phone', '347 123 4567', '+393471234567'],
    ['phone', '0039 347/1234567', '+393471234567'],
    ['phone', '+44 20 7946 0958', '+442079460958'],
    ['handle', '@Marta.V', '@marta.v'],
  ] as const)('%s %s', (kind, typed, form) => {
    expect(normaliseIdentity(kind, typed)).toBe(form);
  });

  it.each([
    ['email', 'elena at example', 'identity.not_an_address'],
    ['email', 'a@b@c', 'identity.not_an_address'],
    ['phone', '12', 'identity.not_a_number'],
    ['handle', 'due parole', 'identity.not_a_handle'],
  ] as const)('refuses %s %s', (kind, typed, refused) => {
    expect(normaliseIdentity(kind, typed)).toMatchObject({ refused });
  });
});

it('names a customer whom nobody named', () => {
  expect(nameFromIdentity('email', 'elena.marchetti@example.it')).toBe('Elena Marchetti');
  expect(nameFromIdentity('email', '12345@example.it')).toBe('12345@example.it');
  expect(nameFromIdentity('phone', '+393471234567')).toBe('+393471234567');
});

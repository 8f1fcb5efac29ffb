import { expect, it } from 'vitest';
import { proposeRecipients, type Correspondence } from './rules.ts';

const elena = { name: 'Elena Marchetti', address: 'elena@posta.example' };
const nephew = { name: 'Nipote', address: 'nipote@posta.example' };
const us = { name: 'Casa Lumina', address: 'Assistenza@casalumina.example' };
const warehouse = { name: 'Magazzino', address: 'magazzino@casalumina.example' };
const nothing: Correspondence = { lastAuthor: null, lastMail: null, lastWrittenTo: [], customer: [elena], ours: ['assistenza@casalumina.example', 'magazzino@casalumina.example'] };

it('answers everybody of the last mail, without us, our signed addresses and departments', () => {
  const signed = { name: '', address: 'assistenza+c-10482-x@casalumina.example' };
  const mail = { from: [elena], replyTo: [], to: [us, nephew, signed], cc: [warehouse, elena] };
  expect(proposeRecipients({ ...nothing, lastAuthor: elena, lastMail: mail })).toEqual({ to: [elena], cc: [nephew] });
});

it('answers where they ask for it', () => {
  const mail = { from: [elena], replyTo: [nephew], to: [us], cc: [] };
  expect(proposeRecipients({ ...nothing, lastAuthor: elena, lastMail: mail })).toEqual({ to: [nephew], cc: [] });
});

it('without the mail itself, answers its author and whom we wrote to before', () => {
  expect(proposeRecipients({ ...nothing, lastAuthor: elena, lastWrittenTo: [elena, nephew, us] })).toEqual({ to: [elena], cc: [nephew] });
});

it('before any mail, writes to the customer, and to nobody where we know no address', () => {
  expect(proposeRecipients(nothing)).toEqual({ to: [elena], cc: [] });
  expect(proposeRecipients({ ...nothing, customer: [] })).toEqual({ to: [], cc: [] });
});

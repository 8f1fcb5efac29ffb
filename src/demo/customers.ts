import * as customers from '#customers/contract.ts';
import { setWorth, type CustomerWorth } from '#customers/index.ts';
import { inWork } from '#base/work.ts';
import { at, type Scene } from './play.ts';
import type { Days } from './days.ts';

interface Known {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly handle?: string;
  readonly language?: 'it' | 'en';
  readonly since?: string;
  /** Euro a year. */
  readonly value?: number;
  readonly company?: readonly [name: string, value: number];
}

/** Those whom the company knew before they wrote; everybody else is met by their first mail. Numbers of nobody, addresses that no mail reaches. */
const known: readonly Known[] = [
  { name: 'Elena Marchetti', email: 'elena.marchetti@posta.example', phone: '+393475550121', handle: '@elenamk', since: '2019-03-14', value: 2_310 },
  { name: 'Luca Ferri', email: 'luca.ferri@posta.example', phone: '+393385550147', handle: '@luca.ferri', since: '2022-11-02', value: 480 },
  { name: 'Federica Riva', email: 'amministrazione@officineriva.example', phone: '+390395550110', since: '2017-05-22', value: 6_900, company: ['Officine Riva Srl', 6_900] },
  { name: 'Claire Bennett', email: 'claire.bennett@hotelbelvedere.example', phone: '+441615550163', language: 'en', since: '2021-02-08', value: 14_200, company: ['Hotel Belvedere', 14_200] },
  { name: 'Giorgio Bianchi', email: 'giorgio@studiobianchi.example', phone: '+390255550188', since: '2018-09-30', value: 11_800, company: ['Studio Bianchi', 11_800] },
  { name: 'Paolo Gentile', email: 'paolo.gentile@posta.example', since: '2025-12-01', value: 260 },
  { name: 'Rita Moro', email: 'rita@barcentrale.example', phone: '+390395550175', since: '2020-06-18', value: 1_950, company: ['Bar Centrale', 1_950] },
  { name: 'Sergio Lanza', email: 'sergio.lanza@posta.example', since: '2021-10-05', value: 640 },
  { name: 'Nadia Ferraro', email: 'nadia@ilfilo.example', since: '2023-03-27', value: 1_120, company: ['Sartoria Il Filo', 1_120] },
  { name: 'Tommaso Rinaldi', email: 'tommaso.rinaldi@posta.example', phone: '+393405550132', since: '2024-01-19', value: 310 },
  { name: 'Ornella Fumagalli', email: 'ornella.fumagalli@posta.example', since: '2016-04-11', value: 890 },
  { name: 'Davide Colnaghi', email: 'd.colnaghi@posta.example', since: '2022-08-08', value: 540 },
  { name: 'Martina Sangalli', email: 'martina.sangalli@posta.example', phone: '+393395550156', since: '2023-12-12', value: 720 },
  { name: 'Helen Ward', email: 'helen.ward@mail.example', language: 'en', since: '2024-05-30', value: 980 },
];

const worthOf = ({ since, value, company }: Known): CustomerWorth => ({
  customerSince: since ?? null,
  yearlyValueCents: value === undefined ? null : value * 100,
  company: company === undefined ? null : { name: company[0], yearlyValueCents: company[1] * 100 },
});

/** Who was there before the stories begin. */
export const knownCustomers = (days: Days): Scene[] => [
  at(days.day(38, '08:35'), async (stage) => {
    const ask = stage.as('marta');
    for (const one of known) {
      const identities = [
        { kind: 'email' as const, value: one.email },
        ...(one.phone === undefined ? [] : [{ kind: 'phone' as const, value: one.phone }]),
        ...(one.handle === undefined ? [] : [{ kind: 'handle' as const, value: one.handle }]),
      ];
      const { id } = await ask(customers.addCustomer, { body: { name: one.name, identities, language: one.language ?? 'it' } });
      const { marta } = stage.company.people;
      await inWork(stage.services, { kind: 'member', id: marta.id, name: marta.name }, (work) => setWorth(work, id, worthOf(one)));
    }
  }),
];

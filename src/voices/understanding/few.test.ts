import { expect, it } from 'vitest';
import { groupTexts } from './group.ts';
import { nearest } from './nearest.ts';

const said = (texts: readonly string[]) => texts.map((text, place) => ({ id: String(place), text }));
/** Groups as lists of places. */
const groupsOf = (texts: readonly string[]): number[][] => [...Map.groupBy(groupTexts(said(texts)), ({ group }) => group).values()].map((own) => own.map(({ id }) => Number(id)));

const loose = [
  'Il corriere dice che le scatole si bagnano.', 'Vorrei pagare a rate anche sotto i duecento euro', 'Si potrebbe pagare a rate sotto i 200 euro?',
  'Peccato non poter pagare a rate: 180 euro tutti insieme sono tanti', 'Le istruzioni di montaggio non si capiscono, ci vorrebbe un video',
  'Servirebbe un video per il montaggio, le istruzioni sono incomprensibili', 'Istruzioni di montaggio pessime: un video aiuterebbe', 'Il corriere è stato gentile ma è passato di sera',
];

it('groups a handful of texts by what they share, and leaves alone what stands alone', () => {
  expect(groupsOf(loose)).toEqual([[0], [1, 2, 3], [4, 5, 6], [7]]);
  expect(groupsOf([
    'La lampada fa un rumore strano', 'Vorrei pagare a rate anche sotto i duecento euro', 'Si potrebbe pagare a rate sotto i 200 euro?', 'Le istruzioni di montaggio non si capiscono, ci vorrebbe un video',
    'Peccato non poter pagare a rate: 180 euro tutti insieme sono tanti', 'Servirebbe un video per il montaggio, le istruzioni sono incomprensibili', 'Istruzioni di montaggio pessime: un video aiuterebbe', 'Avete cambiato indirizzo?',
  ])).toEqual([[0], [1, 2, 4], [3, 5, 6], [7]]);
  expect(groupsOf(['I wish the cable were longer', 'A longer cable, please', 'The return form wants a serial number', 'Why does the return form ask for the serial number?'])).toEqual([[0, 1], [2, 3]]);
  expect(groupsOf(['Il cavo è corto', 'Il cavo è troppo corto', 'Manca un pacco'])).toEqual([[0, 1], [2]]);
  expect(groupsOf([])).toEqual([]);
  expect(groupsOf(['Grazie'])).toEqual([[0]]);
});

it('joins a theme that stands where it is clearly the nearest', () => {
  const cable = { id: 'cable', texts: ['Cavo di alimentazione più lungo', 'Peccato che il cavo sia così corto'] };
  const instalments = { id: 'instalments', texts: ['A rate', 'A rate, detto 0', 'A rate, di nuovo, detto 1'] };
  const joined = groupTexts(said(loose), { existing: [cable, instalments] });
  expect(joined.map(({ group }) => group)).toEqual(['new-1', 'instalments', 'instalments', 'instalments', 'new-2', 'new-2', 'new-2', 'new-3']);
  expect(groupTexts(said(['Il filo è troppo corto']), { existing: [cable] })).toEqual([{ id: '0', group: 'cable' }]);
});

it('proposes themes from the first one on', () => {
  const cable = { id: 'cable', texts: ['Cavo più lungo'] };
  expect(nearest('il cavo non arriva alla presa', [cable]).map(({ id }) => id)).toEqual(['cable']);
  expect(nearest('la fattura è sbagliata', [cable])).toEqual([]);
  expect(nearest('the cord is too short', [{ id: 'cord', texts: ['A longer cable'] }, { id: 'invoice', texts: ['Invoice to the old address'] }])[0]?.id).toBe('cord');
});

import { expect, it } from 'vitest';
import { groupFew } from './few.ts';

const said = (texts: readonly string[]) => texts.map((text, place) => ({ id: String(place), text }));

it('groups a handful of texts by what they share, and leaves alone what stands alone', () => {
  expect(groupFew(said([
    'La lampada fa un rumore strano', 'Vorrei pagare a rate anche sotto i duecento euro', 'Si potrebbe pagare a rate sotto i 200 euro?', 'Le istruzioni di montaggio non si capiscono, ci vorrebbe un video',
    'Peccato non poter pagare a rate: 180 euro tutti insieme sono tanti', 'Servirebbe un video per il montaggio, le istruzioni sono incomprensibili', 'Istruzioni di montaggio pessime: un video aiuterebbe', 'Avete cambiato indirizzo?',
  ]))).toEqual([[0], [1, 2, 4], [3, 5, 6], [7]]);
  expect(groupFew(said(['I wish the cable were longer', 'A longer cable, please', 'The return form wants a serial number', 'Why does the return form ask for the serial number?']))).toEqual([[0, 1], [2, 3]]);
  expect(groupFew([])).toEqual([]);
  expect(groupFew(said(['Grazie']))).toEqual([[0]]);
});

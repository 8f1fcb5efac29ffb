import * as incidents from '#incidents/contract.ts';
import type { Days } from '../days.ts';
import { at, opens, takes, thread, type Scene } from '../play.ts';

/** This morning the shop refuses cards: one cause, several customers, and each is told the same in their own language. */
export const outage = (days: Days): Scene[] => {
  const [franca, hotel, pietro] = [thread('Franca Villa <franca.villa@posta.example>'), thread('Lakeside Inn <desk@lakeside.example>'), thread('Pietro Longhi <pietro.longhi@posta.example>')];
  let incidentId = '';
  return [
    at(days.ago(84), opens(franca, { subject: 'La carta viene rifiutata', text: 'Buongiorno,\nnel carrello il pagamento con la carta dà errore, ho provato tre volte con due carte diverse.\nFranca Villa' })),
    at(days.ago(82), opens(hotel, { subject: 'Card refused at checkout', text: 'Good morning,\nyour checkout refuses our card: the payment ends with an error every time. We need the sconces for next week.\nLakeside Inn' })),
    at(days.ago(80), takes(franca, 'marco')),
    at(days.ago(76), async (stage) => {
      const opened = await stage.as('giulia')(incidents.openIncident, {
        body: {
          title: { it: 'Il sito rifiuta le carte', en: 'The shop refuses cards' }, departmentId: stage.company.departments.tecnico, words: ['pagamento', 'carta', 'errore', 'payment', 'card', 'checkout'],
          known: { it: 'I pagamenti con carta nel negozio online non passano. Bonifico e contrassegno funzionano.', en: 'Card payments in the online shop do not go through. Bank transfer and cash on delivery work.' },
          beganAt: days.ago(85).toISOString(), nextUpdateAt: days.ahead(90).toISOString(), caseId: franca.id,
        },
      });
      incidentId = opened.id;
      await stage.as('giulia')(incidents.sortCases, { params: { id: incidentId }, body: { caseIds: [hotel.id], stands: 'linked' } });
    }),
    at(days.ago(70), async (stage) => {
      const texts = {
        it: 'Da questa mattina il negozio online rifiuta le carte: il difetto è nostro, non della carta. I tecnici hanno trovato la causa e la stanno togliendo. Nel frattempo il bonifico funziona, e l’ordine resta nel carrello.',
        en: 'Since this morning our online shop has been refusing cards: the fault is ours, not the card’s. Our technicians have found the cause and are removing it. Bank transfer works in the meantime, and the order stays in the basket.',
      };
      await stage.as('giulia')(incidents.writeUpdate, { params: { id: incidentId }, body: { texts, state: 'identified', nextUpdateAt: days.ahead(90).toISOString(), undoSeconds: 0 } });
      await stage.as('giulia')(incidents.publishIncident, { params: { id: incidentId } });
      await stage.send();
    }),
    at(days.ago(35), opens(pietro, { subject: 'Pagamento non riuscito', text: 'Salve, il pagamento si ferma con un errore e la carta funziona ovunque tranne che da voi. La lampada è per un regalo di domenica.\nPietro Longhi' })),
  ];
};

import { openCase } from '#desk/contract.ts';
import { acknowledgeComplaint, planAction, registerComplaint } from '#complaints/contract.ts';
import type { Days } from '../days.ts';
import { at, does, type Scene, type Thread } from '../play.ts';
import { lastEvent } from '../queries.ts';

/** The formal side of the old lady's matter: registered and confirmed within the hour, and what it changes for everybody else's lamps. */
export const lodged = (days: Days, it: Thread): Scene[] => {
  let complaintId = '';
  let label = '';
  return [
    at(days.day(3, '09:24'), does('marta', async (ask) => {
      const { messages } = await ask(openCase, { params: { id: it.id } });
      const registered = await ask(registerComplaint, {
        params: { id: it.id },
        body: {
          messageId: messages[0]!.id, sector: 'none', complainant: 'Andrea Colombo', onBehalfOf: 'Ines Valsecchi', product: 'Lumina 3', topic: 'Garanzia', subTopic: 'La lampada si spegne da sola', remedy: 'Sostituzione entro 30 giorni', severity: 'high',
        },
      });
      complaintId = registered.id;
      ({ label } = registered);
    })),
    at(days.day(3, '09:30'), does('marta', async (ask, stage) => {
      const until = days.day(3, '18:00');
      const text = `Gentile signor Colombo,\nil suo reclamo, presentato per conto della signora Ines Valsecchi, è registrato con il numero ${label}. Lo seguo io fino alla risposta, che arriva entro 30 giorni. Le scrivo comunque ${days.by(until, days.day(3, '09:30'))}.\n\nMarta Riva, responsabile del servizio clienti`;
      await ask(acknowledgeComplaint, { params: { id: complaintId }, body: { text, nextUpdateAt: until.toISOString(), seenEventId: await lastEvent(stage.services.db, it.id), undoSeconds: 0 } });
      await stage.send();
    })),
    at(days.day(2, '11:10'), does('marta', async (ask, { company }) => {
      const dueOn = new Date(days.ahead(3_000)).toISOString().slice(0, 10);
      await ask(planAction, { params: { id: complaintId }, body: { text: 'Controllare i driver D40 del lotto di gennaio ancora in magazzino', ownerId: company.people.sara.id, dueOn } });
    })),
  ];
};

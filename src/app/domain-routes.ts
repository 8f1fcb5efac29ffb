import type { AllRefusalWords } from '#base/http/answer-failure.ts';
import type { Served } from '#base/http/serve.ts';
import { serveCalendar } from '#calendar/routes.ts';
import { calendarRefusals } from '#calendar/texts.ts';
import { serveCases } from '#cases/routes.ts';
import { caseRefusals } from '#cases/texts.ts';
import { serveChat } from '#channels/chat/routes.ts';
import { chatRefusals } from '#channels/chat/texts.ts';
import { serveEmail } from '#channels/email/routes.ts';
import { emailRefusals } from '#channels/email/texts.ts';
import { serveForms } from '#channels/forms/routes.ts';
import { formRefusals } from '#channels/forms/texts.ts';
import { serveHeard } from '#channels/heard/routes.ts';
import { heardRefusals } from '#channels/heard/texts.ts';
import { servePhone } from '#channels/phone/routes.ts';
import { phoneRefusals } from '#channels/phone/texts.ts';
import { serveComplaints } from '#complaints/routes.ts';
import { complaintRefusals } from '#complaints/texts.ts';
import { serveCustomerPage } from '#customer-page/routes.ts';
import { customerPageRefusals } from '#customer-page/texts.ts';
import { serveCustomers } from '#customers/routes.ts';
import { customerRefusals } from '#customers/texts.ts';
import { serveDesk } from '#desk/routes.ts';
import { serveHeat } from '#heat/routes.ts';
import { serveIncidents } from '#incidents/routes.ts';
import { incidentRefusals } from '#incidents/texts.ts';
import { serveNotices } from '#notices/routes.ts';
import { serveOpportunities } from '#opportunities/routes.ts';
import { opportunityRefusals } from '#opportunities/texts.ts';
import { servePeople } from '#people/routes.ts';
import { peopleRefusals } from '#people/texts.ts';
import { servePromises } from '#promises/routes.ts';
import { promiseRefusals } from '#promises/texts.ts';
import { serveReferrals } from '#referrals/routes.ts';
import { referralRefusals } from '#referrals/texts.ts';
import { serveReports } from '#reports/routes.ts';
import { reportRefusals } from '#reports/texts.ts';
import { serveRequests } from '#requests/routes.ts';
import { requestRefusals } from '#requests/texts.ts';
import { serveShifts } from '#shifts/routes.ts';
import { shiftRefusals } from '#shifts/texts.ts';
import { serveSearch } from '#search/routes.ts';
import { serveIdeas } from '#voices/index.ts';
import { serveVoices } from '#voices/routes.ts';
import { voiceRefusals } from '#voices/texts.ts';
import { serveSurveys } from '#surveys/routes.ts';
import { surveyRefusals } from '#surveys/texts.ts';
import { chatCases, intake, surveyParts } from './intake.ts';
import { serveWebhooks } from '#webhooks/routes.ts';
import { webhookRefusals } from '#webhooks/texts.ts';
import { publicEvents } from './public-events.ts';

/** Every domain's routes but the set-up, which may load the invented company: that is told through these. */
export const domainRoutes: readonly ((served: Served) => void)[] = [
  servePeople,
  serveCalendar,
  serveNotices,
  serveCustomers,
  serveCases,
  serveEmail,
  serveRequests,
  servePromises,
  serveReferrals,
  serveComplaints,
  serveShifts,
  serveIncidents,
  serveVoices,
  serveOpportunities,
  serveHeat,
  serveReports,
  serveDesk,
  serveSearch,
  (served) => servePhone(served, intake),
  (served) => serveHeard(served, intake),
  (served) => serveForms(served, intake),
  (served) => serveIdeas(served, intake),
  (served) => serveChat(served, chatCases),
  (served) => serveCustomerPage(served, intake),
  (served) => serveSurveys(served, surveyParts),
  (served) => serveWebhooks(served, publicEvents),
];

/** What people read when the business says no, of all domains. */
export const refusalWords: AllRefusalWords = {
  ...peopleRefusals,
  ...calendarRefusals,
  ...customerRefusals,
  ...referralRefusals,
  ...complaintRefusals,
  ...incidentRefusals,
  ...caseRefusals,
  ...emailRefusals,
  ...phoneRefusals,
  ...formRefusals,
  ...heardRefusals,
  ...chatRefusals,
  ...requestRefusals,
  ...promiseRefusals,
  ...customerPageRefusals,
  ...shiftRefusals,
  ...voiceRefusals,
  ...surveyRefusals,
  ...opportunityRefusals,
  ...webhookRefusals,
  ...reportRefusals,
};

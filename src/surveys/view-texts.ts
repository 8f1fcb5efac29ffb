import { defineTexts } from '#base/texts.ts';

export const csvTexts = defineTexts({
  it: {
    at: 'Quando', way: 'Da dove', case: 'Caso', customer: 'Cliente', became: 'Seguito nel caso',
    ways: { mail: 'e-mail', page: 'pagina del caso', link: 'link pubblico', widget: 'riquadro sul sito' },
    yesNo: { yes: 'Sì', no: 'No' },
  },
  en: {
    at: 'When', way: 'From where', case: 'Case', customer: 'Customer', became: 'Followed in case',
    ways: { mail: 'e-mail', page: 'page of the case', link: 'public link', widget: 'panel on the site' },
    yesNo: { yes: 'Yes', no: 'No' },
  },
});

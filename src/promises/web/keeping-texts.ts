import { defineTexts, plural } from '#base/texts.ts';

export const keepingTexts = defineTexts({
  it: {
    title: 'Come manteniamo la parola', span: 'ultime quattro settimane',
    what: 'Promesse', kept: 'Mantenute', renegotiated: 'Spostate', broken: 'Mancate', rate: 'Entro la prima data', noRate: '—',
    all: 'Tutte', news: 'Notizie da noi', deed: 'Cose da fare', ours: 'Dipendono solo da noi', behind: (name: string) => `Dietro c’è ${name}`,
    about: 'Conta la prima data che il cliente ha avuto. Una data spostata in tempo sta a parte e non vale come mantenuta.',
    byHand: (sent: number, again: number, percent: string) => `${plural(sent, '1 aggiornamento scritto', `${sent} aggiornamenti scritti`)} da noi: dopo ${plural(again, '1', String(again))} (${percent}) il cliente si è rifatto vivo entro 72 ore.`,
    byItself: (sent: number, again: number, percent: string) => `${plural(sent, '1 aggiornamento partito', `${sent} aggiornamenti partiti`)} da sé: dopo ${plural(again, '1', String(again))} (${percent}) il cliente si è rifatto vivo entro 72 ore.`,
  },
  en: {
    title: 'How we keep our word', span: 'the last four weeks',
    what: 'Promises', kept: 'Kept', renegotiated: 'Moved', broken: 'Broken', rate: 'By the first date', noRate: '—',
    all: 'All', news: 'News from us', deed: 'Things to be done', ours: 'Resting on us alone', behind: (name: string) => `${name} behind them`,
    about: 'What counts is the first date that the customer had. A date that was moved in time stands apart, and not as kept.',
    byHand: (sent: number, again: number, percent: string) => `${plural(sent, '1 update', `${sent} updates`)} written by us: after ${again} (${percent}) the customer asked again within 72 hours.`,
    byItself: (sent: number, again: number, percent: string) => `${plural(sent, '1 update', `${sent} updates`)} that left by themselves: after ${again} (${percent}) the customer asked again within 72 hours.`,
  },
});

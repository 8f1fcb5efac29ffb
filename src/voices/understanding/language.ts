import type { Language } from '#base/texts.ts';

// As for mails (decision 004), but a single sentence has fewer small words: the sets are wider, and endings decide where they are silent.
const italian = new Set(
  `il lo la gli le i un uno una di del dello della dei degli delle da dal dalla dai dalle dallo in nel nella nei nelle nello con su sul sulla sui sulle per tra fra che chi non è e ed o ma se anche come più ho ha hai hanno abbiamo avete sono sei
  siamo siete era erano mi ti ci vi si mio mia vostro vostra suo sua questo questa quello quella quando dove perché perchè grazie buongiorno buonasera salve cordiali saluti ancora già oggi ieri domani al alla allo ai agli alle a io tu lui lei noi voi
  molto sempre mai tutto tutti niente nulla bene male così cosi solo poi qui fa fare fatto può posso vorrei sarebbe potete potreste essere stato stata ordine pacco c'è cosa cui dopo prima senza ogni proprio nessuno ciao essere buona buono ottimo`.split(/\s+/u),
);
const english = new Set(
  `the a an of to and in is are was were be been being have has had i you he she it we they my your our their his her its this that these those with for from not no do does did can could would will should when where why how what which who please thanks
  thank hello hi dear regards still yet today yesterday tomorrow on at by or if but so as about just me us them get got up out all very never there here than then more some any only i'm it's don't can't doesn't didn't won't isn't i've you're
  was good great bad nice best worst love app service order add need want make too much many`.split(/\s+/u),
);
const italianEnd = /(?:zione|zioni|mente|ità|issim[oaie]|are|ere|ire|ato|ata|ati|ate|ito|uto|iamo|ando|endo|gli[oaei]?|che|chi|[oi])$/u;
const englishEnd = /(?:ing|ed|ly|tion|ness|ght|ck|th|sh|[bcdfghjkmpqrstvwxyz])$/u;

const longestLook = 2_000;

/** Italian or English; where nothing says, the language that the house speaks first. */
export const languageOf = (text: string, otherwise: Language = 'it'): Language => {
  const words = text.slice(0, longestLook).replace(/(?:https?:\/\/|@|#)\S+/gu, ' ').toLowerCase().replace(/’/gu, "'").match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
  let lean = 0;
  for (const word of words) {
    const [it, en] = [italian.has(word) || /^(?:l|d|un|all|dell|nell|dall|sull|quest|c|s|m|t|v)'/u.test(word), english.has(word)];
    if (it !== en) lean += it ? 1 : -1;
    else if (!it && word.length > 3) lean += 0.2 * ((italianEnd.test(word) ? 1 : 0) - (englishEnd.test(word) ? 1 : 0));
  }
  return lean === 0 ? otherwise : lean > 0 ? 'it' : 'en';
};

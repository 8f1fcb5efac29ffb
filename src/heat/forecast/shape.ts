/**
 * What a message looks like, without understanding it: how long it is, what it asks, how it closes. Nothing here depends on a language
 * but short lists of everyday words, each of which can be read below.
 */
export interface Shape {
  readonly chars: number;
  readonly questions: number;
  readonly links: number;
  readonly lines: number;
  readonly thanks: boolean;
  /** Says that it works now. */
  readonly solved: boolean;
  /** Says that it goes on. */
  readonly still: boolean;
  /** Asks whether anybody is there. */
  readonly asksForNews: boolean;
  /** Says that they will try something and come back. */
  readonly comesBack: boolean;
  /** Says that something came with it: a picture, a log. */
  readonly shows: boolean;
  /** Corrects or adds to what they wrote before. */
  readonly adds: boolean;
  /** Something fails. */
  readonly broken: boolean;
  /** Asks how a thing is done. */
  readonly asksHow: boolean;
  /** It began at some time: yesterday, after an update. */
  readonly began: boolean;
  /** Has tried something already. */
  readonly tried: boolean;
}

// Letters on either side would make it another word; `\b` does not know ż or è.
const anyOf = (...phrases: readonly string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'iu');

const thanks = anyOf(
  'thanks?', 'thank you', 'thx', 'cheers', 'much appreciated', 'grazie', 'ringrazi\\p{L}*', 'gracias', 'agradec\\p{L}*', 'obrigad[oa]', 'merci', 'remerci\\p{L}*', 'danke', 'vielen dank', 'bedankt', 'dank u', 'dzięki',
  'dziękuj\\p{L}*', 'děkuj\\p{L}*', 'díky', 'kiitos', 'köszön\\p{L}*', 'tack', 'takk', 'tak på forhånd', 'спасибо', 'благодар\\p{L}*',
);
const solved = anyOf(
  '(?:it|that|this|everything|all) (?:now )?(?:works|worked|is working|fixed it|solved it|did it)', 'works now', 'working (?:fine |again|now)', 'problem (?:is )?(?:solved|fixed|resolved)', '(?:issue|problem) (?:has been |is |was )?(?:solved|fixed|resolved)',
  'resolved', 'solved', 'never ?mind', 'figured (?:it )?out', 'did the trick', 'risolto', 'ho risolto', 'ora funziona', 'adesso funziona', 'tutto ok', 'a posto', 'ya funciona', 'resuelto', 'solucionad[oa]', 'resolvid[oa]', 'funcionou', 'résolu',
  '(?:ça|cela) marche', 'gelöst', 'erledigt', 'funktioniert (?:jetzt|wieder)', 'opgelost', 'rozwiązan[eoy]', 'działa', 'vyřešen[oa]', 'решен[ао]?', 'заработал[ао]?',
);
const still = anyOf(
  'still', 'again', 'same (?:problem|issue|thing|result)', 'no (?:luck|change|effect)', 'did(?:n[’\']t| not) (?:work|help|fix|change)', 'does(?:n[’\']t| not) (?:work|help|fix|change)', 'ancora', 'di nuovo', 'stesso problema', 'nulla da fare', 'niente da fare', 'non funziona',
  'non (?:è )?cambia\\p{L}*', 'todavía', 'aún', 'sigue', 'no funciona', 'ainda', 'continua', 'não funciona', 'toujours', 'encore', 'ne (?:marche|fonctionne) pas', 'immer noch', 'weiterhin', 'funktioniert nicht', 'nog steeds', 'nadal', 'wciąż', 'nie działa', 'stále', 'všё ещё', 'не работает',
);
const asksForNews = anyOf(
  'any(?:one|body)(?: \\p{L}+){0,3}', 'any (?:update|news|ideas?|suggestions?|thoughts|help)', 'bump', 'no (?:one|body)(?: \\p{L}+){0,2}', 'hello\\?', 'waiting', 'nessuno', 'qualcuno', 'novità', 'aggiornament[oi]', 'in attesa', 'aspetto', 'attendo',
  'alguien', 'nadie', 'alguém', 'ninguém', 'quelqu[’\']un', 'personne', 'jemand', 'niemand', 'iemand', 'ktoś', 'nikt', 'někdo', 'кто-нибудь', 'никто',
);
const comesBack = anyOf(
  '(?:i[’\']?ll|i will|will|going to|gonna) (?:\\p{L}+ )?(?:try|test|check|see|report|let you know|post|get back|do that|give)', 'let you know', 'proverò', 'provo', 'farò (?:sapere|una prova)', 'vi (?:faccio|farò) sapere', 'ti (?:faccio|farò) sapere', 'verifico', 'controllo',
  'probaré', 'voy a (?:probar|intentar)', 'vou (?:tentar|testar|verificar)', 'je vais (?:essayer|tester|voir)', 'werde (?:es )?(?:\\p{L}+ )?(?:versuchen|testen|probieren)', 'spróbuję', 'zkusím', 'попробую',
);
const shows = anyOf('attach(?:ed|ment|ing)', 'screen ?shots?', 'see (?:below|picture|image)', 'here (?:is|are)', 'allegat[oaie]', 'allego', 'schermata', 'immagine', 'captura', 'adjunto', 'anexo', 'capture', 'ci-joint', 'anhang', 'bildschirm\\p{L}*', 'zrzut', 'скриншот');
const adds = anyOf('edit', 'update', 'correction', 'i (?:forgot|should (?:have )?(?:mention|add)\\p{L}*)', 'p\\.?s\\.?', 'btw', 'also', 'addition(?:al(?:ly)?)?', 'aggiungo', 'dimenticavo', 'preciso', 'inoltre', 'además', 'além disso', 'de plus', 'außerdem', 'nachtrag', 'zusätzlich');

const broken = anyOf(
  'problems?', 'issues?', 'errors?', 'crash\\p{L}*', 'fail\\p{L}*', 'broken', 'bug', 'stopped', 'not work\\p{L}*', 'won[’\']?t', 'doesn[’\']?t', 'can(?:[’\']?t|not)', 'unable', 'freez\\p{L}*', 'lost', 'missing', 'disappear\\p{L}*', 'problem[aei]', 'errore', 'errori',
  'non (?:funziona|riesco|va|si)', 'blocc\\p{L}*', 'spari\\p{L}*', 'pers[oaie]', 'impossibile', 'erro(?:r|res)?', 'falla', 'não (?:consigo|funciona)', 'no (?:puedo|funciona)', 'ne (?:marche|fonctionne) pas', 'erreur', 'fehler\\p{L}*', 'funktioniert nicht', 'geht nicht', 'chyb\\p{L}*', 'błąd', 'hib[aá]\\p{L}*',
);
const asksHow = anyOf('how (?:do|can|to)', 'is (?:it|there)(?: \\p{L}+){0,2} (?:possible|way)', 'where (?:is|do|can)', 'come (?:posso|si|faccio)', 'è possibile', 'vorrei', 'si può', 'cómo', 'como', 'puedo', 'comment', 'wie kann', 'ist es möglich', 'jak', 'hogyan');
const began = anyOf('since', 'updated?', 'yesterday', 'today', 'suddenly', 'no longer', 'dopo', 'aggiorna\\p{L}*', 'ieri', 'oggi', 'improvvisamente', 'non (?:\\p{L}+ )?più', 'da (?:quando|alcuni|qualche|ieri)', 'desde', 'ayer', 'hoy', 'atualiza\\p{L}*', 'depuis', 'seit', 'plötzlich');
const tried = anyOf('tried', 'i have (?:already )?(?:done|re\\p{L}+)', 'reinstalled', 'restarted', 'uninstall\\p{L}*', 'ho (?:già )?(?:provato|fatto|reinstallato|disinstallato|riavviato)', 'provato', 'he probado', 'tentei', 'j[’\']ai (?:essayé|désinstallé)', 'habe (?:\\p{L}+ )?(?:versucht|probiert)');

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;
/** A pasted log says no more in a hundred thousand signs than in these. */
const longestRead = 4_000;

/** The shape of a text as its writer typed it: without mark-up and without what they quote. */
export const shapeOf = (whole: string): Shape => {
  const text = whole.slice(0, longestRead);
  // A question mark inside an address asks nothing.
  const said = text.replace(/https?:\/\/\S+/gu, ' ');
  return {
    chars: whole.length,
    questions: count(said, /[?？]+/gu),
    links: count(text, /https?:\/\//gu),
    lines: count(text.trim(), /\n+/gu) + 1,
    thanks: thanks.test(text),
    solved: solved.test(text),
    still: still.test(text),
    asksForNews: asksForNews.test(text),
    comesBack: comesBack.test(text),
    shows: shows.test(text),
    adds: adds.test(text),
    broken: broken.test(text),
    asksHow: asksHow.test(text),
    began: began.test(text),
    tried: tried.test(text),
  };
};

/**
 * What a customer announces to do if nothing happens: a lawyer, a formal complaint, a consumers' association, a public review, the
 * money back by the bank, leaving. Said, not guessed; the words are shown. Somebody who is a lawyer, or who asks how to leave a
 * review, threatens nobody.
 */
export type ThreatKind = 'lawyer' | 'complaint' | 'consumers' | 'review' | 'payment' | 'leaving';

export interface Threat {
  readonly kind: ThreatKind;
  readonly words: string;
}

const announced = (kind: ThreatKind, ...sources: readonly string[]) => ({ kind, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}])`, 'iu') });

const threats = [
  announced('lawyer', '(?:il mio|al mio|un|all[’\']|dal(?:l[’\'])?)\\s?(?:avvocato|legale)(?! d)', 'vie legali', 'azion[ei] legal[ei]', 'diffid(?:a|o)(?: formale)?', 'giudice di pace', '(?:vi|la) denunci(?:o|amo|erò)', 'sporg(?:o|erò) denuncia',
    'my (?:lawyer|solicitor|attorney)', 'legal action', 'small claims', 'take you to court', 'sue you'),
  announced('complaint', 'reclamo (?:formale|scritto|ufficiale)', '(?:faccio|farò|presento|presenterò|inoltr(?:o|erò)) (?:un )?reclamo', 'formal complaint', '(?:file|filing|lodge|lodging) a complaint'),
  announced('consumers', 'associazion[ei] (?:dei |di )?consumator[ei]', 'unione (?:nazionale )?consumatori', 'antitrust', 'codacons', 'trading standards', 'consumer (?:association|protection|rights)', 'ombudsman'),
  announced('review', '(?:lascerò|lascio|scriverò|scrivo|metterò|pubblicherò|farò) una (?:brutta |pessima )?recensione', 'recensione negativa', 'lo (?:scriverò|pubblicherò) (?:ovunque|su)', '(?:leave|write|post) (?:a|an) (?:bad|negative|honest|one[- ]star) review', 'go to the press'),
  announced('payment', 'contest(?:o|erò|are) (?:l[’\']addebito|il pagamento)', 'storn(?:o|erò|are) (?:il pagamento|l[’\']addebito)', 'charge ?back', 'dispute the (?:charge|payment)'),
  announced('leaving', 'non (?:comprerò|acquisterò|ordinerò) (?:mai )?più', 'mi rivolgo altrove|mi rivolgerò (?:altrove|ad altri|a un altro)', '(?:disdico|annullo|recedo) (?:tutto|l[’\']ordine|il contratto)', 'avete perso un cliente', 'never (?:buy|order) (?:from you )?again', 'take my business elsewhere', 'lost a customer', 'cancel (?:the|my) (?:whole )?order'),
] as const;

/** What is announced in a message, each kind once, with the words that do it. */
export const threatsIn = (text: string): Threat[] =>
  threats.flatMap(({ kind, pattern }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [{ kind, words: found[0] }];
  });

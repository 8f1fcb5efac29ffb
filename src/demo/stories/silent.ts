import type { Days } from '../days.ts';
import { at, opens, replies, takes, thread, type Scene } from '../play.ts';
import type { PersonKey } from '../company.ts';

interface Silent {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly owner: PersonKey;
  readonly answer: string;
  readonly time: string;
  readonly back: number;
}

/** One answer of ours, and not a word since: they will not chase, they will buy elsewhere. */
const silents: readonly Silent[] = [
  {
    from: 'Rita Moro <rita@barcentrale.example>', subject: 'Le lampade sul bancone sfarfallano', owner: 'giulia', time: '09:15', back: 6,
    text: 'Buongiorno, due delle quattro lampade sul bancone sfarfallano la sera quando accendo il forno. I clienti lo notano. Che devo fare?\nRita, Bar Centrale',
    answer: 'Buongiorno Rita,\nquando più apparecchi dividono la linea può essere il driver D40. Mi dice se le due lampade che sfarfallano sono quelle più vicine al forno? Intanto ne tengo da parte due nuovi per lei. Mi rifaccio vivo io in ogni caso.\n\nGiulia Serra',
  },
  {
    from: 'Sergio Lanza <sergio.lanza@posta.example>', subject: 'Brera, il ripiano alto pende', owner: 'marco', time: '11:40', back: 7,
    text: 'Buonasera. Montata seguendo il libretto due volte, il ripiano in alto pende verso sinistra. Non sono capace io o manca qualcosa?',
    answer: 'Buongiorno signor Lanza,\nnon è lei: nel libretto la vite 6 e la 8 sono disegnate quasi uguali e quasi tutti le scambiano. Può mandarmi una foto dell’angolo sinistro? Se serve le mando la ferramenta nuova.\n\nMarco Neri',
  },
  {
    from: 'Nadia Ferraro <nadia@ilfilo.example>', subject: 'Il rosso della lampada non è quello del sito', owner: 'chiara', time: '15:20', back: 8,
    text: 'Salve, ho preso la Lumina 3 rossa per la vetrina. Sul sito è un rosso caldo, dal vivo è quasi fucsia e accanto ai tessuti si vede. Peccato.\nNadia',
    answer: 'Buongiorno Nadia,\nha ragione sulla foto, la stiamo rifacendo. Per la vetrina posso mandarle due campioni di finitura da provare vicino ai tessuti, senza impegno: glieli spedisco all’indirizzo del negozio?\n\nChiara Poli',
  },
];

export const silent = (days: Days): Scene[] =>
  silents.flatMap(({ from, subject, text, owner, answer, time, back }, place) => {
    const it = thread(from);
    const opened = days.day(back, time).getTime();
    return [
      at(new Date(opened), opens(it, { subject, text })),
      at(new Date(opened + 12 * 60_000), takes(it, owner)),
      at(new Date(opened + 35 * 60_000), replies(it, owner, { act: 'asks', text: answer, until: days.ahead(240 + place * 180) })),
    ];
  });

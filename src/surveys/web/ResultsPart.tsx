import { useMemo, useState } from 'react';
import css from './Surveys.module.css';
import { day, plus } from '#base/clock.ts';
import { useRead } from '#app/web/client.ts';
import { buttonClass } from '#ui/Button.tsx';
import { Select } from '#ui/Field.tsx';
import { useLanguage, useTexts } from '#ui/language.tsx';
import { useNow } from '#ui/now.ts';
import { Panel } from '#ui/Panel.tsx';
import { Ready } from '#ui/Ready.tsx';
import { readResults, type QuestionResult, type Results, type SurveyView } from '../contract.ts';
import { isScale, type ScaleKind } from '../rules.ts';
import { sayMonday, sayNps, sayScores, sayShare } from './say.ts';
import { surveysTexts } from './texts.ts';

const spans = [30, 90, 365] as const;
type Span = (typeof spans)[number];

/** From the beginning of that day, so that the same question is asked all day and its answer kept. */
const since = (now: Date, span: Span): string => `${plus(now, -span * day).toISOString().slice(0, 10)}T00:00:00Z`;

/** What it says: each score with how many answered and how sure that makes us. */
export function ResultsPart({ survey, exports }: { survey: SurveyView; exports: boolean }) {
  const texts = useTexts(surveysTexts);
  const [span, setSpan] = useState<Span>(90);
  const today = useNow().toISOString().slice(0, 10);
  const from = useMemo(() => since(new Date(`${today}T00:00:00Z`), span), [today, span]);
  const results = useRead(readResults, { params: { id: survey.id }, query: { from } });
  return (
    <div className={css.body}>
      <div className={css.bar}>
        <div className={css.narrowField}><Select label={texts.period} value={String(span)} onChange={(event) => setSpan(spans.find((one) => String(one) === event.target.value) ?? 90)} choices={spans.map((one) => ({ value: String(one), words: texts.periods[one] }))} /></div>
        {exports && <a className={buttonClass({})} href={`/api/surveys/${survey.id}/answers.csv?from=${encodeURIComponent(from)}`} download>{texts.export}</a>}
      </div>
      <Ready of={results} shape="panel" rows={3}>{(found) => <Figures found={found} survey={survey} />}</Ready>
    </div>
  );
}

function Figures({ found, survey }: { found: Results; survey: SurveyView }) {
  const texts = useTexts(surveysTexts);
  const kinds = [...new Set(survey.content.questions.map(({ kind }) => kind))].filter((kind): kind is ScaleKind => isScale(kind));
  return (
    <>
      <div className={css.tiles}>
        {kinds.map((kind) => <ScoreTile key={kind} kind={kind} found={found} />)}
        <RateTile found={found} />
        <Tile title={texts.low} value={String(found.lowBecameCases)} about={texts.about.low} />
      </div>
      <Panel title={texts.questions}><div className={css.questions}>{found.questions.map((one) => <QuestionBars key={one.key} result={one} />)}</div></Panel>
      {found.weeks.length > 0 && <Weeks found={found} kinds={kinds} />}
      {found.notAsked.length > 0 && (
        <Panel title={texts.notAsked}>
          <p className={css.about}>{texts.notAskedAbout}</p>
          <ul className={css.reasons}>{found.notAsked.map(({ because, count }) => <li key={because}><b className="num">{count}</b> {texts.because[because]}</li>)}</ul>
        </Panel>
      )}
    </>
  );
}

interface TileProps {
  title: string;
  value: string;
  /** How sure, or of how many. */
  detail?: string;
  about: string;
}

function Tile({ title, value, detail, about }: TileProps) {
  return (
    <section className={css.tile}>
      <h2>{title}</h2>
      <p className={css.value}>{value}</p>
      {detail && <p className={css.detail}>{detail}</p>}
      <p className={css.about}>{about}</p>
    </section>
  );
}

function ScoreTile({ kind, found }: { kind: ScaleKind; found: Results }) {
  const texts = useTexts(surveysTexts);
  const { language } = useLanguage();
  const { csat, nps, ces } = found.scores;
  const value = sayScores(found.scores, language)[kind];
  const { n } = found.scores[kind];
  if (value === null) return <Tile title={texts.scores[kind]} value="–" detail={texts.few(n)} about={texts.about[kind]} />;
  const share = (one: number) => sayShare(one, language);
  const interval =
    kind === 'csat' && csat.interval ? texts.between(share(csat.interval.from), share(csat.interval.to))
    : kind === 'nps' && nps.interval ? texts.between(sayNps(nps.interval.from, language), sayNps(nps.interval.to, language))
    : ces.easy.share !== null ? texts.easy(share(ces.easy.share))
    : '';
  return <Tile title={texts.scores[kind]} value={value} detail={`${texts.of(n)}${interval === '' ? '' : `; ${interval}`}`} about={texts.about[kind]} />;
}

function RateTile({ found }: { found: Results }) {
  const texts = useTexts(surveysTexts);
  const { language } = useLanguage();
  const { rate, answered, delivered, sent } = found.response;
  return <Tile title={texts.rate} value={rate.share === null ? '–' : sayShare(rate.share, language)} detail={texts.reached(answered, Math.max(delivered, answered), sent)} about={texts.about.rate} />;
}

/** How often each answer was given. The bar is drawn beside the number, and says nothing that the number does not. */
function QuestionBars({ result }: { result: QuestionResult }) {
  const texts = useTexts(surveysTexts);
  const { language } = useLanguage();
  const most = Math.max(1, ...result.bars.map(({ count }) => count));
  const name = (value: string): string => result.bars.find((bar) => bar.value === value)?.words?.[language] ?? (value === 'yes' ? texts.yes : value === 'no' ? texts.no : value);
  return (
    <section>
      <h3 className={css.question}>{result.words[language]}</h3>
      {result.bars.length === 0 && <p className={css.about}>{result.kind === 'text' ? `${texts.answers(result.n)}. ${texts.openWords}` : texts.few(result.n)}</p>}
      {result.bars.length > 0 && (
        <ol className={css.bars} data-wide={!isScale(result.kind)}>
          {result.bars.map(({ value, count }) => (
            <li key={value}>
              <span className={css.barName}>{name(value)}</span>
              <span className={css.track} aria-hidden="true"><span style={{ width: `${(count / most) * 100}%` }} /></span>
              <span className={css.barCount}><b className="num">{count}</b> <span className={css.about}>{sayShare(count / Math.max(1, result.n), language)}</span></span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Weeks({ found, kinds }: { found: Results; kinds: readonly ScaleKind[] }) {
  const texts = useTexts(surveysTexts);
  const { language } = useLanguage();
  const most = Math.max(1, ...found.weeks.map(({ answered }) => answered));
  return (
    <Panel title={texts.weeks}>
      <div className={css.scroll}>
        <table className={css.table}>
          <thead><tr><th scope="col">{texts.weekHead}</th><th scope="col">{texts.answeredHead}</th>{kinds.map((kind) => <th key={kind} scope="col">{texts.scores[kind]}</th>)}</tr></thead>
          <tbody>
            {found.weeks.map(({ monday, answered, scores }) => {
              const said = sayScores(scores, language);
              return (
                <tr key={monday}>
                  <th scope="row">{texts.week(sayMonday(monday, language))}</th>
                  <td className="num">{answered} <span className={css.small} aria-hidden="true"><span style={{ width: `${(answered / most) * 100}%` }} /></span></td>
                  {kinds.map((kind) => <td key={kind} className="num">{said[kind] ?? '–'}</td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

import css from './SearchDialog.module.css';
import { useTexts } from '#ui/language.tsx';
import { When } from '#ui/When.tsx';
import type { Excerpt, FoundCase, FoundCustomer } from '../contract.ts';
import { searchWebTexts } from './texts.ts';

export function CustomerFound({ found }: { found: FoundCustomer }) {
  const texts = useTexts(searchWebTexts);
  return (
    <>
      <span className={css.top}><b>{found.name}</b><span className={css.aside}>{texts.openCases(found.openCases)}</span></span>
      <span className={css.about}>{[found.company, found.identity].filter(Boolean).join(' · ')}</span>
    </>
  );
}

/** A case, and the words for which it is here, picked out as with a marker. */
export function CaseFound({ found }: { found: FoundCase }) {
  const texts = useTexts(searchWebTexts);
  const { message } = found;
  return (
    <>
      <span className={css.top}>
        <b>{found.subject}</b>
        <span className={`${css.aside} num`}>C-{found.number}</span>
      </span>
      <span className={css.about}>
        {[found.customer.name, found.ownerName ?? texts.nobodyOwns, texts.status[found.status]].join(' · ')} · <When at={found.lastActivityAt} as="day" />{found.by === 'number' && ` · ${texts.byNumber}`}
      </span>
      {message && (
        <span className={css.about}>
          {texts.by(message.authorName)} <Words excerpt={message.excerpt} />
        </span>
      )}
    </>
  );
}

/** The pieces in their order, each known by where it begins. */
function Words({ excerpt }: { excerpt: Excerpt }) {
  let begins = 0;
  return excerpt.map(({ text, isHit }) => {
    const key = begins;
    begins += text.length;
    return isHit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

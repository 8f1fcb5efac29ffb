import css from './Gallery.module.css';
import { Avatar } from '../Avatar.tsx';
import { Button } from '../Button.tsx';
import { AttachIcon, SearchIcon } from '../icons.tsx';
import { useTexts } from '../language.tsx';
import { Facts } from '../Panel.tsx';
import { Pill, type Tone } from '../Pill.tsx';
import { Silence } from '../Silence.tsx';
import { When } from '../When.tsx';
import { Section } from './Section.tsx';
import { galleryTexts } from './texts.ts';

export function Acts() {
  const texts = useTexts(galleryTexts);
  return (
    <Section title={texts.acts}>
      <div className={css.row}>
        <Button look="primary" keys="p">{texts.take}</Button>
        <Button keys="d">{texts.ask}</Button>
        <Button keys="n" icon={<AttachIcon />}>{texts.note}</Button>
        <Button look="quiet" icon={<SearchIcon />}>{texts.later}</Button>
        <Button look="danger">{texts.erase}</Button>
        <Button look="primary" loading keys="mod+enter">{texts.sending}</Button>
        <Button disabled>{texts.never}</Button>
      </div>
      <div className={css.row}>
        <Button look="take" size="l" keys="t">{texts.prendere}</Button>
        <Button size="l" keys="l">{texts.lasciare}</Button>
      </div>
    </Section>
  );
}

export function Meanings() {
  const texts = useTexts(galleryTexts);
  return (
    <Section title={texts.meanings}>
      <Facts>
        {Object.entries(texts.pills).map(([tone, words]) => <Pill key={tone} tone={tone as Tone}>{words}</Pill>)}
      </Facts>
      <Facts>
        <Avatar name="Giulia Serra" /><b>Giulia Serra</b>
        <Avatar name="Officine Riva Srl" size="l" alone />
        <When at="2026-11-26T14:00:00Z" /> · <When at="2026-11-24T10:23:00Z" /> · <When at="2026-11-26T14:00:00Z" as="distance" /> · <When at="2026-12-09T08:00:00Z" as="day" />
      </Facts>
      <Silence span={26 * 3_600_000} working={9 * 3_600_000} />
    </Section>
  );
}

import css from './toggles.module.css';
import { DeviceIcon, MoonIcon, SunIcon } from './icons.tsx';
import { languages } from '#base/texts.ts';
import { useLanguage, useTexts } from './language.tsx';
import { uiTexts } from './texts.ts';
import { themes, useTheme } from './theme.tsx';

const icons = { auto: DeviceIcon, light: SunIcon, dark: MoonIcon };

/** As the device wishes, light, dark. Three buttons, for a switch of three positions cannot be guessed. */
export function ThemeToggle() {
  const texts = useTexts(uiTexts).theme;
  const { theme, choose } = useTheme();
  return (
    <div className={css.toggle} role="group" aria-label={texts.title}>
      {themes.map((one) => {
        const Icon = icons[one];
        return (
          <button key={one} type="button" className={css.choice} aria-pressed={theme === one} aria-label={texts[one]} title={texts[one]} onClick={() => choose(one)}>
            <Icon />
          </button>
        );
      })}
    </div>
  );
}

/** Italian or English, each written in itself. */
export function LanguageToggle() {
  const texts = useTexts(uiTexts).language;
  const { language, choose } = useLanguage();
  return (
    <div className={css.toggle} role="group" aria-label={texts.title}>
      {languages.map((one) => (
        <button key={one} type="button" className={css.choice} lang={one} aria-pressed={language === one} title={texts[one]} onClick={() => choose(one)}>
          <span aria-hidden="true">{one.toUpperCase()}</span><span className="unseen">{texts[one]}</span>
        </button>
      ))}
    </div>
  );
}

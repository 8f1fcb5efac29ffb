import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { languages, type Language, type Texts } from '#base/texts.ts';
import { recall, remember } from './remembered.ts';

interface Spoken {
  language: Language;
  choose: (language: Language) => void;
  /** Follows the language of what is shown (a case's, a form's) where nobody has chosen one here. */
  follow: (language: Language) => void;
}

const Context = createContext<Spoken | null>(null);

const known = (value: string | null | undefined): Language | undefined => languages.find((language) => language === value);

/** The language to start with: what was chosen here, then what the member's record says, then what the browser asks for. */
const first = (member: Language | undefined): Language =>
  known(recall('language')) ?? member ?? navigator.languages.map((tag) => known(tag.slice(0, 2).toLowerCase())).find(Boolean) ?? 'it';

/** Gives every screen below its language, keeps `<html lang>` true to it, and remembers a choice. */
export function LanguageProvider({ member, children }: { member?: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(() => first(member));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        remember('language', chosen);
        setLanguage(chosen);
      },
      follow: (shown: Language) => {
        if (known(recall('language')) === undefined) setLanguage(shown);
      },
    }),
    [language],
  );
  return <Context value={spoken}>{children}</Context>;
}

/** The language spoken here and `choose(language)` to change it. Throws outside a LanguageProvider. */
export const useLanguage = (): Spoken => {
  const spoken = useContext(Context);
  if (!spoken) throw new Error('useLanguage needs a LanguageProvider above it');
  return spoken;
};

/** The words of `texts` in the language spoken here. */
export const useTexts = <Table,>(texts: Texts<Table>): Table => texts[useLanguage().language];

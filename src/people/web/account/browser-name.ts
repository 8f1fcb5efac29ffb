// In this order: Edge and Opera also call themselves Chrome, and everybody calls themselves Safari.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//u, 'Edge'], [/OPR\/|Opera/u, 'Opera'], [/SamsungBrowser\//u, 'Samsung Internet'], [/Firefox\/|FxiOS\//u, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//u, 'Chrome'], [/Safari\//u, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad|iPod/u, 'iOS'], [/Android/u, 'Android'], [/Windows/u, 'Windows'], [/Macintosh|Mac OS X/u, 'Mac'], [/Linux|X11/u, 'Linux'],
];

const named = (among: readonly (readonly [RegExp, string])[], said: string): string | undefined => among.find(([sign]) => sign.test(said))?.[1];

/** What people call the browser and the machine behind a User-Agent; null where it is neither. */
export const browserName = (userAgent: string | null): { browser: string; system: string } | null => {
  const browser = named(browsers, userAgent ?? '');
  const system = named(systems, userAgent ?? '');
  return browser === undefined || system === undefined ? null : { browser, system };
};

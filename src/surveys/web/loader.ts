/**
 * What a company's page loads: a small panel that asks, once, in a corner. It stands by itself, without an import, because it runs as a
 * plain script within a page that is not ours; all of it is within this one function and a closed root. The questions are in a frame at
 * our own address, which the browser opens only on the sites that the survey names. Whoever closes it is left alone.
 */
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const source = new URL(script.src);
  const { lang = document.documentElement.lang || navigator.language, after = '8', rest = '30' } = script.dataset;
  const italian = lang.toLowerCase().startsWith('it');
  const address = new URL(source.pathname.replace(/\.js$/u, ''), source.origin);
  address.searchParams.set('lang', italian ? 'it' : 'en');
  address.searchParams.set('at', location.origin);
  const words = italian ? { title: 'Sondaggio', close: 'Chiudi' } : { title: 'Survey', close: 'Close' };
  const remembered = `presa.survey.${address.pathname}`;
  const dayLong = 86_400_000;

  // A page may forbid its scripts to remember anything; then it asks on every page, and closing it is as far as we can go.
  const wasAsked = (): boolean => {
    try {
      return Number(localStorage.getItem(remembered) ?? 0) > Date.now() - Number(rest) * dayLong;
    } catch {
      return false;
    }
  };
  const remember = (): void => {
    try {
      localStorage.setItem(remembered, String(Date.now()));
    } catch {
      // See above.
    }
  };

  const show = (): void => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    // A sheet of our own and no style element, which the policy of a careful site would refuse.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { all: initial; color-scheme: light dark; }
      section { position: fixed; right: 20px; bottom: 20px; width: min(400px, calc(100vw - 40px)); height: min(540px, calc(100dvh - 40px)); z-index: 2147483000; display: grid; grid-template-rows: auto 1fr; overflow: hidden;
        border: 1px solid light-dark(#cfc8bd, #4a453e); border-radius: 14px; background: light-dark(#fbf9f5, #191714); box-shadow: 0 16px 48px rgb(0 0 0 / 25%); }
      button { justify-self: end; min-height: 44px; padding: 0 16px; border: 0; background: none; color: light-dark(#0b5d66, #6cc5cc); font: 600 15px/1 system-ui, sans-serif; cursor: pointer; }
      button:focus-visible { outline: 3px solid; outline-offset: -3px; border-radius: 12px; }
      iframe { width: 100%; height: 100%; border: 0; }
      @media (max-width: 480px) { section { right: 0; bottom: 0; width: 100vw; height: min(78dvh, 540px); border-radius: 14px 14px 0 0; } }
      @media print { section { display: none; } }`);
    root.adoptedStyleSheets = [sheet];
    const panel = document.createElement('section');
    panel.setAttribute('aria-label', words.title);
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = words.close;
    close.addEventListener('click', () => host.remove());
    panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') host.remove();
    });
    const frame = document.createElement('iframe');
    frame.title = words.title;
    frame.src = address.href;
    panel.append(close, frame);
    root.append(panel);
    document.body.append(host);
    remember();
  };

  if (!wasAsked()) setTimeout(show, Number(after) * 1_000);
})();

import type { FromChat, ToChat } from './widget/frame.ts';

/**
 * What a company's page loads: a button, and behind it a frame with the chat. It stands by itself, without an import, because it runs as
 * a plain script within a page that is not ours; all of it is within this one function and a closed root, so that nothing of that page
 * reaches it, nor it that page. What was said is in the frame alone, at our own address.
 */
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const source = new URL(script.src);
  const { lang = document.documentElement.lang || navigator.language, theme = '' } = script.dataset;
  const italian = lang.toLowerCase().startsWith('it');
  const address = new URL(source.pathname.replace(/\.js$/u, ''), source.origin);
  address.searchParams.set('lang', italian ? 'it' : 'en');
  address.searchParams.set('at', location.origin);
  if (theme !== '') address.searchParams.set('theme', theme);
  const words = italian
    ? { open: 'Apri la chat', close: 'Chiudi la chat', title: 'Chat', unread: (count: number) => (count === 1 ? '1 risposta da leggere' : `${count} risposte da leggere`) }
    : { open: 'Open the chat', close: 'Close the chat', title: 'Chat', unread: (count: number) => (count === 1 ? '1 unread answer' : `${count} unread answers`) };

  const stylesFor = (scheme: string): string => `
    :host { all: initial; color-scheme: ${scheme}; }
    button { position: fixed; right: 20px; bottom: 20px; width: 56px; height: 56px; border: 0; border-radius: 28px; cursor: pointer; z-index: 2147483001;
      background: light-dark(#0b5d66, #5cbcc4); color: light-dark(#fff, #0c1c1e); box-shadow: 0 2px 6px rgb(0 0 0 / 25%), 0 8px 24px rgb(0 0 0 / 20%); }
    button:focus-visible { outline: 3px solid light-dark(#0b5d66, #5cbcc4); outline-offset: 3px; }
    svg { width: 26px; height: 26px; display: block; margin: auto; }
    span { position: absolute; top: -4px; right: -4px; min-width: 22px; height: 22px; border-radius: 11px; background: #a8201a; color: #fff; font: 600 13px/22px system-ui, sans-serif; }
    span[hidden], iframe[hidden] { display: none; }
    iframe { position: fixed; right: 20px; bottom: 88px; width: 384px; height: min(640px, calc(100dvh - 108px)); border: 1px solid light-dark(#cfc8bd, #4a453e); border-radius: 14px; z-index: 2147483002;
      background: light-dark(#fff, #1f1d1a); box-shadow: 0 16px 48px rgb(0 0 0 / 25%); }
    @media (max-width: 480px), (max-height: 480px) { iframe { inset: 0; width: 100%; height: 100dvh; border: 0; border-radius: 0; } }
    @media print { button, iframe { display: none; } }`;

  const begun = `presa.chat.begun.${address.pathname}`;
  // A page may forbid its scripts to remember anything; then the chat is fetched when it is opened, and not before.
  const remember = (is: boolean): void => {
    try {
      if (is) localStorage.setItem(begun, '1');
      else localStorage.removeItem(begun);
    } catch {
      // See above.
    }
  };
  const wasBegun = (): boolean => {
    try {
      return localStorage.getItem(begun) === '1';
    } catch {
      return false;
    }
  };

  const makeIcon = (): SVGElement => {
    const draw = (tag: string, given: Readonly<Record<string, string>>): SVGElement => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      return element;
    };
    const icon = draw('svg', { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8', 'stroke-linejoin': 'round', 'aria-hidden': 'true' });
    icon.append(draw('path', { d: 'M4 5h16v11H9l-5 4z' }));
    return icon;
  };

  const makeParts = () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    // A sheet of our own and no style element, which the policy of a careful site would refuse.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(stylesFor(theme === 'light' || theme === 'dark' ? theme : 'light dark'));
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.type = 'button';
    const badge = document.createElement('span');
    badge.setAttribute('aria-hidden', 'true');
    button.append(makeIcon(), badge);
    root.append(button);
    return { host, root, button, badge };
  };
  const { host, root, button, badge } = makeParts();

  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let isOpen = false;
  let unread = 0;

  const tell = (message: ToChat): void => {
    if (isReady) frame?.contentWindow?.postMessage(message, address.origin);
  };
  const draw = (): void => {
    if (frame !== undefined) frame.hidden = !isOpen;
    badge.hidden = unread === 0;
    badge.textContent = String(unread);
    button.setAttribute('aria-expanded', String(isOpen));
    button.setAttribute('aria-label', [isOpen ? words.close : words.open, ...(unread > 0 ? [words.unread(unread)] : [])].join(', '));
  };
  const fetchFrame = (): void => {
    if (frame !== undefined) return;
    frame = document.createElement('iframe');
    frame.title = words.title;
    frame.hidden = true;
    frame.src = address.href;
    frame.allow = 'clipboard-write';
    root.append(frame);
  };
  const turn = (open: boolean): void => {
    isOpen = open;
    fetchFrame();
    draw();
    tell({ type: 'presa:chat', is: open ? 'open' : 'closed' });
    if (open) frame?.focus();
    else button.focus();
  };

  button.addEventListener('click', () => turn(!isOpen));
  addEventListener('message', (event: MessageEvent<FromChat>) => {
    if (frame === undefined || event.source !== frame.contentWindow || event.origin !== address.origin || event.data.type !== 'presa:chat') return;
    if (event.data.is === 'close') return turn(false);
    if (event.data.is === 'ready') {
      isReady = true;
      return tell({ type: 'presa:chat', is: isOpen ? 'open' : 'closed' });
    }
    unread = event.data.unread;
    remember(event.data.begun);
    return draw();
  });
  draw();
  const stand = (): void => void document.body.append(host);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', stand);
  else stand();
  // Whoever has a conversation hears of an answer on whichever page of the site they are.
  if (wasBegun()) fetchFrame();
})();

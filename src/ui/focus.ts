/** `<Textarea ref={focusWhenShown} />`: puts whoever asked for this field into it, once, when it comes onto the page. */
export const focusWhenShown = (shown: HTMLElement | null): void => shown?.focus();

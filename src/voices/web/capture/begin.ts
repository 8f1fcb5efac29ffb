import { useEffect, useRef } from 'react';

/** How the conversation on the screen begins a capture, for what stands outside it: the button beside the reply. */
let begin: (() => void) | null = null;

export const beginCapture = (): void => begin?.();

/** Registers how a capture begins, for as long as the conversation is on the screen. */
export const useBeginning = (run: () => void): void => {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const own = (): void => latest.current();
    begin = own;
    return () => {
      if (begin === own) begin = null;
    };
  }, []);
};

import { Button } from '#ui/Button.tsx';
import { useTexts } from '#ui/language.tsx';
import { captureTexts } from '../capture-texts.ts';
import { beginCapture } from './begin.ts';

/** Begins a capture from beside the reply; what is marked in the conversation stays marked under the pointer. `keyless` where fingers press. */
export function CaptureButton({ keyless = false }: { keyless?: boolean }) {
  const texts = useTexts(captureTexts);
  return <Button {...(!keyless && { keys: 'v' })} onMouseDown={(event) => event.preventDefault()} onClick={beginCapture}>{texts.short}</Button>;
}

import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { useAct } from '#app/web/client.ts';
import { uploadAttachment, type AttachmentView } from '#cases/contract.ts';
import { base64Of } from '#ui/base64-of.ts';
import { useTexts } from '#ui/language.tsx';
import { writingTexts } from '../texts/writing.ts';

const largest = 25_000_000;

/** The files of what is being written: chosen, dragged or pasted in, and on the server before the words leave. */
export const useUploads = (caseId: string) => {
  const texts = useTexts(writingTexts);
  const [files, setFiles] = useState<readonly AttachmentView[]>([]);
  const [going, setGoing] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const upload = useAct(uploadAttachment);

  const addOne = async (file: File) => {
    if (file.size > largest) return setProblem(texts.tooLarge(file.name));
    setGoing((now) => now + 1);
    try {
      const body = { name: file.name || 'file', type: file.type || 'application/octet-stream', base64: await base64Of(file) };
      const added = await upload.mutateAsync({ params: { id: caseId }, body });
      setFiles((now) => [...now, added]);
    } catch (error) {
      setProblem((error as { words?: string }).words ?? String(error));
    }
    return setGoing((now) => now - 1);
  };
  const add = (list: Iterable<File>) => {
    setProblem(null);
    for (const file of list) void addOne(file);
  };
  return {
    files, uploading: going > 0, problem, isOver, add,
    remove: (id: string) => setFiles((now) => now.filter((one) => one.id !== id)),
    clear: () => setFiles([]),
    restore: (list: readonly AttachmentView[]) => setFiles(list),
    onPaste: (event: ClipboardEvent) => {
      if (event.clipboardData.files.length === 0) return;
      event.preventDefault();
      add(event.clipboardData.files);
    },
    place: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: () => setIsOver(false),
      onDrop: (event: DragEvent) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        setIsOver(false);
        add(event.dataTransfer.files);
      },
    },
  };
};
export type Uploads = ReturnType<typeof useUploads>;

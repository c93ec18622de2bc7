import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../lib/errors.ts';
import { Glyph } from '../ui/glyph.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

interface PictureViewProps {
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly camera: 'off' | 'on' | 'refused';
  readonly onPictures: (pictures: readonly Blob[]) => void;
  readonly onText: (text: string) => void;
  readonly onCamera: () => void;
  readonly onCameraOff: () => void;
  /** The camera's picture while it is on. */
  readonly children?: ComponentChildren;
}

function picturesOf(transfer: DataTransfer | null): readonly Blob[] {
  return Array.from(transfer?.files ?? []).filter((file) => file.type.startsWith('image/'));
}

/** QR codes from files, from what is dropped or pasted, and from the camera. */
export function PictureView(props: PictureViewProps) {
  const words = useWords();
  const [over, setOver] = useState<'over' | 'out'>('out');
  const take = (transfer: DataTransfer | null): void => {
    const pictures = picturesOf(transfer);
    const text = transfer?.getData('text/plain') ?? '';
    if (pictures.length > 0) props.onPictures(pictures);
    else if (text.trim() !== '') props.onText(text);
  };
  return (
    <main
      class={`view drop drop-${over}`}
      // Pasting anywhere in the page is meant for it: there is nothing to type here.
      onPaste={(event) => {
        event.preventDefault();
        take(event.clipboardData);
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver('over');
      }}
      onDragLeave={() => setOver('out')}
      onDrop={(event) => {
        event.preventDefault();
        setOver('out');
        take(event.dataTransfer);
      }}
    >
      <h1>{words('picture_title')}</h1>
      <p>{words('picture_hint')}</p>
      <ErrorNote code={props.errorCode} />
      <div class="actions">
        <label class="button button-primary">
          <Glyph name="add" />
          {words('picture_choose')}
          <input
            class="unseen"
            type="file"
            accept="image/*"
            multiple
            disabled={props.busy}
            onChange={({ currentTarget }) => {
              props.onPictures(Array.from(currentTarget.files ?? []));
              // The same file may be chosen again after it was mended.
              currentTarget.value = '';
            }}
          />
        </label>
        <button
          type="button"
          class="button"
          aria-pressed={props.camera === 'on'}
          onClick={props.camera === 'on' ? props.onCameraOff : props.onCamera}
        >
          <Glyph name="scan" />
          {words(props.camera === 'on' ? 'picture_camera_off' : 'picture_camera')}
        </button>
      </div>
      {props.camera === 'refused' && (
        <p class="note note-warning" role="alert">
          <Glyph name="warning" />
          <span>{words('picture_camera_refused')}</span>
        </p>
      )}
      {props.children}
    </main>
  );
}

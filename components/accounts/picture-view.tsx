import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../lib/errors.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { useWords } from '../ui/words.ts';

interface PictureViewProps {
  readonly busy: boolean;
  readonly errorCode: ErrorCode | undefined;
  readonly camera: 'off' | 'on' | 'refused';
  /** Whether the user drags something over the page. */
  readonly drag: 'over' | 'out';
  readonly onPictures: (pictures: readonly Blob[]) => void;
  readonly onCamera: () => void;
  readonly onCameraOff: () => void;
  /** The camera's picture while it is on. */
  readonly children?: ComponentChildren;
}

/** QR codes from files, from what is dropped or pasted, and from the camera. */
export function PictureView(props: PictureViewProps) {
  const words = useWords();
  return (
    <main class="view">
      <BackLink href="/options.html#transfer" label={words('settings_transfer')} />
      <h1>{words('picture_title')}</h1>
      <div class={`drop drop-${props.drag}`}>
        <p>{words('picture_hint')}</p>
        <div class="actions">
          <label class="button button-primary">
            <Icon name="add" />
            {words('picture_choose')}
            <input
              class="unseen"
              type="file"
              accept="image/*"
              multiple
              disabled={props.busy}
              onChange={({ currentTarget }) => {
                props.onPictures(Array.from(currentTarget.files ?? []));
                // The browser tells of the same file again only if the field was emptied.
                currentTarget.value = '';
              }}
            />
          </label>
          <button
            type="button"
            class="button"
            onClick={props.camera === 'on' ? props.onCameraOff : props.onCamera}
          >
            <Icon name="scan" />
            {words(props.camera === 'on' ? 'picture_camera_off' : 'picture_camera')}
          </button>
        </div>
      </div>
      <ErrorNote code={props.errorCode} />
      {props.errorCode === 'pictures-too-many' && (
        <div class="actions">
          <a class="button" href="/import.html">
            {words('import_title')}
          </a>
        </div>
      )}
      {props.camera === 'refused' && (
        <p class="note note-warning" role="alert">
          <Icon name="warning" />
          <span>{words('picture_camera_refused')}</span>
        </p>
      )}
      {props.children}
    </main>
  );
}

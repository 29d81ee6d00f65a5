import { type ChangeEvent, useEffect, useState } from 'react';
import type { FieldPhoto } from '../../lib/field-records/field-record.ts';
import './field-work.css';

const KINDS = 'image/jpeg,image/png,image/webp';

export interface PhotoWords {
  readonly take: string;
  readonly alt: (n: number) => string;
  readonly remove: (n: number) => string;
}

function Thumb({
  photo,
  n,
  words,
  onRemove,
}: {
  photo: FieldPhoto;
  n: number;
  words: PhotoWords;
  onRemove: () => void;
}) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(photo.blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo.blob]);
  return (
    <li>
      {url && <img src={url} alt={words.alt(n)} />}
      {!photo.sent && (
        <button type="button" aria-label={words.remove(n)} onClick={onRemove}>
          ×
        </button>
      )}
    </li>
  );
}

/** Photos taken on the spot, and the button for more; what the server has cannot be removed. */
export function TakePhotos({
  photos,
  words,
  onAdd,
  onRemove,
}: {
  photos: readonly FieldPhoto[];
  words: PhotoWords;
  onAdd: (files: readonly File[]) => void;
  onRemove: (key: string) => void;
}) {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) onAdd(files);
  };
  return (
    <div className="fieldwork-take">
      {photos.length > 0 && (
        <ul className="fieldwork-photos">
          {photos.map((photo, at) => (
            <Thumb key={photo.key} photo={photo} n={at + 1} words={words} onRemove={() => onRemove(photo.key)} />
          ))}
        </ul>
      )}
      <label className="fieldwork-button">
        {words.take}
        <input type="file" className="sr-only" accept={KINDS} capture="environment" multiple onChange={take} />
      </label>
    </div>
  );
}

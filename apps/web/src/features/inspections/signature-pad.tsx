import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeId } from '../../lib/make-id.ts';
import type { FieldDraft } from './field-draft.ts';
import type { FieldHandle } from './use-field-draft.ts';

const WIDTH = 640;
const HEIGHT = 220;

/** Draws with a finger; the picture is kept with the record and sent as its own photo. */
export function SignaturePad({ draft, handle }: { draft: FieldDraft; handle: FieldHandle }) {
  const { t } = useTranslation('inspections');
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  const [touched, setTouched] = useState(false);
  const kept = draft.photos.find((photo) => photo.item === 'signature');
  // What was signed before the pad appeared; strokes are added to it.
  const before = useRef(kept?.blob);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.lineWidth = 4;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = '#1c2a4a';
    if (before.current) void createImageBitmap(before.current).then((image) => context.drawImage(image, 0, 0));
  }, []);
  const point = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * WIDTH,
      y: ((event.clientY - box.top) / box.height) * HEIGHT,
    };
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    const { x, y } = point(event);
    const context = event.currentTarget.getContext('2d');
    context?.beginPath();
    context?.moveTo(x, y);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current) return;
    const { x, y } = point(event);
    const context = event.currentTarget.getContext('2d');
    context?.lineTo(x, y);
    context?.stroke();
    setTouched(true);
  };
  const end = () => {
    if (!drawing.current) return;
    drawing.current = false;
    canvas.current?.toBlob((blob) => {
      if (!blob || !touched) return;
      const others = draft.photos.filter((photo) => photo.item !== 'signature');
      const key = kept?.key ?? makeId();
      const takenAt = new Date().toISOString();
      handle.change({
        photos: [...others, { key, name: 'signature.png', blob, item: 'signature', takenAt, sent: false }],
      });
    }, 'image/png');
  };
  const clear = () => {
    const context = canvas.current?.getContext('2d');
    context?.fillRect(0, 0, WIDTH, HEIGHT);
    setTouched(false);
    handle.change({ photos: draft.photos.filter((photo) => photo.item !== 'signature') });
  };
  return (
    <div className="insp-sign">
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={t('sign.pad')}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <p className="muted">
        {t('sign.help')}{' '}
        <button type="button" className="link" onClick={clear}>
          {t('sign.clear')}
        </button>
      </p>
    </div>
  );
}

import type { LikeRegionView } from '@jince/contract';
import './region-picture.css';

interface RegionPictureProps {
  readonly src: string;
  readonly label: string;
  /** The grid in which the regions are told. */
  readonly size: { readonly width: number; readonly height: number };
  readonly boxes: readonly LikeRegionView['found'][];
}

const MARGIN = 10;

/** What is drawn: the regions with some room around them, so that a small drawing on a large ground can be seen. */
function viewOf({ size, boxes }: Pick<RegionPictureProps, 'size' | 'boxes'>): string {
  if (boxes.length === 0) return `-2 -2 ${size.width + 4} ${size.height + 4}`;
  const left = Math.max(0, Math.min(...boxes.map((box) => box.left)) - MARGIN);
  const top = Math.max(0, Math.min(...boxes.map((box) => box.top)) - MARGIN);
  const right = Math.min(size.width, Math.max(...boxes.map((box) => box.left + box.width)) + MARGIN);
  const bottom = Math.min(size.height, Math.max(...boxes.map((box) => box.top + box.height)) + MARGIN);
  return `${left - 2} ${top - 2} ${right - left + 4} ${bottom - top + 4}`;
}

/** A picture with the regions in which it is like another one; the same number is the same region in both. */
export function RegionPicture({ src, label, size, boxes }: RegionPictureProps) {
  return (
    <svg className="region-picture" role="img" aria-label={label} viewBox={viewOf({ size, boxes })}>
      <image href={src} width={size.width} height={size.height} preserveAspectRatio="none" />
      {boxes.map((box, at) => (
        <g key={`${box.left} ${box.top} ${box.width} ${box.height}`} className={`region-${at % 4}`}>
          <rect x={box.left} y={box.top} width={box.width} height={box.height} rx={1.5} />
          <text
            x={at % 2 === 0 ? box.left + 1 : box.left + box.width - 5}
            y={at % 4 < 2 ? box.top + 6 : box.top + box.height - 1}
          >
            {at + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

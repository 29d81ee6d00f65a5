import type { LikeRegionView } from '@jince/contract';

interface RegionPictureProps {
  readonly src: string;
  readonly label: string;
  /** The grid in which the regions are told. */
  readonly size: { readonly width: number; readonly height: number };
  readonly boxes: readonly LikeRegionView['found'][];
}

/** A picture with the regions in which it is like another one; the same number is the same region in both. */
export function RegionPicture({ src, label, size, boxes }: RegionPictureProps) {
  return (
    <svg
      className="region-picture"
      role="img"
      aria-label={label}
      viewBox={`-2 -2 ${size.width + 4} ${size.height + 4}`}
    >
      <image href={src} width={size.width} height={size.height} preserveAspectRatio="none" />
      {boxes.map((box, at) => (
        <g key={`${box.left} ${box.top} ${box.width} ${box.height}`} className={`region-${at % 4}`}>
          <rect x={box.left} y={box.top} width={box.width} height={box.height} rx={1.5} />
          <text x={box.left + 2} y={box.top + 9}>
            {at + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

import './sparkline.css';

interface SparklineProps {
  readonly points: readonly { readonly on: string; readonly value: number | null }[];
  readonly width?: number;
  readonly height?: number;
  /** What the line shows, for someone who hears the page. */
  readonly label: string;
}

/** The shape of a trend in one line of text. Fitted to its own range: it shows direction, not size. */
export function Sparkline({ points, width = 96, height = 24, label }: SparklineProps) {
  const known = points.flatMap((point, index) => (point.value === null ? [] : [{ index, value: point.value }]));
  if (known.length < 2) return null;
  const values = known.map((one) => one.value);
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const last = points.length - 1;
  const x = (index: number) => 2 + (index / last) * (width - 6);
  const y = (value: number) => 3 + (1 - (value - low) / span) * (height - 6);
  const path = known
    .map(({ index, value }, at) => {
      const joined = at > 0 && known[at - 1]?.index === index - 1;
      return `${joined ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
  const end = known.at(-1);
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={path} />
      {end && <circle cx={x(end.index)} cy={y(end.value)} r="2.4" />}
    </svg>
  );
}

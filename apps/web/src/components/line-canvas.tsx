import { useEffect, useRef, useState } from 'react';
import { formatCount, formatExact } from '../lib/format.ts';
import { axisStep } from './axis-step.ts';
import type { ChartData } from './chart.tsx';
import './line-canvas.css';

const colours = ['#24476b', '#a9792b', '#2f6b59', '#5d7fa3'];
const pad = { left: 52, right: 20, top: 26, bottom: 24 };

function useWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!place.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return [place, width];
}

/** Lines from zero with the last value written beside them; incomplete stretches are dashed. Small enough for the first load. */
export function LineCanvas({ data, height }: { data: ChartData; height: number }) {
  const [place, width] = useWidth();
  const [at, setAt] = useState<number>();
  const last = data.categories.length - 1;
  const most = Math.max(1, ...data.series.flatMap((one) => one.values));
  const step = axisStep(most);
  const top = Math.ceil(most / step) * step;
  const x = (index: number) => pad.left + (last === 0 ? 0 : (index / last) * (width - pad.left - pad.right));
  const y = (value: number) => pad.top + (1 - value / top) * (height - pad.top - pad.bottom);
  const every = Math.max(1, Math.ceil(data.categories.length / Math.max(1, Math.floor(width / 96))));
  const firstOpen = data.incomplete?.indexOf(true) ?? -1;
  const solidTo = firstOpen === -1 ? last : Math.max(0, firstOpen - 1);
  const path = (values: readonly number[], from: number, to: number) =>
    values
      .slice(from, to + 1)
      .map((value, index) => `${index === 0 ? 'M' : 'L'}${x(from + index).toFixed(1)} ${y(value).toFixed(1)}`)
      .join('');
  const hover = (event: React.PointerEvent<SVGSVGElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const index = Math.round(((left - pad.left) / Math.max(1, width - pad.left - pad.right)) * last);
    setAt(Math.min(last, Math.max(0, index)));
  };
  const shown = at ?? last;
  return (
    <div ref={place} className="line-canvas" style={{ height }}>
      {width > 0 && last >= 0 && (
        <svg
          width={width}
          height={height}
          aria-hidden="true"
          onPointerMove={hover}
          onPointerLeave={() => setAt(undefined)}
        >
          {Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step).map((value) => (
            <g key={value}>
              <path className="grid" d={`M${pad.left} ${y(value)}H${width - pad.right}`} />
              <text x={pad.left - 8} y={y(value) + 4} textAnchor="end">
                {formatCount(value)}
              </text>
            </g>
          ))}
          {data.categories.map((category, index) =>
            index % every === 0 ? (
              <text
                key={category}
                x={x(index)}
                y={height - 6}
                textAnchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}
              >
                {category}
              </text>
            ) : null,
          )}
          {at !== undefined && <path className="cursor" d={`M${x(at)} ${pad.top}V${height - pad.bottom}`} />}
          {data.series.map((one, index) => (
            <g key={one.name} style={{ color: colours[index % colours.length] }}>
              <path className="line" d={path(one.values, 0, solidTo)} />
              {solidTo < last && <path className="line open" d={path(one.values, solidTo, last)} />}
              <circle cx={x(shown)} cy={y(one.values[shown] ?? 0)} r="3.6" />
              <text
                className="value"
                x={x(shown)}
                y={y(one.values[shown] ?? 0) - 9}
                textAnchor={shown > last - 1 && last > 0 ? 'end' : shown === 0 ? 'start' : 'middle'}
              >
                {at !== undefined && `${data.categories[shown]}  `}
                {formatExact(one.values[shown] ?? 0)}
                {data.incomplete?.[shown] && ' *'}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}

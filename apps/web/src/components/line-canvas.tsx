import { useEffect, useRef, useState } from 'react';
import { formatCount, formatExact } from '../lib/format.ts';
import type { ChartData } from './chart.tsx';
import { ForecastFan, TargetMarks } from './line-extras.tsx';
import './line-canvas.css';
import { type Frame, linePath, placesOf, type Scale, scaleOf, spacedLabels } from './line-scale.ts';

const colours = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)'];
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

function Axes({
  frame,
  scale,
  labels,
}: {
  frame: Frame;
  scale: Scale;
  labels: readonly { at: number; text: string }[];
}) {
  const shown = spacedLabels(
    labels.map((label) => scale.x(label.at)),
    84,
  );
  return (
    <>
      {scale.ticks.map((value) => (
        <g key={value}>
          <path className="grid" d={`M${frame.left} ${scale.y(value)}H${frame.width - frame.right}`} />
          <text x={frame.left - 8} y={scale.y(value) + 4} textAnchor="end">
            {formatCount(value)}
          </text>
        </g>
      ))}
      {shown.map((index) => {
        const label = labels[index] as { at: number; text: string };
        const x = scale.x(label.at);
        return (
          <text
            key={label.text}
            x={x}
            y={frame.height - 6}
            textAnchor={x < frame.left + 30 ? 'start' : x > frame.width - frame.right - 30 ? 'end' : 'middle'}
          >
            {label.text}
          </text>
        );
      })}
    </>
  );
}

/** The last day with a value: what is written beside the line when nothing is pointed at. */
function lastKnown(data: ChartData): number {
  const known = data.categories.map((_, index) => data.series.some((one) => one.values[index] != null));
  return Math.max(0, known.lastIndexOf(true));
}

function Lines({
  data,
  scale,
  places,
  at,
}: {
  data: ChartData;
  scale: Scale;
  places: number[];
  at: number | undefined;
}) {
  const last = places.length - 1;
  const firstOpen = data.incomplete?.indexOf(true) ?? -1;
  const solidTo = firstOpen === -1 ? last : Math.max(0, firstOpen - 1);
  const shown = at ?? lastKnown(data);
  const x = scale.x(places[shown] ?? 0);
  return data.series.map((one, index) => {
    const points = one.values.map((value, place) => ({
      x: scale.x(places[place] ?? 0),
      y: value === null ? null : scale.y(value),
    }));
    const value = one.values[shown] ?? null;
    const atEnd = x > scale.x(places[last] ?? 0) - 40 && last > 0;
    return (
      <g key={one.name} style={{ color: colours[index % colours.length] }}>
        <path className="line" d={linePath(points.slice(0, solidTo + 1))} />
        {solidTo < last && <path className="line open" d={linePath(points.slice(solidTo))} />}
        {value !== null && (
          <>
            <circle cx={x} cy={scale.y(value)} r="3.6" />
            <text
              className="value"
              x={x}
              y={scale.y(value) - 9}
              textAnchor={atEnd || data.forecast ? 'end' : shown === 0 ? 'start' : 'middle'}
            >
              {at !== undefined && `${data.categories[shown]}  `}
              {formatExact(value, data.decimals ?? 0)}
              {data.incomplete?.[shown] && ' *'}
            </text>
          </>
        )}
      </g>
    );
  });
}

/** Lines with the last value written beside them; incomplete stretches are dashed. Small enough for the first load. */
export function LineCanvas({ data, height }: { data: ChartData; height: number }) {
  const [place, width] = useWidth();
  const [at, setAt] = useState<number>();
  const { forecast, marks = [] } = data;
  const outer = [...data.categories, ...(forecast ? [forecast.at] : []), ...marks.map((mark) => mark.at)];
  const allPlaces = placesOf(outer);
  const places = allPlaces.slice(0, data.categories.length);
  const placeOf = (day: string) => allPlaces[outer.indexOf(day)] ?? 0;
  const values = data.series.flatMap((one) => one.values.filter((value) => value !== null));
  const all = [...values, ...(forecast ? [forecast.low, forecast.high] : []), ...marks.map((mark) => mark.value)];
  const frame = { width, height, ...pad, right: forecast || marks.length > 0 ? 64 : pad.right };
  const scale = scaleOf(all, allPlaces, frame, data.fit ?? false);
  const labels = [
    ...data.categories.map((text, index) => ({ at: places[index] ?? 0, text })),
    ...(forecast && forecast.at > (data.categories.at(-1) ?? '')
      ? [{ at: placeOf(forecast.at), text: forecast.at }]
      : []),
  ];
  const hover = (event: React.PointerEvent<SVGSVGElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const distances = places.map((one) => Math.abs(scale.x(one) - left));
    setAt(distances.indexOf(Math.min(...distances)));
  };
  const known = lastKnown(data);
  const from = data.series[0]?.values[known];
  return (
    <div ref={place} className="line-canvas" style={{ height }}>
      {width > 0 && places.length > 0 && (
        <svg
          width={width}
          height={height}
          aria-hidden="true"
          onPointerMove={hover}
          onPointerLeave={() => setAt(undefined)}
        >
          <Axes frame={frame} scale={scale} labels={labels} />
          {at !== undefined && (
            <path className="cursor" d={`M${scale.x(places[at] ?? 0)} ${pad.top}V${height - pad.bottom}`} />
          )}
          {forecast && from != null && (
            <ForecastFan
              forecast={forecast}
              from={{ x: scale.x(places[known] ?? 0), y: scale.y(from) }}
              x={scale.x(placeOf(forecast.at))}
              y={scale.y}
              decimals={data.decimals ?? 0}
            />
          )}
          <TargetMarks marks={marks} x={(day) => scale.x(placeOf(day))} y={scale.y} decimals={data.decimals ?? 0} />
          <Lines data={data} scale={scale} places={places} at={at} />
        </svg>
      )}
    </div>
  );
}

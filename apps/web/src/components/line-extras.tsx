import { formatExact } from '../lib/format.ts';
import type { ChartData } from './chart.tsx';

interface FanProps {
  readonly forecast: NonNullable<ChartData['forecast']>;
  /** Where the known line ends. */
  readonly from: { readonly x: number; readonly y: number };
  readonly x: number;
  readonly y: (value: number) => number;
  readonly decimals: number;
}

/** Where the line is expected to go on: a dashed line inside the interval it may end in. */
export function ForecastFan({ forecast, from, x, y, decimals }: FanProps) {
  const [low, high] = [y(forecast.low), y(forecast.high)];
  const write = (value: number) => formatExact(value, decimals);
  return (
    <g className="forecast">
      <path className="fan" d={`M${from.x} ${from.y}L${x} ${high}V${low}Z`} />
      <path className="line open" d={`M${from.x} ${from.y}L${x} ${y(forecast.value)}`} />
      <path className="whisker" d={`M${x - 4} ${high}H${x + 4}M${x} ${high}V${low}M${x - 4} ${low}H${x + 4}`} />
      <text x={x + 8} y={Math.min(high + 4, y(forecast.value) - 2)}>
        {write(forecast.high)}
      </text>
      <text x={x + 8} y={Math.max(low + 4, y(forecast.value) + 12)}>
        {write(forecast.low)}
      </text>
    </g>
  );
}

interface MarksProps {
  readonly marks: NonNullable<ChartData['marks']>;
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
  readonly decimals: number;
}

/** Targets on their days: a short bar, as on the gauges. */
export function TargetMarks({ marks, x, y, decimals }: MarksProps) {
  return marks.map((mark) => (
    <g key={mark.at} className="target-mark">
      <path d={`M${x(mark.at) - 9} ${y(mark.value)}h18`} />
      <text x={x(mark.at)} y={y(mark.value) - 6} textAnchor="middle">
        {mark.label} {formatExact(mark.value, decimals)}
      </text>
    </g>
  ));
}

import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { formatCount, formatExact } from '../lib/format.ts';
import type { ChartData } from './chart.tsx';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

const ink = '#1c2733';
const quiet = '#66707b';
const line = '#e6e1d8';
const palette = ['#24476b', '#c99a4b', '#3f7d6a', '#86a2bf', '#b8402c', '#8a7560', '#5d7fa3', '#b7a98c'];

interface CanvasProps {
  readonly data: ChartData;
  readonly height: number;
  readonly onOpen: ((categoryIndex: number, seriesIndex: number) => void) | undefined;
}

const valueAxis = {
  type: 'value' as const,
  min: 0,
  splitNumber: 3,
  axisLabel: { color: quiet, fontSize: 11, formatter: (value: number) => formatCount(value) },
  splitLine: { lineStyle: { color: line } },
};

/** An invisible last piece of a stacked bar that carries the total as a direct label. */
function totalsOf(data: ChartData) {
  const totals = data.categories.map((_, row) => data.series.reduce((sum, one) => sum + (one.values[row] ?? 0), 0));
  return {
    type: 'bar',
    stack: 'all',
    silent: true,
    tooltip: { show: false },
    data: totals.map(() => 0),
    label: {
      show: true,
      position: 'right',
      color: ink,
      formatter: (point: { dataIndex: number }) => formatExact(totals[point.dataIndex] ?? 0),
    },
  };
}

function barOption(data: ChartData): EChartsCoreOption {
  const stacked = data.series.length > 1;
  return {
    grid: { left: 8, right: 64, top: stacked ? 8 : 4, bottom: 22, containLabel: true },
    xAxis: valueAxis,
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: ink, fontSize: 12, width: 150, overflow: 'truncate' },
    },
    tooltip: { trigger: 'item', valueFormatter: (value: number) => `${formatExact(value)} ${data.unit}` },
    series: [
      ...data.series.map((one, index) => ({
        type: 'bar',
        name: one.name,
        stack: 'all',
        barMaxWidth: 18,
        color: palette[index % palette.length],
        data: [...one.values],
        label: stacked
          ? { show: false }
          : {
              show: true,
              position: 'right',
              color: ink,
              formatter: (point: { value: number }) => formatExact(point.value),
            },
      })),
      ...(stacked ? [totalsOf(data)] : []),
    ],
  };
}

/** Draws with echarts (SVG). Loaded only when a chart is on screen. */
export default function BarCanvas({ data, height, onOpen }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      ...barOption(data),
    });
    chart.on('click', (event) => open.current?.(event.dataIndex ?? 0, event.seriesIndex ?? 0));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [data]);
  return <div ref={place} style={{ height, cursor: onOpen ? 'pointer' : undefined }} />;
}

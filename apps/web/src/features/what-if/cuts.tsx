import type { WhatIfResult } from '@jince/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Cartogram } from '../../components/cartogram.tsx';
import { Chart } from '../../components/chart.tsx';
import { Section } from '../../components/section.tsx';
import { type ListFilter, listPatch } from './use-what-if.ts';

interface CutsProps {
  readonly result: WhatIfResult;
  readonly source: string;
  readonly onOpen: (filter: ListFilter) => void;
}

function useHref() {
  const { search } = useLocation();
  return (filter: ListFilter) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(listPatch(filter))) {
      if (value === undefined) next.delete(key);
      else next.set(key, value);
    }
    return `?${next}`;
  };
}

const noValues: Readonly<Record<string, number>> = {};

function Towns({ result, source }: Omit<CutsProps, 'onOpen'>) {
  const { t } = useTranslation('what-if');
  const hrefOf = useHref();
  const buckets = result.cuts.find(({ cut }) => cut === 'town')?.buckets ?? [];
  const tiles = result.towns.map(({ code, label, column, row }) => {
    const bucket = buckets.find((one) => one.code === code);
    return {
      townCode: code,
      label,
      column,
      row,
      width: 1,
      height: 1,
      // Towns out of sight are unknown, not empty.
      values:
        bucket === undefined && !result.whole
          ? noValues
          : { fen: (bucket?.fen ?? 0) / 1_000_000, recipients: bucket?.recipients ?? 0 },
      href: hrefOf({ list: 'lines', town: code }),
    };
  });
  const unknown = buckets.find((one) => one.code === '');
  return (
    <Section title={t('byTown')} note={unknown && t('townUnknown', { count: unknown.recipients })}>
      <Cartogram
        measures={[
          { code: 'fen', label: t('amount'), unit: t('wanYuan') },
          { code: 'recipients', label: t('recipients'), unit: t('parties') },
        ]}
        tiles={tiles}
        note={source}
      />
    </Section>
  );
}

const MOST_BARS = 8;

function Bars({ result, source, onOpen, cut }: CutsProps & { cut: 'section' | 'size' }) {
  const { t } = useTranslation('what-if');
  const buckets = useMemo(
    () => (result.cuts.find((one) => one.cut === cut)?.buckets ?? []).slice(0, MOST_BARS),
    [result, cut],
  );
  const data = useMemo(
    () => ({
      categories: buckets.map((one) => one.label),
      series: [{ name: t('amount'), values: buckets.map((one) => Math.round(one.fen / 10_000) / 100) }],
      unit: t('wanYuan'),
      decimals: 2,
    }),
    [buckets, t],
  );
  return (
    <div className="what-if-bars">
      <h3>{t(`by.${cut}`)}</h3>
      <Chart
        kind="bar"
        label={t(`by.${cut}`)}
        data={data}
        source={cut === 'size' ? `${source} · ${t('sizeNote')}` : source}
        height={Math.max(76, 30 * buckets.length + 30)}
        onOpen={(at) => onOpen({ list: 'lines', [cut]: buckets[at]?.code || 'none' })}
      />
    </div>
  );
}

/** The sum by town, industry and size; each part opens its list. */
export function Cuts(props: CutsProps) {
  const { t } = useTranslation('what-if');
  return (
    <div className="what-if-pair">
      <Towns {...props} />
      <Section title={t('bySectionSize')}>
        <Bars {...props} cut="section" />
        <Bars {...props} cut="size" />
      </Section>
    </div>
  );
}

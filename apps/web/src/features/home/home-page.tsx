import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Cartogram } from '../../components/cartogram.tsx';
import { Chart } from '../../components/chart.tsx';
import { type FigureItem, Figures } from '../../components/figures.tsx';
import { NumberLink } from '../../components/number-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { formatChange, formatExact, formatMoment } from '../../lib/format.ts';
import { type Figure, type Home, homeQuery } from './home-query.ts';
import { PlanChapters } from './plan-chapters.tsx';
import { Waiting } from './waiting.tsx';
import './home.css';

function noteOf(figure: Figure): FigureItem['note'] {
  if (figure.previous === null) return null;
  const change = formatChange(figure.value, figure.previous);
  const text = `${figure.previousLabel ?? ''} ${change ?? ''}`.trim();
  // Fewer firms without a right is progress: the server says by `level` whether the figure is good or bad, not its sign.
  return <span className={figure.level === 'good' ? 'good' : undefined}>{text}</span>;
}

function toItem(figure: Figure): FigureItem {
  return {
    key: figure.code,
    label: figure.label,
    definition: figure.definition,
    value: figure.value,
    unit: figure.unit,
    href: figure.href,
    note: noteOf(figure),
    ...(figure.level === 'late' || figure.level === 'warn' ? { tone: figure.level } : {}),
  };
}

function Freshness({ home }: { home: Home }) {
  const { t } = useTranslation('home');
  const { recentImports: recent } = home;
  return (
    <span>
      {home.dataAsOf ? t('dataAsOf', { at: formatMoment(home.dataAsOf) }) : t('noData')}
      {recent.files > 0 && (
        <>
          {' · '}
          {t('recent.lead')} <NumberLink value={recent.files} href="/imports" label={t('recent.files')} />{' '}
          {t('recent.files')} <NumberLink value={recent.rows} href="/imports" label={t('recent.rows')} />{' '}
          {t('recent.rows')}
          {recent.toDecide > 0 && (
            <>
              {' · '}
              <Link to="/imports" className="late number underlined">
                {t('recent.toDecide', { total: formatExact(recent.toDecide) })}
              </Link>
            </>
          )}
        </>
      )}
    </span>
  );
}

/** Headline figures, the district as tiles, what waits, the trend. */
export function Page() {
  const { t, i18n } = useTranslation('home');
  const [params] = useSearchParams();
  const query = useQuery(homeQuery(params.get('asOf') ?? undefined, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const home = query.data;
  const trend = {
    unit: home.trend.unit,
    categories: home.trend.points.map((point) => point.on),
    series: [{ name: home.trend.label, values: home.trend.points.map((point) => point.value) }],
    incomplete: home.trend.points.map((point) => point.incomplete),
  };
  return (
    <div className="page home">
      <div className="home-main">
        <PageHeader title={home.planTitle} meta={<Freshness home={home} />} />
        <Figures items={home.figures.map(toItem)} />
        <Section
          title={home.trend.label}
          note={home.trend.unit}
          extra={
            <Link className="link" to="/inventory?measure=patents&rows=town&patentKind=invention">
              {t('trendOpen')}
            </Link>
          }
        >
          <Chart kind="line" label={home.trend.label} data={trend} source={home.trend.source} height={220} />
        </Section>
      </div>
      <aside className="home-side">
        <Section title={t('towns')} note={t('townsNote')}>
          <Cartogram measures={home.cartogram.measures} tiles={home.cartogram.tiles} note={home.cartogram.note} />
        </Section>
        <Waiting items={home.waiting} />
      </aside>
      <div className="home-chapters">
        <PlanChapters />
      </div>
    </div>
  );
}

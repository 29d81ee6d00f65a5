import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Chart } from '../../components/chart.tsx';
import { Figures } from '../../components/figures.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api, routes, urlOf } from '../../lib/api.ts';
import { formatExact, formatShare } from '../../lib/format.ts';
import { FilingTable } from './agency-filings.tsx';
import { agencyHref, type Figures as FiguresOf, REGISTER } from './agency-query.ts';
import './agencies.css';

function Headline({ figures }: { figures: FiguresOf }) {
  const { t } = useTranslation('agencies');
  const sum = (field: 'filed' | 'granted') => figures.filings.reduce((all, one) => all + one[field], 0);
  return (
    <Figures
      items={[
        {
          key: 'agencies',
          label: t('localAgencies'),
          value: figures.agencies.local,
          unit: t('unit.agencies'),
          href: `${REGISTER}?local=true`,
        },
        {
          key: 'people',
          label: t('people'),
          value: figures.people.total,
          unit: t('unit.people'),
          href: '/agencies/people',
          note: t('qualified', { count: figures.people.qualified }),
        },
        { key: 'filed', label: t('filedInYear', { year: figures.year }), value: sum('filed'), unit: t('unit.pieces') },
        { key: 'granted', label: t('grantedOfThem'), value: sum('granted'), unit: t('unit.pieces') },
        {
          key: 'unlinked',
          label: t('unlinkedNames'),
          value: figures.unlinked.names,
          unit: t('unit.names'),
          href: '/agencies/names?decision=review,none',
          note: t('unlinkedFilings', { count: figures.unlinked.filings }),
          ...(figures.unlinked.names > 0 ? { tone: 'warn' as const } : {}),
        },
      ]}
    />
  );
}

function Trend({ figures }: { figures: FiguresOf }) {
  const { t } = useTranslation('agencies');
  const last = figures.trend.length - 2;
  return (
    <Section title={t('trendTitle')} note={t('trendNote')}>
      <p className="trend-names">
        {(['patentsFiled', 'patentsFiledLocal', 'trademarksFiled'] as const).map((key) => (
          <span key={key}>{t(key)}</span>
        ))}
      </p>
      <Chart
        kind="line"
        label={t('trendTitle')}
        height={230}
        data={{
          categories: figures.trend.map((one) => String(one.year)),
          unit: t('unit.pieces'),
          series: [
            { name: t('patentsFiled'), values: figures.trend.map((one) => one.patents) },
            { name: t('patentsFiledLocal'), values: figures.trend.map((one) => one.localPatents) },
            { name: t('trademarksFiled'), values: figures.trend.map((one) => one.trademarks) },
          ],
          incomplete: figures.trend.map((one, at) => at >= last && one.year >= Number(figures.asOf.slice(0, 4)) - 1),
        }}
        source={t('source', { date: figures.asOf })}
      />
    </Section>
  );
}

function Top({ figures }: { figures: FiguresOf }) {
  const { t } = useTranslation('agencies');
  return (
    <Section title={t('topTitle', { year: figures.year })} note={figures.concentration.text}>
      <div className="agency-table">
        <table>
          <thead>
            <tr>
              <th>{t('name')}</th>
              {(['filed', 'granted', 'refused', 'share', 'clients', 'towns'] as const).map((key) => (
                <th key={key} className="r">
                  {t(`stat.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.top.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link className="cell-link" to={agencyHref(one.id)}>
                    {one.name}
                  </Link>
                  {!one.inDistrict && <span className="muted"> {t('outside')}</span>}
                </td>
                <td className="r">{formatExact(one.filed)}</td>
                <td className="r">{formatExact(one.granted)}</td>
                <td className="r">{formatExact(one.refused)}</td>
                <td className="r">
                  <i className="share-bar" style={{ width: `${Math.round(one.share * 100)}%` }} aria-hidden="true" />
                  {formatShare(one.share)}
                </td>
                <td className="r">{formatExact(one.clients)}</td>
                <td className="r">{formatExact(one.towns)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Register({ figures }: { figures: FiguresOf }) {
  const { t } = useTranslation('agencies');
  const { byKind, byTown, local, active } = figures.agencies;
  const most = Math.max(1, ...byKind.map((one) => one.count));
  return (
    <div className="agency-two">
      <Section title={t('byKind')} note={t('byKindNote', { local, active })}>
        <ul className="kind-bars">
          {byKind.map((one) => (
            <li key={one.code}>
              <Link to={`${REGISTER}?kind=${one.code}&local=true`}>
                <span>{one.label}</span>
                <i style={{ width: `${(one.count / most) * 100}%` }} className={one.count === 0 ? 'none' : undefined} />
                <b>{formatExact(one.count)}</b>
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('byTown')} note={t('byTownNote')}>
        <ul className="kind-bars">
          {byTown.map((one) => (
            <li key={one.code}>
              <Link to={`${REGISTER}?town=${one.code}`}>
                <span>{one.label}</span>
                <i style={{ width: `${(one.count / Math.max(1, ...byTown.map((town) => town.count))) * 100}%` }} />
                <b>{formatExact(one.count)}</b>
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** The service industry in figures: register, people, filings, concentration; the yearbook as PDF and Word file. */
export function Page() {
  const { t, i18n } = useTranslation('agencies');
  const [params, setParams] = useSearchParams();
  const year = Number(params.get('year')) || undefined;
  const query = useQuery({
    queryKey: ['agency-figures', year ?? null, i18n.language],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.getAgencyFigures({ query: year === undefined ? {} : { year } }, signal),
  });
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const figures = query.data;
  const yearbook = (format: 'pdf' | 'docx') =>
    urlOf(routes.downloadAgencyYearbook, { query: { year: figures.year, format } });
  return (
    <div className="page">
      <PageHeader
        title={t('figuresTitle')}
        crumbs={[{ label: t('register'), to: REGISTER }]}
        meta={<span>{t('figuresAbout', { year: figures.year, date: figures.asOf })}</span>}
        actions={
          <>
            <Select
              value={figures.year}
              aria-label={t('year')}
              options={figures.years.map((value) => ({ value, label: t('yearOf', { year: value }) }))}
              onChange={(value: number) => setParams({ year: String(value) }, { replace: true })}
            />
            <Button href={yearbook('pdf')} download>
              {t('yearbookPdf')}
            </Button>
            <Button href={yearbook('docx')} download>
              {t('yearbookWord')}
            </Button>
          </>
        }
      />
      <Headline figures={figures} />
      <div className="agency-stack">
        <Section title={t('filingsOfYear', { year: figures.year })} note={t('filingsNote')}>
          <FilingTable stats={figures.filings} />
        </Section>
        <Trend figures={figures} />
        <Top figures={figures} />
        <Register figures={figures} />
      </div>
    </div>
  );
}

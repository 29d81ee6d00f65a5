import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Cartogram } from '../../components/cartogram.tsx';
import { Chart } from '../../components/chart.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton, SkeletonLines } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type Home, homeQuery, type Plan, planQuery } from '../../lib/plan.ts';
import { Chapters } from './chapters.tsx';
import { DueList } from './due-list.tsx';
import { Freshness } from './freshness.tsx';
import { Headline } from './headline.tsx';
import { InventoryFigures } from './inventory-figures.tsx';
import { StandingStrip } from './standing-strip.tsx';
import './home.css';

const MyFiles = lazy(() => import('./my-files.tsx'));

/** Browsers fill the screen only while a click is being answered. Where they refuse, the wall fills the window. */
function fillScreen() {
  void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

function Side({ home, plan }: { home: Home; plan: Plan | undefined }) {
  const { t } = useTranslation('home');
  const me = useMe();
  const trend = {
    unit: home.trend.unit,
    categories: home.trend.points.map((point) => point.on),
    series: [{ name: home.trend.label, values: home.trend.points.map((point) => point.value) }],
    incomplete: home.trend.points.map((point) => point.incomplete),
  };
  return (
    <aside className="home-side">
      <Section title={t('towns')} note={t('townsNote')}>
        <Cartogram measures={home.cartogram.measures} tiles={home.cartogram.tiles} note={home.cartogram.note} />
      </Section>
      <DueList due={plan?.due} waiting={home.waiting} />
      {can(me, permissions.readFiles) && (
        <Suspense fallback={null}>
          <MyFiles />
        </Suspense>
      )}
      <Section
        title={home.trend.label}
        note={home.trend.unit}
        extra={
          <Link className="link" to="/inventory?measure=patents&rows=town&patentKind=invention">
            {t('trendOpen')}
          </Link>
        }
      >
        <Chart kind="line" label={home.trend.label} data={trend} source={home.trend.source} height={180} />
      </Section>
      <InventoryFigures figures={home.figures} />
    </aside>
  );
}

function PlanPart({ plan, asOf }: { plan: Plan; asOf: string | undefined }) {
  return (
    <>
      <Headline indicators={plan.headline} asOf={asOf} />
      <StandingStrip plan={plan} />
      <Chapters plan={plan} asOf={asOf} />
      {plan.notes.length > 0 && (
        <footer className="plan-notes">
          {plan.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </footer>
      )}
    </>
  );
}

/** The plan as the first page: headline, clauses with gauges, the district as tiles, what is due. */
export function Page() {
  const { t, i18n } = useTranslation('home');
  const me = useMe();
  const [params] = useSearchParams();
  const asOf = params.get('asOf') ?? undefined;
  const mayRead = can(me, permissions.readPlan);
  const homePart = useQuery(homeQuery(asOf, i18n.language));
  const planPart = useQuery({ ...planQuery(asOf, i18n.language), enabled: mayRead });
  if (homePart.error) return <FailedState error={homePart.error} onRetry={() => homePart.refetch()} />;
  if (!homePart.data) return <PageSkeleton />;
  const home = homePart.data;
  const plan = planPart.data;
  return (
    <div className="page home">
      <div className="home-main">
        <PageHeader
          title={plan?.title ?? home.planTitle}
          meta={<Freshness home={home} plan={plan} />}
          actions={
            mayRead && (
              <Link to="/plan/wall" className="home-wall" onClick={fillScreen}>
                <Button tabIndex={-1}>{t('wall')}</Button>
              </Link>
            )
          }
        />
        {planPart.error && <ErrorBox error={planPart.error} onRetry={() => planPart.refetch()} />}
        {mayRead && planPart.isPending && (
          <div className="panel" aria-busy="true">
            <SkeletonLines lines={12} />
          </div>
        )}
        {plan && <PlanPart plan={plan} asOf={asOf} />}
      </div>
      <Side home={home} plan={plan} />
    </div>
  );
}

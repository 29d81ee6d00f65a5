import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { WeaveMark } from '../../components/weave-mark.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { formatMoment } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { homeQuery, planQuery } from '../../lib/plan.ts';
import { CampaignsPanel } from './campaigns-panel.tsx';
import { ChapterPanel } from './chapter-panel.tsx';
import { HeadlinePanel } from './headline-panel.tsx';
import { MapPanel, TrendPanel } from './register-panels.tsx';
import { type Rotation, useRotation } from './use-rotation.ts';
import { useStageScale, useWallKeys, useWholeWindow } from './use-stage.ts';
import { panelsOf, type WallPanel } from './wall-panels.ts';
import './wall.css';

/** New figures are asked for this often while the wall hangs. */
const refreshMs = 300_000;

function useWallData() {
  const { i18n } = useTranslation();
  const me = useMe();
  const every = { refetchInterval: refreshMs, refetchIntervalInBackground: true };
  const plan = useQuery({ ...planQuery(undefined, i18n.language), ...every });
  const home = useQuery({ ...homeQuery(undefined, i18n.language), ...every, enabled: can(me, permissions.readHome) });
  const campaigns = useQuery({
    queryKey: ['campaigns', 'running', i18n.language],
    queryFn: ({ signal }) => api.listCampaigns({ query: { state: 'running' as never } }, signal),
    ...every,
    enabled: can(me, permissions.readCampaigns),
  });
  return { plan, home, campaigns: campaigns.data?.items ?? [] };
}

function Panel({ panel }: { panel: WallPanel }) {
  if (panel.kind === 'headline') return <HeadlinePanel panel={panel} />;
  if (panel.kind === 'chapter') return <ChapterPanel panel={panel} />;
  if (panel.kind === 'map') return <MapPanel home={panel.home} />;
  if (panel.kind === 'trend') return <TrendPanel home={panel.home} />;
  return <CampaignsPanel campaigns={panel.campaigns} />;
}

function useTitles() {
  const { t } = useTranslation('wall');
  return (panel: WallPanel) => {
    if (panel.kind !== 'chapter') return t(`panel.${panel.kind}`);
    return panel.pages > 1 ? t('pageOf', { title: panel.title, page: panel.page, pages: panel.pages }) : panel.title;
  };
}

interface FootProps {
  readonly panels: readonly WallPanel[];
  readonly rotation: Rotation;
  readonly seconds: number;
  readonly leave: () => void;
}

function Foot({ panels, rotation, seconds, leave }: FootProps) {
  const { t } = useTranslation('wall');
  const titleOf = useTitles();
  return (
    <footer className="wall-foot">
      <nav aria-label={t('panels')}>
        {panels.map((panel, index) => (
          <button
            key={panel.key}
            type="button"
            title={titleOf(panel)}
            aria-label={titleOf(panel)}
            aria-current={index === rotation.at ? 'true' : undefined}
            onClick={() => rotation.show(index)}
          >
            {index === rotation.at && (
              <i
                key={`${rotation.at}${rotation.paused}`}
                className={rotation.paused ? 'still' : undefined}
                style={{ animationDuration: `${seconds}s` }}
              />
            )}
          </button>
        ))}
      </nav>
      <div className="wall-keys">
        <button type="button" onClick={() => rotation.go(-1)}>
          ← {t('previous')}
        </button>
        <button type="button" aria-pressed={rotation.paused} onClick={rotation.toggle}>
          {t(rotation.paused ? 'resume' : 'pause')}
        </button>
        <button type="button" onClick={() => rotation.go(1)}>
          {t('next')} →
        </button>
        <button type="button" onClick={leave}>
          {t('leave')}
        </button>
      </div>
    </footer>
  );
}

/** The plan on a wall screen: large type, panels that turn by themselves. */
export function Page() {
  const { t } = useTranslation(['wall', 'shell', 'common']);
  const me = useMe();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { plan, home, campaigns } = useWallData();
  const asked = Number(params.get('every'));
  const seconds = asked >= 5 && asked <= 600 ? asked : 15;
  const panels = panelsOf(plan.data, home.data, campaigns);
  const rotation = useRotation(panels.length, seconds);
  const leave = useCallback(() => void navigate('/'), [navigate]);
  const scale = useStageScale();
  const titleOf = useTitles();
  useWholeWindow();
  useWallKeys({ go: rotation.go, toggle: rotation.toggle, leave });
  const title = plan.data?.title ?? home.data?.planTitle ?? t('shell:product');
  useEffect(() => {
    document.title = `${title} · ${t('shell:product')}`;
  }, [title, t]);
  const panel = panels[rotation.at];
  const error = plan.error ?? home.error;
  const { dataAsOf } = home.data ?? {};
  return (
    <div className="wall">
      <div className="wall-stage" style={{ transform: `translate(-50%, -50%) scale(${scale})` }}>
        <header>
          <WeaveMark size={52} />
          <h1>{title}</h1>
          <div className="wall-facts">
            {me.district.demo && <b className="wall-demo">{t('shell:demo.mark')}</b>}
            <span>
              {me.district.name}
              {dataAsOf && ` · ${t('common:dataAsOf', { date: formatMoment(dataAsOf) })}`}
            </span>
            {plan.data?.freshness.pending && <span className="warn">{t('pending')}</span>}
            {error && panel && <span className="late">{t(plan.data ? 'stale' : 'absent')}</span>}
          </div>
        </header>
        {panel ? (
          <section key={panel.key} className={`wall-panel ${panel.kind}`} aria-label={titleOf(panel)}>
            <h2>{titleOf(panel)}</h2>
            <Panel panel={panel} />
          </section>
        ) : (
          <section className="wall-panel wall-message" role={error ? 'alert' : 'status'}>
            {error ? (
              <>
                <h2>{describeError(error, t).title}</h2>
                <p>{describeError(error, t).action}</p>
                <button type="button" onClick={() => void Promise.all([plan.refetch(), home.refetch()])}>
                  {t('common:retry')}
                </button>
              </>
            ) : (
              <p>{t(plan.isPending ? 'loading' : 'nothing')}</p>
            )}
          </section>
        )}
        <Foot panels={panels} rotation={rotation} seconds={seconds} leave={leave} />
      </div>
    </div>
  );
}

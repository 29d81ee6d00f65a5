import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { isUnreachable } from '../../lib/kept.ts';
import { useMe } from '../../lib/meta.ts';
import { KeptNote } from './kept-note.tsx';
import { useDrafts } from './use-drafts.ts';
import { useVisitDraft } from './use-visit-draft.ts';
import type { DraftTarget } from './visit-draft.ts';
import { type FormStep, VisitForm } from './visit-form.tsx';
import { myWorkQuery, targetQuery } from './work-query.ts';
import './work.css';

function Writing({
  target,
  steps,
  keptAt,
}: {
  target: DraftTarget;
  steps: readonly FormStep[];
  keptAt?: string | undefined;
}) {
  const { t } = useTranslation('work');
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const handle = useVisitDraft(target, params.get('draft') ?? undefined);
  return (
    <div className="page visit-page">
      <PageHeader
        title={target.name}
        crumbs={[
          { label: t('title'), to: '/cultivation/work' },
          { label: target.campaignTitle, to: `/cultivation/targets/${target.id}` },
        ]}
        meta={<KeptNote keptAt={keptAt} />}
      />
      <section className="panel visit-panel" aria-label={t('form.title')}>
        <VisitForm handle={handle} steps={steps} onDone={() => navigate('/cultivation/work')} />
      </section>
    </div>
  );
}

/** Writing down a visit on a phone. Without network it needs nothing but the list that was opened before. */
export function Page() {
  const { id = '' } = useParams();
  const { i18n } = useTranslation();
  const me = useMe();
  const query = useQuery(targetQuery(me.userId, id, i18n.language));
  const fromDrafts = useDrafts().find((draft) => draft.targetId === id);
  // A target that was never opened is still in the list it was found in.
  const away = isUnreachable(query.error);
  const mine = useQuery({ ...myWorkQuery(me.userId, i18n.language), enabled: away });
  const all = useQuery({ ...myWorkQuery(me.userId, i18n.language, true), enabled: away });
  if (query.data) return <Writing key={id} target={query.data} steps={query.data.steps} keptAt={query.data.keptAt} />;
  if (query.isPending || mine.isFetching || all.isFetching) return <PageSkeleton />;
  const list = [mine.data, all.data].find((one) => one?.items.some((item) => item.id === id));
  const row = away ? list?.items.find((item) => item.id === id) : undefined;
  if (row) return <Writing key={id} target={row} steps={[]} keptAt={list?.keptAt} />;
  if (fromDrafts)
    return (
      <Writing key={id} target={{ id, name: fromDrafts.name, campaignTitle: fromDrafts.campaignTitle }} steps={[]} />
    );
  return <FailedState error={query.error} onRetry={() => query.refetch()} />;
}

import type { RouteOutput, routes } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { JudgeDialog } from './judge-dialog.tsx';
import { ReportStatement } from './report-text.tsx';
import './public-reports.css';

type Group = RouteOutput<typeof routes.getReportGroup>;
type Entry = Group['entries'][number];

interface EntryProps {
  readonly entry: Entry;
  /** Absent once the group is decided. */
  readonly chosen?: boolean | undefined;
  readonly onChoose: (chosen: boolean) => void;
}

function HeldEntry({ entry, chosen, onChoose }: EntryProps) {
  const { t } = useTranslation('public-reports');
  return (
    <li>
      <div className="held-head">
        {chosen !== undefined && (
          <Checkbox checked={chosen} onChange={(event) => onChoose(event.target.checked)}>
            {t('group.choose')}
          </Checkbox>
        )}
        <b>{entry.subjectName}</b>
        <span className="soft">
          {entry.sortLabel} · {entry.kindLabel} · {t(entry.anonymous ? 'anonymous' : 'named')} ·{' '}
          {formatMoment(entry.receivedAt)}
        </span>
        {entry.fileId !== null && (
          <Link className="link" to={`/agencies/reports/${entry.id}`}>
            {t('group.toFile')}
          </Link>
        )}
        {entry.joinedTo !== null && (
          <Link className="link" to={`/agencies/reports/${entry.joinedTo}`}>
            {t('group.toJoined')}
          </Link>
        )}
      </div>
      <ReportStatement report={entry} />
    </li>
  );
}

function Decided({ group }: { group: Group }) {
  const { t } = useTranslation('public-reports');
  if (group.decidedAt === null) return null;
  return (
    <p className="held-note panel">
      <StatusTag tone={group.state === 'released' ? 'good' : 'plain'}>{t(`group.state.${group.state}`)}</StatusTag>
      <span>
        {group.decidedBy} · {formatMoment(group.decidedAt)} · {group.reason}
      </span>
    </p>
  );
}

/** Everything held of one sender, and one decision on it. */
export function Page() {
  const { t, i18n } = useTranslation('public-reports');
  const { id = '' } = useParams();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [deciding, setDeciding] = useState<'release' | 'set-aside'>();
  const query = useQuery({
    queryKey: ['report-group', id, i18n.language],
    queryFn: ({ signal }) => api.getReportGroup({ params: { id } }, signal),
  });
  const group = query.data;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!group) return <PageSkeleton />;
  const open = group.state === 'open';
  const choose = (entry: Entry) => (on: boolean) =>
    setChosen(on ? [...chosen, entry.id] : chosen.filter((one) => one !== entry.id));
  return (
    <div className="page">
      <PageHeader
        title={t('group.count', { n: group.reports })}
        crumbs={[
          { label: t('title'), to: '/agencies/reports' },
          { label: t('group.title'), to: '/agencies/reports/held' },
        ]}
        meta={
          <>
            <MetaItem label={t('group.period')}>
              {formatMoment(group.openedAt)} – {formatMoment(group.lastAt)}
            </MetaItem>
            <span>{t('group.senderHidden')}</span>
          </>
        }
        actions={
          open && (
            <>
              <Button onClick={() => setDeciding('set-aside')}>{t('group.setAside')}</Button>
              <Button type="primary" disabled={chosen.length === 0} onClick={() => setDeciding('release')}>
                {t('group.release', { n: chosen.length })}
              </Button>
            </>
          )
        }
      />
      <Decided group={group} />
      <Section title={t('group.entries')} note={open ? t('group.entriesText') : undefined}>
        <ul className="held-entries">
          {group.entries.map((entry) => (
            <HeldEntry
              key={entry.id}
              entry={entry}
              chosen={open ? chosen.includes(entry.id) : undefined}
              onChoose={choose(entry)}
            />
          ))}
        </ul>
      </Section>
      {deciding && <JudgeDialog id={id} decision={deciding} reports={chosen} onClose={() => setDeciding(undefined)} />}
    </div>
  );
}

import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, today } from '../lib/format.ts';
import { toneOf } from '../lib/tones.ts';
import { AsOfPicker } from './as-of.tsx';
import { type HolderDetail, HolderTable } from './holder-table.tsx';
import { MetaItem, PageHeader } from './page-header.tsx';
import { type Period, PeriodBar } from './period-bar.tsx';
import { Section } from './section.tsx';
import { SourcePanel, type SourcePanelProps } from './source-panel.tsx';
import { StatusTag } from './status-tag.tsx';
import { Timeline } from './timeline.tsx';
import './record-layout.css';

interface RightEvent {
  readonly kind: string;
  readonly on: string;
  readonly label: string;
  readonly detail: string | null;
}

/** What is told of a patent and of a trademark alike. */
interface Right {
  readonly status: string;
  readonly statusReason: string;
  readonly periods: readonly Period[];
  readonly holderDetails: readonly HolderDetail[];
  readonly events: readonly RightEvent[];
  readonly town: string | null;
  readonly updatedAt: string;
}

interface RightPageProps {
  readonly right: Right;
  readonly title: string;
  /** The list it stands in. */
  readonly register: { readonly label: string; readonly to: string };
  readonly number: { readonly label: string; readonly value: string };
  readonly statusLabel: (status: string) => string;
  readonly holdersLabel: string;
  readonly tags: ReactNode;
  /** The next day to keep, beside the status. */
  readonly deadline: ReactNode;
  /** What stands below the status; `onSource` opens where a field came from. */
  readonly main: (onSource: (field: string) => void) => ReactNode;
  /** What stands between holders and events. */
  readonly beside?: ReactNode;
  readonly sources: Pick<SourcePanelProps, 'queryKey' | 'fetchSources'>;
  readonly asOf: string | undefined;
  readonly setAsOf: (date: string | undefined) => void;
}

function Events({ events }: { events: readonly RightEvent[] }) {
  const entries = [...events]
    .sort((a, b) => b.on.localeCompare(a.on))
    .map((event) => ({ key: `${event.kind}${event.on}`, on: event.on, title: event.label, text: event.detail }));
  return <Timeline entries={entries} />;
}

function Head({ right, onSources, ...page }: RightPageProps & { onSources: () => void }) {
  const { t } = useTranslation(['common', 'shell']);
  const { register, number } = page;
  return (
    <PageHeader
      title={page.title}
      crumbs={[{ label: t('shell:chapter.inventory'), to: '/inventory' }, register, { label: number.value }]}
      tags={page.tags}
      meta={
        <>
          <MetaItem label={number.label}>{number.value}</MetaItem>
          {right.town && <MetaItem label={t('right.town')}>{right.town}</MetaItem>}
          <MetaItem label={t('source.title')}>
            <button type="button" className="link" onClick={onSources}>
              {t('source.open')}
            </button>
          </MetaItem>
          <MetaItem label={t('right.updated')}>{formatDay(right.updatedAt)}</MetaItem>
        </>
      }
      actions={<AsOfPicker asOf={page.asOf} onChange={page.setAsOf} />}
    />
  );
}

/** One right: status on any date with its reason, its life, holders, events, and the source of each field. */
export function RightPage(props: RightPageProps) {
  const { t } = useTranslation();
  const [source, setSource] = useState<{ field?: string }>();
  const { right, statusLabel, setAsOf } = props;
  const day = props.asOf ?? today();
  return (
    <div className="page">
      <Head {...props} onSources={() => setSource({})} />
      <div className="standing panel">
        <StatusTag tone={toneOf(right.status)}>{statusLabel(right.status)}</StatusTag>
        <p>
          <span className="muted">{t('standingOn', { date: day })}</span> {right.statusReason}
        </p>
        {props.deadline}
      </div>
      <div className="record">
        <div>
          <Section title={t('right.life')} note={t('right.lifeNote')}>
            <PeriodBar periods={right.periods} labelOf={statusLabel} asOf={day} onDay={setAsOf} />
          </Section>
          {props.main((field) => setSource({ field }))}
        </div>
        <div>
          <Section title={props.holdersLabel} note={t('right.holdersNote')}>
            <HolderTable holders={right.holderDetails} />
          </Section>
          {props.beside}
          <Section title={t('right.events')}>
            <Events events={right.events} />
          </Section>
        </div>
      </div>
      <SourcePanel
        {...props.sources}
        open={source !== undefined}
        onClose={() => setSource(undefined)}
        field={source?.field}
      />
    </div>
  );
}

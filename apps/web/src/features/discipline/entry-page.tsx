import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AppLink } from '../../components/app-link.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { base, type Entry, entryHref, entryKeys, entryQuery, toneOfEntry } from './discipline-query.ts';
import { EntryBeside } from './entry-beside.tsx';
import { EntryChain } from './entry-chain.tsx';
import { EntryEffects } from './entry-effects.tsx';
import './discipline.css';

const subjectHref = (entry: Entry): string | null =>
  entry.subjectKind === 'agency' && entry.agencyId !== null
    ? `/agencies/register/${entry.agencyId}`
    : entry.subjectKind === 'party' && entry.partyId !== null
      ? `/enterprises/${entry.partyId}`
      : null;

function Head({ entry }: { entry: Entry }) {
  const { t } = useTranslation('discipline');
  const href = subjectHref(entry);
  return (
    <PageHeader
      title={entry.subjectName}
      crumbs={[{ label: t('title'), to: base }]}
      tags={
        <>
          <StatusTag tone={toneOfEntry(entry)}>{entry.stateLabel}</StatusTag>
          <StatusTag>{entry.listLabel}</StatusTag>
        </>
      }
      meta={
        <>
          <span className="mono">{entry.number}</span>
          <span>{t(`subject.${entry.subjectKind}`)}</span>
          {entry.code && <span className="mono">{entry.code}</span>}
          {entry.town && <span>{entry.town}</span>}
          {href && <AppLink to={href}>{t('entry.register')}</AppLink>}
          {entry.cause && (
            <MetaItem label={t('entry.cause')}>
              <AppLink to={entryHref(entry.cause.id)}>{entry.cause.label}</AppLink>
            </MetaItem>
          )}
        </>
      }
    />
  );
}

function Basis({ entry }: { entry: Entry }) {
  const { t } = useTranslation('discipline');
  return (
    <Section title={t('entry.basis')}>
      <Descriptions
        items={[
          { key: 'reason', label: t('entry.reason'), value: entry.reason, wide: true },
          { key: 'authority', label: t('entry.authority'), value: entry.authority },
          { key: 'basisNo', label: t('entry.basisNo'), value: entry.basisNo },
          { key: 'conductOn', label: t('entry.conductOn'), value: entry.conductOn },
          { key: 'proposedOn', label: t('entry.proposedOn'), value: entry.proposedOn },
          { key: 'decisionNo', label: t('list.decision'), value: entry.decisionNo },
          { key: 'listArticle', label: t('entry.listArticle'), value: entry.listArticle, wide: true },
          ...(entry.statement === null
            ? []
            : [
                {
                  key: 'statement',
                  label: t('entry.statement', { day: entry.statedOn }),
                  value: entry.statement,
                  wide: true,
                },
              ]),
          ...(entry.repairText === null
            ? []
            : [
                {
                  key: 'repair',
                  label: t('entry.repair', { day: entry.repairAskedOn }),
                  value: entry.repairText,
                  wide: true,
                },
              ]),
          ...(entry.endedOn === null
            ? []
            : [
                {
                  key: 'ended',
                  label: t(`entry.ended.${entry.endedAs}`),
                  value: [entry.endedOn, entry.endedNo, entry.endedReason].filter(Boolean).join(' · '),
                  wide: true,
                },
              ]),
        ]}
      />
    </Section>
  );
}

/** One entry: what it does to whom until when, on what it rests, who answers with it. */
export function Page() {
  const { i18n } = useTranslation('discipline');
  const { id = '' } = useParams();
  const query = useQuery(entryQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const entry = query.data;
  return (
    <div className="page">
      <Head entry={entry} />
      <ProcedurePanel fileId={entry.fileId} refreshes={entryKeys}>
        <EntryEffects entry={entry} />
        <Basis entry={entry} />
        {entry.chain && <EntryChain entry={entry} chain={entry.chain} />}
        <EntryBeside entry={entry} />
      </ProcedurePanel>
    </div>
  );
}

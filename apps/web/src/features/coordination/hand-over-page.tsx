import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { StandingState } from '../../components/clock-cell.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { EvidenceList } from '../../components/evidence-list/evidence-list.tsx';
import { Money } from '../../components/money.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { api } from '../../lib/api.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type HandOver, handOverBase, handOverKeys, handOverQuery, matterBase } from './coordination-query.ts';
import { EditHandOver } from './edit-hand-over.tsx';
import { HandOverPackages } from './hand-over-packages.tsx';
import { ProgressList } from './progress-list.tsx';
import { VersionList } from './version-list.tsx';
import './coordination.css';

function Head({ one }: { one: HandOver }) {
  const { t } = useTranslation('coordination');
  return (
    <PageHeader
      title={one.title}
      crumbs={[{ label: t('title'), to: handOverBase }]}
      tags={
        <>
          <StandingState row={one} />
          <StatusTag>{one.kindLabel}</StatusTag>
          {one.inTime !== null && (
            <StatusTag tone={one.inTime ? 'good' : 'late'}>{t(one.inTime ? 'list.inTime' : 'list.late')}</StatusTag>
          )}
        </>
      }
      meta={
        <>
          <span className="mono">{one.documentNo ?? one.number}</span>
          <span className="way-cell">
            {one.from.name}
            <i aria-hidden="true">→</i>
            <b>{one.to.name}</b>
          </span>
          {one.copies.length > 0 && (
            <MetaItem label={t('page.copies')}>{one.copies.map((body) => body.name).join('、')}</MetaItem>
          )}
          {[one.caseRef, one.clue].map(
            (ref) =>
              ref && (
                <MetaItem key={ref.id} label={t(ref === one.clue ? 'page.clue' : 'page.case')}>
                  {ref.href ? (
                    <Link className="link" to={ref.href}>
                      {ref.number}
                    </Link>
                  ) : (
                    <span className="mono">{ref.number}</span>
                  )}
                </MetaItem>
              ),
          )}
          {one.matters.map((matter) => (
            <MetaItem key={matter.id} label={t('page.matter')}>
              <Link className="link" to={`${matterBase}/${matter.id}`}>
                {matter.title}
              </Link>
            </MetaItem>
          ))}
        </>
      }
    />
  );
}

function Answer({ one }: { one: HandOver }) {
  const { t } = useTranslation('coordination');
  if (one.receivedOn === null) return null;
  return (
    <Section title={t('answer.title')} note={one.onPaper ? t('answer.onPaper') : undefined}>
      <Descriptions
        items={[
          { key: 'received', label: t('answer.receivedOn'), value: one.receivedOn },
          {
            key: 'receiver',
            label: t('answer.receiver'),
            value: [one.receiver, one.receiptNo].filter(Boolean).join(' · '),
          },
          { key: 'accepted', label: t('answer.acceptedOn'), value: one.acceptedOn },
          { key: 'answered', label: t('answer.answeredOn'), value: one.answeredOn },
          { key: 'answer', label: t('answer.answer'), value: one.answer && t(`answer.${one.answer}`) },
          { key: 'no', label: t('answer.no'), value: one.answerNo },
          ...(one.objectedOn ? [{ key: 'objected', label: t('answer.objectedOn'), value: one.objectedOn }] : []),
          {
            key: 'text',
            label: t('answer.text'),
            value: one.answerText && <span className="pre">{one.answerText}</span>,
            wide: true,
          },
        ]}
      />
    </Section>
  );
}

function Text({ one, onEdit }: { one: HandOver; onEdit: () => void }) {
  const { t } = useTranslation('coordination');
  const { content } = one;
  return (
    <Section
      title={t('page.content')}
      extra={
        one.mayEdit && (
          <Button size="small" onClick={onEdit}>
            {t('edit.open')}
          </Button>
        )
      }
    >
      <Descriptions
        items={[
          { key: 'facts', label: t('content.facts'), value: <span className="pre">{content.facts}</span>, wide: true },
          {
            key: 'suspects',
            label: t('content.suspects'),
            value: content.suspects.map((each) => each.name).join('、'),
          },
          {
            key: 'amount',
            label: t('content.amount'),
            value: content.amountFen === null ? null : <Money fen={content.amountFen} unit />,
          },
          {
            key: 'request',
            label: t('content.request'),
            value: <span className="pre">{content.request}</span>,
            wide: true,
          },
        ]}
      />
      {one.direction === 'out' && <VersionList handOver={one} />}
    </Section>
  );
}

/** One hand-over as its bodies see it. */
export function Page() {
  const { t, i18n } = useTranslation('coordination');
  const { id = '' } = useParams();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const query = useQuery(handOverQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const one = query.data;
  return (
    <div className="page">
      <Head one={one} />
      <ProcedurePanel fileId={one.fileId} refreshes={handOverKeys}>
        <Text one={one} onEdit={() => setEditing(true)} />
        <Answer one={one} />
        <ProgressList
          entries={one.progress}
          maySay={one.maySay && one.sentOn !== null}
          onSay={(text) => api.addHandOverProgress({ params: { id }, body: { text } })}
          refreshes={handOverKeys}
          note={t('progress.noteHandOver')}
        />
        {can(me, permissions.readEvidence) && (
          <>
            <Section title={t('page.evidence')} note={t('page.evidenceNote')}>
              <EvidenceList fileId={one.fileId} />
            </Section>
            <HandOverPackages fileId={one.fileId} />
          </>
        )}
      </ProcedurePanel>
      {editing && <EditHandOver handOver={one} onClose={() => setEditing(false)} />}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { StandingState } from '../../components/clock-cell.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { EvidenceList } from '../../components/evidence-list/evidence-list.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { routes, urlOf } from '../../lib/api.ts';
import { formatBytes } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { type Region, regionBase, regionKeys, regionQuery } from './aid-query.ts';
import { NewJointAction } from './new-joint-action.tsx';
import './assistance.css';

function PackageLink({ one, which }: { one: Region; which: 'request' | 'answer' }) {
  const { t } = useTranslation('assistance');
  const found = which === 'request' ? one.package : one.answerPackage;
  if (found === null) return null;
  return (
    <Button size="small" href={urlOf(routes.downloadRegionPackage, { params: { id: one.id, which } })} download>
      {t(`region.package.${which}`, { size: formatBytes(found.size) })}
    </Button>
  );
}

function Letter({ one }: { one: Region }) {
  const { t } = useTranslation('assistance');
  return (
    <Section title={t('region.letter')} extra={<PackageLink one={one} which="request" />}>
      <Descriptions
        items={[
          { key: 'facts', label: t('region.field.facts'), value: <span className="pre">{one.facts}</span>, wide: true },
          { key: 'wish', label: t('region.field.wish'), value: <span className="pre">{one.wish}</span>, wide: true },
          { key: 'marks', label: t('region.field.marks'), value: one.marks.join('、') },
          { key: 'sent', label: t('region.sentOn'), value: one.sentOn },
          { key: 'received', label: t('region.receivedOn'), value: one.receivedOn },
          { key: 'their', label: t('region.field.theirNo'), value: one.theirNo },
        ]}
      />
    </Section>
  );
}

function Reply({ one }: { one: Region }) {
  const { t } = useTranslation('assistance');
  if (one.answeredOn === null) return null;
  return (
    <Section
      title={t('region.reply')}
      note={one.answerNo ?? undefined}
      extra={<PackageLink one={one} which="answer" />}
    >
      <Descriptions
        items={[
          { key: 'result', label: t('region.result'), value: one.resultLabel },
          { key: 'on', label: t('region.answeredOn'), value: one.answeredOn },
          { key: 'answer', label: t('region.answer'), value: <span className="pre">{one.answer}</span>, wide: true },
        ]}
      />
    </Section>
  );
}

function Together({ one, onAdd }: { one: Region; onAdd: () => void }) {
  const { t } = useTranslation('assistance');
  return (
    <Section
      title={t('region.together')}
      note={one.joined ? t('region.togetherShared') : undefined}
      extra={
        one.mayEdit && (
          <Button size="small" onClick={onAdd}>
            {t('region.addAction')}
          </Button>
        )
      }
    >
      {one.actions.length === 0 && <p className="muted">{t('region.noAction')}</p>}
      <ul className="joint-actions">
        {one.actions.map((each) => (
          <li key={each.id}>
            <time className="mono" dateTime={each.on}>
              {each.on}
            </time>
            <div>
              <b>{each.place}</b>
              <p className="pre">{each.text}</p>
              <small>
                {each.bodies} · {each.by}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One request between districts. */
export function Page() {
  const { t, i18n } = useTranslation('assistance');
  const { id = '' } = useParams();
  const me = useMe();
  const [adding, setAdding] = useState(false);
  const query = useQuery(regionQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const one = query.data;
  return (
    <div className="page">
      <PageHeader
        title={one.title}
        crumbs={[{ label: t('region.title'), to: regionBase }]}
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
            <span className="mono">{one.letterNo ?? one.number}</span>
            <MetaItem label={t(`region.${one.direction}`)}>{one.other}</MetaItem>
            <span>{t(one.joined ? 'region.joined' : 'region.outside')}</span>
            {one.sourceHref && (
              <Link className="link" to={one.sourceHref}>
                {t('list.source')}
              </Link>
            )}
            {one.caseRef && (
              <MetaItem label={t('region.case')}>
                {one.caseRef.href ? (
                  <Link className="link" to={one.caseRef.href}>
                    {one.caseRef.number}
                  </Link>
                ) : (
                  <span className="mono">{one.caseRef.number}</span>
                )}
              </MetaItem>
            )}
          </>
        }
      />
      <ProcedurePanel fileId={one.fileId} refreshes={regionKeys}>
        <Letter one={one} />
        <Reply one={one} />
        <Together one={one} onAdd={() => setAdding(true)} />
        {can(me, permissions.readEvidence) && (
          <Section title={t('region.evidence')}>
            <EvidenceList fileId={one.fileId} />
          </Section>
        )}
      </ProcedurePanel>
      {adding && <NewJointAction id={id} onClose={() => setAdding(false)} />}
    </div>
  );
}

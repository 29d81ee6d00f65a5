import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { StandingState } from '../../components/clock-cell.tsx';
import { Descriptions } from '../../components/descriptions.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { AuthorisedUsers } from './authorised-users.tsx';
import { EditMark } from './edit-mark.tsx';
import { IdentificationPoints } from './identification-points.tsx';
import { type Mark, markKeys, markQuery, marksBase, watchBase } from './watch-query.ts';
import './trademark-watch.css';

function Facts({ mark, onEdit }: { mark: Mark; onEdit: () => void }) {
  const { t } = useTranslation('trademark-watch');
  return (
    <Section
      title={t('mark.facts')}
      extra={
        mark.mayEdit && (
          <Button size="small" onClick={onEdit}>
            {t('mark.edit')}
          </Button>
        )
      }
    >
      <Descriptions
        items={[
          { key: 'reason', label: t('mark.reason'), value: <span className="pre">{mark.reason}</span>, wide: true },
          { key: 'criteria', label: t('mark.criteria'), value: mark.criteria.map((one) => one.label).join('、') },
          { key: 'way', label: t('mark.way'), value: t(`way.${mark.way}`) },
          {
            key: 'proof',
            label: t('mark.proof'),
            wide: true,
            value:
              mark.proof.length === 0
                ? null
                : mark.proof.map((one) => (
                    <span key={one.label} className="proof">
                      {one.label}：{one.text}
                    </span>
                  )),
          },
          { key: 'goods', label: t('mark.goods'), value: mark.goods, wide: true },
          {
            key: 'contact',
            label: t('mark.contact'),
            value: [mark.contactName, mark.contactPhone].filter(Boolean).join(' '),
          },
          { key: 'region', label: t('mark.region'), value: mark.region },
          {
            key: 'period',
            label: t('mark.period'),
            value: mark.listedOn === null ? null : `${mark.listedOn} — ${mark.untilOn ?? '…'}`,
          },
          { key: 'ended', label: t('mark.endedReason'), value: mark.endedReason, wide: true },
        ]}
      />
    </Section>
  );
}

function WatchRule({ mark }: { mark: Mark }) {
  const { t } = useTranslation('trademark-watch');
  return (
    <Section
      title={t('rule.title')}
      extra={
        <Link className="link" to={`${watchBase}?mark=${mark.id}`}>
          {t('rule.hits', { count: mark.openHits })}
        </Link>
      }
    >
      <Descriptions
        items={[
          { key: 'sensitivity', label: t('rule.sensitivity'), value: t(`sensitivity.${mark.sensitivity}`), wide: true },
          {
            key: 'classes',
            label: t('rule.classes'),
            value: mark.watchClasses.length === 0 ? t('rule.allClasses') : mark.watchClasses.join('、'),
          },
          { key: 'paused', label: t('rule.paused'), value: t(mark.paused ? 'rule.isPaused' : 'rule.running') },
        ]}
      />
    </Section>
  );
}

/** One protected mark. */
export function Page() {
  const { t, i18n } = useTranslation('trademark-watch');
  const { id = '' } = useParams();
  const [editing, setEditing] = useState(false);
  const query = useQuery(markQuery(id, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  const mark = query.data;
  const body = (
    <>
      <Facts mark={mark} onEdit={() => setEditing(true)} />
      <WatchRule mark={mark} />
      <AuthorisedUsers mark={mark} />
      {mark.points !== null && <IdentificationPoints mark={mark} points={mark.points} />}
    </>
  );
  return (
    <div className="page">
      <PageHeader
        title={mark.name}
        crumbs={[{ label: t('mark.title'), to: marksBase }]}
        tags={
          <>
            <StandingState row={mark} />
            {mark.originName !== null && <StatusTag tone="info">{t('mark.from', { name: mark.originName })}</StatusTag>}
            {mark.paused && <StatusTag tone="warn">{t('rule.isPaused')}</StatusTag>}
          </>
        }
        meta={
          <>
            <span className="mono">{mark.registrationNo}</span>
            <span>{t('mark.classes', { classes: mark.classes.join('、') })}</span>
            <MetaItem label={t('mark.holder')}>
              {mark.partyId ? (
                <Link className="link" to={`/enterprises/${mark.partyId}`}>
                  {mark.holder}
                </Link>
              ) : (
                mark.holder
              )}
            </MetaItem>
          </>
        }
      />
      {mark.originName !== null && <p className="soft">{t('mark.alliance')}</p>}
      {mark.fileId === null ? (
        body
      ) : (
        <ProcedurePanel fileId={mark.fileId} refreshes={markKeys}>
          {body}
        </ProcedurePanel>
      )}
      {editing && <EditMark mark={mark} onClose={() => setEditing(false)} />}
    </div>
  );
}

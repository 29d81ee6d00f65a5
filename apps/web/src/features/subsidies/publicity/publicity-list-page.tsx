import type { PublicRow } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MetaItem, PageHeader } from '../../../components/page-header.tsx';
import { FailedState } from '../../../components/page-states.tsx';
import { DaysLeft } from '../../../components/procedure-panel/days-left.tsx';
import { Section } from '../../../components/section.tsx';
import { PageSkeleton } from '../../../components/skeleton.tsx';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { permissions } from '../../../config/permissions.ts';
import { routes, urlOf } from '../../../lib/api.ts';
import { daysBetween, today } from '../../../lib/format.ts';
import { can, useMe } from '../../../lib/meta.ts';
import { AnswerDialog } from '../objections/answer-dialog.tsx';
import { ObjectionList } from '../objections/objection-list.tsx';
import { RegisterDialog } from '../objections/register-dialog.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { ListChanges } from './list-changes.tsx';
import { ListClaims } from './list-claims.tsx';
import { PublicRows } from './public-rows.tsx';
import { type PublicityList, publicAddress, publicityListQuery } from './publicity-query.ts';
import '../subsidies.css';
import '../claims/claims.css';
import './publicity.css';
import '../../../components/data-table.css';

function Head({ list }: { list: PublicityList }) {
  const { t } = useTranslation(['publicity', 'shell']);
  const file = (format: 'csv' | 'json') =>
    urlOf(routes.downloadPublicList, { params: { id: list.id }, query: { format } });
  return (
    <PageHeader
      title={list.title}
      crumbs={[
        { label: t('shell:chapter.incentives'), to: '/incentives/entitlements' },
        { label: t('title'), to: '/incentives/publicity' },
      ]}
      tags={
        <>
          <StatusTag tone={list.state === 'open' ? 'warn' : 'good'}>{t(`state.${list.state}`)}</StatusTag>
          {list.state === 'open' && list.closesOn && (
            <DaysLeft clock={{ standing: 'running', daysLeft: daysBetween(today(), list.closesOn), waits: true }} />
          )}
          {list.example && <ExampleMark />}
        </>
      }
      meta={
        <>
          <MetaItem label={t('number')}>{list.number}</MetaItem>
          <MetaItem label={t('column.closes')}>
            {t('span', { from: list.openedOn, to: list.closesOn ?? t('toBeFixed') })}
          </MetaItem>
          <span>{t('publish.days', { days: list.workingDays })}</span>
          <MetaItem label={t('issuer')}>{list.issuer}</MetaItem>
          <MetaItem label={t('contact')}>{list.contact}</MetaItem>
        </>
      }
      actions={
        <>
          <Button href={publicAddress(list.id)} target="_blank" rel="noreferrer">
            {t('publicPage')}
          </Button>
          <Button href={file('csv')} download>
            CSV
          </Button>
          <Button href={file('json')} download>
            JSON
          </Button>
        </>
      }
    />
  );
}

/** A publicity list as officers see it: rows as the public reads them, corrections, its claims, objections. */
export function Page() {
  const { t, i18n } = useTranslation('publicity');
  const { id = '' } = useParams();
  const me = useMe();
  const query = useQuery(publicityListQuery(id, i18n.language));
  const [correcting, setCorrecting] = useState<PublicRow>();
  const [answering, setAnswering] = useState<PublicityList['objections'][number]>();
  const [objecting, setObjecting] = useState<PublicityList['claims'][number]>();
  const list = query.data;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!list) return <PageSkeleton />;
  const mayCorrect = can(me, permissions.correctLists);
  const mayHandle = can(me, permissions.handleObjections);
  return (
    <div className="page">
      <Head list={list} />
      <div className="stack">
        <Section title={t('rows.title')} note={t('rows.count', { total: list.rows })} flush>
          <PublicRows
            entries={list.entries}
            totalWan={list.totalWan}
            example={list.example}
            renderTools={(row) =>
              mayCorrect && row.standing !== 'withdrawn' ? (
                <button type="button" className="link row-tool no-print" onClick={() => setCorrecting(row)}>
                  {t('correct.open')}
                </button>
              ) : null
            }
          />
        </Section>
        <ListChanges changes={list.changes} />
        <ListClaims list={list} onObject={mayHandle ? setObjecting : undefined} />
        <Section title={t('tab.objections')}>
          {list.objections.length === 0 ? (
            <p className="soft">{t('noObjections')}</p>
          ) : (
            <ObjectionList objections={list.objections} onAnswer={mayHandle ? setAnswering : undefined} withClaim />
          )}
        </Section>
      </div>
      {correcting && <CorrectDialog list={list} row={correcting} onClose={() => setCorrecting(undefined)} />}
      {answering && <AnswerDialog objection={answering} onClose={() => setAnswering(undefined)} />}
      {objecting && (
        <RegisterDialog
          claim={{ id: objecting.id, label: `${objecting.number} ${objecting.partyName}` }}
          onClose={() => setObjecting(undefined)}
        />
      )}
    </div>
  );
}

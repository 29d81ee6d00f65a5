import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorBox } from '../../../components/error-box.tsx';
import { Money } from '../../../components/money.tsx';
import { Section } from '../../../components/section.tsx';
import { SkeletonLines } from '../../../components/skeleton.tsx';
import type { CandidateGroup } from './publicity-query.ts';
import { PublishDialog } from './publish-dialog.tsx';

function Group({ group, onPublish }: { group: CandidateGroup; onPublish: (claimIds: string[]) => void }) {
  const { t } = useTranslation(['publicity', 'subsidies']);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = group.claims.filter((claim) => !left.has(claim.id));
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Section
      title={`${group.policy.title} ${t('subsidies:version', { n: group.policy.version })}`}
      note={t('waiting.note', { total: group.claims.length, days: group.workingDays })}
      extra={
        <Button type="primary" disabled={chosen.length === 0} onClick={() => onPublish(chosen.map((one) => one.id))}>
          {t('waiting.open', { total: chosen.length })}
        </Button>
      }
      flush
    >
      <ul className="candidates">
        {group.claims.map((claim) => (
          <li key={claim.id}>
            <Checkbox
              checked={!left.has(claim.id)}
              onChange={() => toggle(claim.id)}
              aria-label={t('waiting.choose', { name: claim.partyName })}
            />
            <div>
              <Link className="cell-title" to={`/incentives/applications/${claim.id}`}>
                {claim.partyName}
              </Link>
              <span className="cell-sub">
                <span className="mono">{claim.number}</span> · {claim.items.join(t('comma'))}
              </span>
            </div>
            <Money fen={claim.approvedFen} example={group.policy.example} unit />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Approved claims that wait for publicity, by policy: chosen ones become one list. */
export function Candidates({ query }: { query: UseQueryResult<{ groups: CandidateGroup[] }> }) {
  const { t } = useTranslation('publicity');
  const [publishing, setPublishing] = useState<{ group: CandidateGroup; claimIds: string[] }>();
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={6} />;
  if (query.data.groups.length === 0)
    return (
      <div className="panel">
        <EmptyState title={t('waiting.none')}>{t('waiting.noneText')}</EmptyState>
      </div>
    );
  return (
    <div className="stack">
      {query.data.groups.map((group) => (
        <Group
          key={group.policy.versionId}
          group={group}
          onPublish={(claimIds) => setPublishing({ group, claimIds })}
        />
      ))}
      {publishing && <PublishDialog {...publishing} onClose={() => setPublishing(undefined)} />}
    </div>
  );
}

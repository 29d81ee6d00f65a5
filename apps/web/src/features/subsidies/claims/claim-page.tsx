import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ClaimMaterials } from '../../../components/claim-papers/claim-materials.tsx';
import { MetaItem, PageHeader } from '../../../components/page-header.tsx';
import { FailedState } from '../../../components/page-states.tsx';
import type { ActionDialogProps } from '../../../components/procedure-panel/action-dialog.tsx';
import { ProcedurePanel } from '../../../components/procedure-panel/procedure-panel.tsx';
import { PageSkeleton } from '../../../components/skeleton.tsx';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { ClaimCalculations } from './claim-calculations.tsx';
import { ClaimDialog, hasOwnDialog } from './claim-dialogs.tsx';
import { ClaimDifference } from './claim-difference.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { ClaimPublicity } from './claim-publicity.tsx';
import { type Claim, claimKeys, claimQuery } from './claim-query.ts';
import { ClaimTaken } from './claim-taken.tsx';
import { claimTone } from './claim-tones.ts';
import { EditClaim } from './edit-claim.tsx';
import { SwitchVersion } from './switch-version.tsx';
import '../subsidies.css';
import './claims.css';
import '../../../components/data-table.css';

function Head({ claim, onEdit }: { claim: Claim; onEdit: () => void }) {
  const { t } = useTranslation(['claims', 'subsidies', 'shell']);
  const contact = [claim.contactName, claim.contactPhone].filter(Boolean).join(' ');
  return (
    <PageHeader
      title={claim.party.name}
      crumbs={[
        { label: t('shell:chapter.incentives'), to: '/incentives/entitlements' },
        { label: t('title'), to: '/incentives/applications' },
      ]}
      tags={<StatusTag tone={claimTone(claim)}>{claim.stateLabel}</StatusTag>}
      meta={
        <>
          <MetaItem label={t('number')}>{claim.number}</MetaItem>
          <span>
            {claim.policy.title} <b>{t('subsidies:version', { n: claim.policy.version })}</b>{' '}
            {claim.policy.example && <ExampleMark />}
          </span>
          {claim.party.town && <MetaItem label={t('column.town')}>{claim.party.town}</MetaItem>}
          <MetaItem label={t('originLabel')}>{t(`origin.${claim.origin}`)}</MetaItem>
          {contact && <MetaItem label={t('contact')}>{contact}</MetaItem>}
          {claim.decisionNo && <MetaItem label={t('decisionNo')}>{claim.decisionNo}</MetaItem>}
          {claim.releaseNo && <MetaItem label={t('releaseNo')}>{claim.releaseNo}</MetaItem>}
        </>
      }
      actions={
        <>
          {claim.canEdit && <Button onClick={onEdit}>{t('edit.open')}</Button>}
          <Link to={`/enterprises/${claim.party.id}`}>
            <Button tabIndex={-1}>{t('toParty')}</Button>
          </Link>
        </>
      }
    />
  );
}

/** One claim: what is asked for and why so much, papers, computations, publicity, money; and its file. */
export function Page() {
  const { i18n } = useTranslation('claims');
  const { id = '' } = useParams();
  const query = useQuery(claimQuery(id, i18n.language));
  const [editing, setEditing] = useState(false);
  const claim = query.data;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!claim) return <PageSkeleton />;
  const dialog = (props: ActionDialogProps) =>
    hasOwnDialog(props.action.action) ? <ClaimDialog claim={claim} {...props} /> : undefined;
  return (
    <div className="page">
      <Head claim={claim} onEdit={() => setEditing(true)} />
      <ProcedurePanel fileId={claim.id} refreshes={claimKeys(claim.id)} renderDialog={dialog}>
        <ClaimDifference claim={claim} />
        {claim.newerVersion && <SwitchVersion claim={claim} newer={claim.newerVersion} />}
        <ClaimTaken claim={claim} />
        <ClaimLines claim={claim} />
        <ClaimMaterials claim={claim} refreshes={claimKeys(claim.id)} />
        <ClaimPublicity claim={claim} />
        <ClaimCalculations claim={claim} />
      </ProcedurePanel>
      {editing && <EditClaim claim={claim} onClose={() => setEditing(false)} />}
    </div>
  );
}

import type { CaseRecord } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CaseFrame } from '../../components/case-frame/case-frame.tsx';
import { caseKeys } from '../../components/case-frame/case-query.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { ProcedurePanel } from '../../components/procedure-panel/procedure-panel.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { permissions } from '../../config/permissions.ts';
import { can, useMe } from '../../lib/meta.ts';
import { CaseChecks } from './case-checks.tsx';
import { CaseDecision } from './case-decision.tsx';
import { CaseEntries } from './case-entries.tsx';
import { CaseGoods } from './case-goods.tsx';
import { CaseLaw } from './case-law.tsx';
import { CaseOfficers } from './case-officers.tsx';
import { CaseOverview } from './case-overview.tsx';
import { CaseParties } from './case-parties.tsx';
import { CaseThresholds } from './case-thresholds.tsx';
import { CaseWays } from './case-ways.tsx';
import { caseQuery } from './cases-query.ts';
import './cases.css';

const EDITABLE = new Set([
  'clue',
  'verifying',
  'filed',
  'investigating',
  'suspended',
  'report',
  'review',
  'notified',
  'hearing',
  'deciding',
]);

function Sections({ record }: { record: CaseRecord }) {
  const me = useMe();
  const open = EDITABLE.has(record.card.state);
  const handles = can(me, permissions.handleCases);
  const edits = handles && open;
  const done = ['refused', 'done'].includes(record.card.standing);
  return (
    <>
      {record.decision && <CaseDecision record={record} />}
      <CaseOverview record={record} edits={edits} />
      <CaseParties record={record} edits={edits} merges={handles && !done} />
      <CaseOfficers record={record} assigns={can(me, permissions.assignCases) && !done} handles={handles && !done} />
      <CaseGoods record={record} edits={edits} />
      <CaseLaw record={record} />
      <CaseThresholds record={record} />
      <CaseChecks record={record} />
      <CaseEntries record={record} />
    </>
  );
}

function Body({ id }: { id: string }) {
  const { i18n } = useTranslation('cases');
  const query = useQuery(caseQuery(id, i18n.language));
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={10} />;
  return <Sections record={query.data} />;
}

/** One case: what it is about, what it comes to, what the law wants of it, and what can be done now. */
export function Page() {
  const { id = '' } = useParams();
  const me = useMe();
  return (
    <CaseFrame caseId={id} tab="case" actions={<CaseWays id={id} me={me} />}>
      <ProcedurePanel fileId={id} refreshes={caseKeys}>
        <Body id={id} />
      </ProcedurePanel>
    </CaseFrame>
  );
}

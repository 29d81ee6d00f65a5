import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { AmountWhy } from '../amount-why.tsx';
import type { Claim, ClaimLine, Comparison } from './claim-query.ts';

/** What a line would give with the facts of now. */
export const estimateOf = (check: Comparison | undefined, line: ClaimLine) =>
  check?.lines.find((one) => one.item === line.item && one.label === line.label);

/** The computation that counts for a line: the last one it is in. */
function lastOf(claim: Claim, line: ClaimLine) {
  const calculation = claim.calculations.findLast((one) => one.lines.some((part) => part.lineId === line.id));
  const part = calculation?.lines.find((one) => one.lineId === line.id);
  return calculation && part ? { calculation, part } : undefined;
}

interface LineWhyProps {
  readonly claim: Claim;
  readonly line: ClaimLine;
  readonly check: Comparison | undefined;
  readonly onClose: () => void;
}

function Reasons({ claim, line, check }: Omit<LineWhyProps, 'onClose'>) {
  const { t } = useTranslation(['claims', 'subsidies']);
  const mark = claim.policy.example && <ExampleMark />;
  const found = lastOf(claim, line);
  if (found) {
    const { calculation, part } = found;
    const facts = t('subsidies:versionFacts', { n: calculation.policyVersion, on: calculation.factsAsOf });
    return (
      <AmountWhy
        fen={part.amountFen}
        steps={part.steps}
        eligibility={part.eligibility}
        achievement={part.achievement}
        refusals={part.refusals}
        clause={line.clause}
        version={`${facts} · ${t(`stage.${calculation.stage}`)}`}
        mark={mark}
      />
    );
  }
  const estimate = estimateOf(check, line);
  if (!check || !estimate) return null;
  return (
    <AmountWhy
      fen={estimate.afterFen}
      steps={estimate.steps}
      eligibility={null}
      achievement={null}
      refusals={estimate.refusals}
      clause={line.clause}
      version={`${t('subsidies:versionFacts', { n: check.policy.version, on: check.factsAsOf })} · ${t('line.estimate')}`}
      mark={mark}
    />
  );
}

/** Why a line gives what it gives: the last computation, or before filing what would come out now. */
export function LineWhy({ claim, line, check, onClose }: LineWhyProps) {
  const { t } = useTranslation('claims');
  return (
    <Drawer open size={540} onClose={onClose} title={line.itemName}>
      <div className="entitlement">
        <p>
          <b>{line.clause}</b> {line.label}
        </p>
        <Reasons claim={claim} line={line} check={check} />
        {claim.calculations.length === 0 && <p className="soft">{t('line.notComputed')}</p>}
      </div>
    </Drawer>
  );
}

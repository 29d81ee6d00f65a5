import { Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../components/money.tsx';
import { Section } from '../../../components/section.tsx';
import { ExampleMark } from '../../../components/standing-tag.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { isDeclaredMoney } from '../../../lib/declared-money.ts';
import { formatYuan } from '../../../lib/format.ts';
import { AmountWhy } from '../amount-why.tsx';
import type { Claim, ClaimLine } from './claim-query.ts';
import { paymentTones } from './claim-tones.ts';

/** What the applicant stated, because no register knows it. */
function Declared({ line }: { line: ClaimLine }) {
  const { t } = useTranslation(['claims', 'common']);
  const said = line.fields.filter(
    (field) => line.declared[field.path] !== undefined && line.declared[field.path] !== null,
  );
  if (said.length === 0) return null;
  return (
    <span className="cell-sub line-declared">
      {said.map((field) => {
        const value = line.declared[field.path];
        const money = isDeclaredMoney(field) && typeof value === 'number';
        const text = money
          ? formatYuan(value)
          : typeof value === 'boolean'
            ? t(`common:${value ? 'yes' : 'no'}`)
            : value;
        return (
          <span key={field.path}>
            {field.label} <b>{text}</b> {money ? t('common:unit.yuan') : field.unit}
          </span>
        );
      })}
    </span>
  );
}

function Payment({ line }: { line: ClaimLine }) {
  const { t } = useTranslation('claims');
  return (
    <>
      <StatusTag tone={paymentTones[line.payment]}>{t(`payment.${line.payment}`)}</StatusTag>
      {line.paidOn && <span className="cell-sub mono">{line.paidOn}</span>}
      {line.paymentNote && <span className="cell-sub">{line.paymentNote}</span>}
    </>
  );
}

/** The computation that counts for a line: the last one it is in. */
const lastOf = (claim: Claim, line: ClaimLine) => {
  const calculation = claim.calculations.findLast((one) => one.lines.some((part) => part.lineId === line.id));
  const part = calculation?.lines.find((one) => one.lineId === line.id);
  return calculation && part ? { calculation, part } : undefined;
};

function LineWhy({ claim, line, onClose }: { claim: Claim; line: ClaimLine; onClose: () => void }) {
  const { t } = useTranslation(['claims', 'subsidies']);
  const found = lastOf(claim, line);
  return (
    <Drawer open size={540} onClose={onClose} title={line.itemName}>
      <div className="entitlement">
        <p>
          <b>{line.clause}</b> {line.label}
        </p>
        {found ? (
          <AmountWhy
            fen={found.part.amountFen}
            steps={found.part.steps}
            eligibility={found.part.eligibility}
            achievement={found.part.achievement}
            refusals={found.part.refusals}
            clause={line.clause}
            version={`${t('subsidies:versionFacts', { n: found.calculation.policyVersion, on: found.calculation.factsAsOf })} · ${t(`stage.${found.calculation.stage}`)}`}
            mark={claim.policy.example && <ExampleMark />}
          />
        ) : (
          <p className="soft">{t('line.notComputed')}</p>
        )}
      </div>
    </Drawer>
  );
}

/** What is asked for, line by line: as filed, as decided, as paid; each amount with its reasons. */
export function ClaimLines({ claim }: { claim: Claim }) {
  const { t } = useTranslation(['claims', 'common']);
  const [open, setOpen] = useState<ClaimLine>();
  const { example } = claim.policy;
  const decided = claim.lineItems.some((line) => line.approvedFen !== null);
  return (
    <Section title={t('line.title')} note={t('line.count', { total: claim.lineItems.length })} flush>
      <table className="claim-lines">
        <thead>
          <tr>
            <th scope="col">{t('line.matter')}</th>
            <th scope="col" className="right">
              {t('column.claimedFen')} <small>{t('common:unit.yuan')}</small>
            </th>
            {decided && (
              <th scope="col" className="right">
                {t('column.approvedFen')} <small>{t('common:unit.yuan')}</small>
              </th>
            )}
            <th scope="col">{t('line.payment')}</th>
          </tr>
        </thead>
        <tbody>
          {claim.lineItems.map((line) => (
            <tr key={line.id}>
              <td>
                <b>{line.label}</b>
                <span className="cell-sub">
                  {line.clause} {line.itemName}
                  {line.achievedOn && ` · ${line.achievedOn}`}
                </span>
                <Declared line={line} />
              </td>
              <td className="right" data-label={t('column.claimedFen')}>
                <Money fen={line.claimedFen} example={example} />
                <button type="button" className="why-link cell-why" onClick={() => setOpen(line)}>
                  {t('common:why.open')}
                </button>
              </td>
              {decided && (
                <td className="right" data-label={t('column.approvedFen')}>
                  <Money fen={line.approvedFen} example={example} />
                </td>
              )}
              <td data-label={t('line.payment')}>
                <Payment line={line} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('line.total')}</th>
            <td className="right" data-label={t('column.claimedFen')}>
              <Money fen={claim.claimedFen} example={example} />
            </td>
            {decided && (
              <td className="right" data-label={t('column.approvedFen')}>
                <Money fen={claim.approvedFen} example={example} />
              </td>
            )}
            <td data-label={t('column.paidFen')}>
              {claim.paidFen > 0 && (
                <>
                  {t('line.paid')} <Money fen={claim.paidFen} unit />
                </>
              )}
            </td>
          </tr>
        </tfoot>
      </table>
      {open && <LineWhy claim={claim} line={open} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../components/money.tsx';
import { Section } from '../../../components/section.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import { isDeclaredMoney } from '../../../lib/declared-money.ts';
import { formatYuan } from '../../../lib/format.ts';
import { estimateOf, LineWhy } from './claim-line-why.tsx';
import { type Claim, type ClaimLine, claimCheckQuery, isUnpaid } from './claim-query.ts';
import { paymentTones } from './claim-tones.ts';
import '../../../components/why-panel.css';

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

interface ClaimedProps {
  readonly fen: number | null;
  /** What it would give now, said to be that as long as nothing was computed. */
  readonly aboutFen: number | undefined;
  readonly example: boolean;
}

function Claimed({ fen, aboutFen, example }: ClaimedProps) {
  const { t } = useTranslation('claims');
  if (fen !== null || aboutFen === undefined) return <Money fen={fen} example={example} />;
  return (
    <span className="estimate">
      <small>{t('line.about')}</small> <Money fen={aboutFen} example={example} />
    </span>
  );
}

interface RowProps {
  readonly claim: Claim;
  readonly line: ClaimLine;
  readonly decided: boolean;
  /** What it would give now, before it was computed. */
  readonly estimateFen: number | undefined;
  readonly onWhy: () => void;
}

function Row({ claim, line, decided, estimateFen, onWhy }: RowProps) {
  const { t } = useTranslation(['claims', 'common']);
  const { example } = claim.policy;
  return (
    <tr>
      <td>
        <b>{line.label}</b>
        <span className="cell-sub">
          {line.clause} {line.itemName}
          {line.achievedOn && ` · ${line.achievedOn}`}
        </span>
        <Declared line={line} />
      </td>
      <td className="right" data-label={t('column.claimedFen')}>
        <Claimed fen={line.claimedFen} aboutFen={estimateFen} example={example} />
        <button type="button" className="why-link cell-why" onClick={onWhy}>
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
  );
}

/** What is asked for, line by line: as filed, as decided, as paid; each amount with its reasons. */
export function ClaimLines({ claim }: { claim: Claim }) {
  const { t, i18n } = useTranslation(['claims', 'common']);
  const [open, setOpen] = useState<ClaimLine>();
  const check = useQuery({ ...claimCheckQuery(claim.id, i18n.language), enabled: isUnpaid(claim) });
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
            <Row
              key={line.id}
              claim={claim}
              line={line}
              decided={decided}
              estimateFen={estimateOf(check.data, line)?.afterFen}
              onWhy={() => setOpen(line)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('line.total')}</th>
            <td className="right" data-label={t('column.claimedFen')}>
              <Claimed fen={claim.claimedFen} aboutFen={check.data?.afterFen} example={example} />
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
      {open && <LineWhy claim={claim} line={open} check={check.data} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

import type { IndicatorDetail } from '@jince/contract';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHeads } from '../../components/column-heads.tsx';
import { Section } from '../../components/section.tsx';
import { ExampleMark } from '../../components/standing-tag.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { permissions } from '../../config/permissions.ts';
import { formatDay } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { formatFigure, isShare, targetSign } from '../../lib/plan.ts';

// A form is much code; it comes when somebody edits.
const TargetDrawer = lazy(() => import('./target-drawer.tsx'));

type Target = IndicatorDetail['targets'][number];

/** The figure at the end of a year: known for past years, the present one for the running year. */
function actualOf(indicator: IndicatorDetail, year: number): { value: number; running: boolean } | undefined {
  const end = indicator.trend.find((point) => point.on === `${year}-12-31`);
  if (end) return end.value === null ? undefined : { value: end.value, running: false };
  const now = Number(indicator.freshness.asOf.slice(0, 4));
  return year === now && indicator.value !== null ? { value: indicator.value, running: true } : undefined;
}

function Basis({ target }: { target: Target }) {
  const { t } = useTranslation('plan');
  if (target.basis === 'example') return <ExampleMark />;
  return <StatusTag tone={target.basis === 'plan' ? 'info' : 'plain'}>{t(`basis.${target.basis}`)}</StatusTag>;
}

function TargetRow({ indicator, target, onEdit }: { indicator: IndicatorDetail; target: Target; onEdit?: () => void }) {
  const { t } = useTranslation('indicators');
  const unit = isShare(indicator.unit) ? '%' : '';
  const actual = actualOf(indicator, target.year);
  const current = indicator.target?.year === target.year;
  return (
    <>
      <tr className={current ? 'current' : undefined}>
        <th scope="row">{target.year}</th>
        <td className="right">
          {targetSign(indicator.direction)}
          {formatFigure(target.value, indicator.decimals)}
          {unit}
        </td>
        <td className="right">
          {actual ? (
            <span className={actual.running ? 'soft' : undefined} title={actual.running ? t('running') : undefined}>
              {formatFigure(actual.value, indicator.decimals)}
              {unit}
              {actual.running && '…'}
            </span>
          ) : (
            <span className="muted">—</span>
          )}
        </td>
        <td>
          <Basis target={target} />
        </td>
        <td className="right">
          {onEdit && (
            <button
              type="button"
              className="link"
              onClick={onEdit}
              aria-label={t('editTargetOf', { year: target.year })}
            >
              {t('edit')}
            </button>
          )}
        </td>
      </tr>
      {target.basis !== 'example' && (target.note || target.setBy) && (
        <tr className="target-note">
          <td />
          <td colSpan={4}>
            {[target.note, target.setBy, target.setAt && formatDay(target.setAt)].filter(Boolean).join(' · ')}
          </td>
        </tr>
      )}
    </>
  );
}

/** Targets year by year with what was reached, on whose word they stand, and the means to change them. */
export function TargetsSection({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation(['indicators', 'plan']);
  const me = useMe();
  const [editing, setEditing] = useState<number>();
  const mayEdit = can(me, permissions.setTargets);
  const targets = [...indicator.targets].sort((a, b) => a.year - b.year);
  const nextYear = (targets.at(-1)?.year ?? Number(indicator.freshness.asOf.slice(0, 4)) - 1) + 1;
  return (
    <div id="targets" className="targets-place">
      <Section
        title={t('targets')}
        note={indicator.unit}
        extra={
          mayEdit && (
            <Button size="small" onClick={() => setEditing(nextYear)}>
              {t('addTarget', { year: nextYear })}
            </Button>
          )
        }
      >
        {targets.length === 0 ? (
          <p className="soft">{t('noTargets')}</p>
        ) : (
          <table className="targets">
            <ColumnHeads
              heads={[t('year'), { right: t('plan:target') }, { right: t('actual') }, t('basis'), { heard: t('edit') }]}
            />
            <tbody>
              {targets.map((target) => (
                <TargetRow
                  key={target.year}
                  indicator={indicator}
                  target={target}
                  {...(mayEdit ? { onEdit: () => setEditing(target.year) } : {})}
                />
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {mayEdit && editing !== undefined && (
        <Suspense fallback={null}>
          <TargetDrawer indicator={indicator} year={editing} onClose={() => setEditing(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

import type { WhatIfItem, WhatIfResult } from '@jince/contract';
import { useTranslation } from 'react-i18next';
import { NumberLink } from '../../components/number-link.tsx';
import { wan } from './money-text.ts';
import type { ListFilter } from './use-what-if.ts';

interface RowProps {
  readonly item: WhatIfItem;
  readonly budget: WhatIfResult['budgets'][number] | undefined;
  /** Sum that fills the whole bar. */
  readonly most: number;
  readonly onOpen: (filter: ListFilter) => void;
}

function Row({ item, budget, most, onOpen }: RowProps) {
  const { t } = useTranslation('what-if');
  const width = (fen: number) => `${(fen / most) * 100}%`;
  const open = () => onOpen({ list: 'lines', item: item.code });
  return (
    <tr className={item.lines === 0 ? 'empty' : undefined}>
      <th scope="row">
        {item.name}
        <span className="clause">{item.clause}</span>
      </th>
      <td className="what-if-bar" aria-hidden="true">
        <i className="needed" style={{ width: width(item.neededFen) }} />
        <i style={{ width: width(item.fen) }} />
      </td>
      {item.needsClaim ? (
        <td colSpan={3} className="right muted">
          {t('needsClaimLong')}
        </td>
      ) : (
        <>
          <td className="right">
            <NumberLink
              exact
              value={item.fen / 1_000_000}
              label={item.name}
              {...(item.lines > 0 ? { onOpen: open } : {})}
            />
          </td>
          <td className="right">
            <NumberLink exact value={item.recipients} label={item.name} {...(item.lines > 0 ? { onOpen: open } : {})} />
          </td>
          <td className="right wide">
            <NumberLink exact value={item.lines} label={item.name} {...(item.lines > 0 ? { onOpen: open } : {})} />
          </td>
        </>
      )}
      <td className="right wide">
        {budget === undefined ? <span className="muted">—</span> : wan(budget.budgetFen)}
        {budget !== undefined && budget.lowered > 0 && (
          <button type="button" className="link late" onClick={() => onOpen({ list: 'lowered', item: item.code })}>
            {t('short', { count: budget.lowered })}
          </button>
        )}
      </td>
    </tr>
  );
}

/** Sum per item with a bar: what it pays, and behind it what it would need without budgets. */
export function ItemTable({ result, onOpen }: { result: WhatIfResult; onOpen: (filter: ListFilter) => void }) {
  const { t } = useTranslation('what-if');
  const most = Math.max(1, ...result.items.map((item) => item.neededFen));
  const budgetOf = (code: string) => result.budgets.find((use) => use.item === code);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="what-if-scroll" tabIndex={0} aria-label={t('byItem')}>
      <table className="what-if-items">
        <thead>
          <tr>
            <th scope="col">{t('item')}</th>
            <td aria-hidden="true" />
            <th scope="col" className="right">
              {t('amount')} <small>{t('wanYuan')}</small>
            </th>
            <th scope="col" className="right">
              {t('recipients')} <small>{t('parties')}</small>
            </th>
            <th scope="col" className="right wide">
              {t('count')} <small>{t('pieces')}</small>
            </th>
            <th scope="col" className="right wide">
              {t('budget')} <small>{t('wanYuan')}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {result.items
            .filter((item) => !item.legacy)
            .map((item) => (
              <Row key={item.code} item={item} budget={budgetOf(item.code)} most={most} onOpen={onOpen} />
            ))}
        </tbody>
      </table>
    </section>
  );
}

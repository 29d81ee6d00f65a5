import type { CaseRecord } from '@jince/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../components/money.tsx';
import { Section } from '../../components/section.tsx';
import { WhyLink } from '../../components/why-panel.tsx';
import { formatExact } from '../../lib/format.ts';
import { stepsOf } from './cases-query.ts';
import { EditGoods } from './edit-goods.tsx';

function GoodsTable({ record }: { record: CaseRecord }) {
  const { t } = useTranslation('cases');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="goods-scroll" tabIndex={0} aria-label={t('goods.title')}>
      <table className="goods-table">
        <thead>
          <tr>
            <th>{t('goods.name')}</th>
            <th>{t('goods.sold')}</th>
            <th className="right">{t('goods.quantity')}</th>
            <th className="right">
              {t('goods.price')}（{t('unit.yuan')}）
            </th>
            <th>{t('goods.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {record.goods.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
            <tr key={at}>
              <td>
                {one.name}
                {one.spec && <span className="cell-sub">{one.spec}</span>}
              </td>
              <td>{t(one.sold ? 'goods.isSold' : 'goods.notSold')}</td>
              <td className="right mono">
                {formatExact(one.quantity)} {one.unit}
              </td>
              <td className="right">
                <Money fen={one.priceFen} />
              </td>
              <td>{one.basis && t(`basis.${one.basis}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Goods of the case and the illegal business amount they come to, with every step. */
export function CaseGoods({ record, edits }: { record: CaseRecord; edits: boolean }) {
  const { t } = useTranslation('cases');
  const [editing, setEditing] = useState(false);
  const { amount, circumstances: c } = record;
  return (
    <Section
      title={t('goods.title')}
      extra={
        edits && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )
      }
    >
      {record.goods.length === 0 ? (
        <p className="soft">{t('goods.none')}</p>
      ) : (
        <>
          <div className="amount-line">
            <span>
              {t('goods.amount')}{' '}
              <b className="amount">
                <Money fen={amount?.totalFen ?? null} unit />
              </b>
            </span>
            <span>
              {t('goods.isSold')} <Money fen={amount?.soldFen ?? null} unit />
            </span>
            <span>
              {t('goods.notSold')} <Money fen={amount?.unsoldFen ?? null} unit />
            </span>
            {amount && (
              <WhyLink
                why={{
                  title: t('goods.why'),
                  answer: <Money fen={amount.totalFen} unit />,
                  steps: stepsOf(amount.steps),
                  article: t('goods.article'),
                }}
              />
            )}
          </div>
          <GoodsTable record={record} />
        </>
      )}
      {(c.gainFen !== null || c.lossFen !== null || c.labels > 0 || c.unsoldLabels > 0) && (
        <p className="amount-line">
          {c.gainFen !== null && (
            <span>
              {t('facts.gain')} <Money fen={c.gainFen} unit />
            </span>
          )}
          {c.lossFen !== null && (
            <span>
              {t('facts.loss')} <Money fen={c.lossFen} unit />
            </span>
          )}
          {(c.labels > 0 || c.unsoldLabels > 0) && (
            <span>
              {t('facts.labels')} {formatExact(c.labels)} / {formatExact(c.unsoldLabels)}
            </span>
          )}
        </p>
      )}
      {editing && <EditGoods record={record} onClose={() => setEditing(false)} />}
    </Section>
  );
}

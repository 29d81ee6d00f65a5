import type { CaseGoods, CaseRecord } from '@jince/contract';
import { Button, Drawer, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Caution } from '../../components/caution.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Money } from '../../components/money.tsx';
import { api } from '../../lib/api.ts';
import { useCaseChange } from './cases-query.ts';

const BASES = ['sold', 'marked', 'average-sold', 'market-middle', 'revenue'] as const;
const EMPTY: CaseGoods = {
  name: '',
  spec: null,
  unit: '',
  quantity: 1,
  sold: true,
  priceFen: null,
  basis: null,
  note: null,
};
const SOLD_ONLY = new Set(['sold', 'revenue']);

const worth = (one: CaseGoods) =>
  one.priceFen === null ? 0 : one.basis === 'revenue' ? one.priceFen : Math.round(one.priceFen * one.quantity);

function Line({ one, set, remove }: { one: CaseGoods; set: (patch: Partial<CaseGoods>) => void; remove: () => void }) {
  const { t } = useTranslation('cases');
  return (
    <div className="edit-row goods">
      <Input
        value={one.name}
        maxLength={100}
        placeholder={t('goods.name')}
        aria-label={t('goods.name')}
        onChange={(e) => set({ name: e.target.value })}
      />
      <Select
        value={one.sold}
        aria-label={t('goods.sold')}
        options={[
          { value: true, label: t('goods.isSold') },
          { value: false, label: t('goods.notSold') },
        ]}
        onChange={(sold: boolean) =>
          set({ sold, ...(!sold && one.basis !== null && SOLD_ONLY.has(one.basis) ? { basis: null } : {}) })
        }
      />
      <InputNumber
        min={0}
        value={one.quantity}
        aria-label={t('goods.quantity')}
        placeholder={t('goods.quantity')}
        onChange={(value) => set({ quantity: value ?? 0 })}
      />
      <Input
        value={one.unit}
        maxLength={10}
        aria-label={t('goods.unit')}
        onChange={(e) => set({ unit: e.target.value })}
      />
      <InputNumber
        min={0}
        precision={2}
        value={one.priceFen === null ? null : one.priceFen / 100}
        aria-label={t('goods.price')}
        placeholder={t('goods.price')}
        onChange={(value) => set({ priceFen: value === null ? null : Math.round(value * 100) })}
      />
      <Select
        value={one.basis}
        aria-label={t('goods.basis')}
        placeholder={t('goods.basis')}
        options={BASES.filter((value) => one.sold || !SOLD_ONLY.has(value)).map((value) => ({
          value,
          label: t(`basis.${value}`),
        }))}
        onChange={(basis: CaseGoods['basis']) => set({ basis })}
      />
      <span className="right">
        <Money fen={worth(one)} />
      </span>
      <Button type="text" size="small" onClick={remove}>
        {t('remove')}
      </Button>
    </div>
  );
}

/** Goods with the price each counts at and its basis; a line without one is refused with the sentence. */
export function EditGoods({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const { t } = useTranslation(['cases', 'common']);
  const { id } = record.card;
  const [goods, setGoods] = useState<readonly CaseGoods[]>(
    record.goods.length > 0 ? record.goods : [{ ...EMPTY, unit: t('goods.piece') }],
  );
  const [cause, setCause] = useState('');
  const save = useCaseChange(
    id,
    () =>
      api.saveCaseGoods({
        params: { id },
        body: { revision: record.revision, cause: cause.trim(), goods: goods.filter((one) => one.name.trim() !== '') },
      }),
    onClose,
  );
  const set = (at: number, patch: Partial<CaseGoods>) =>
    setGoods((before) => before.map((one, n) => (n === at ? { ...one, ...patch } : one)));
  // Lines have no other identity while they are typed.
  const rows = goods.map((one, at) => ({ one, at }));
  const total = goods.reduce((sum, one) => sum + worth(one), 0);
  return (
    <Drawer open onClose={onClose} title={t('goods.edit')} size={980} maskClosable={false}>
      <p className="soft">{t('goods.text')}</p>
      <div className="edit-rows">
        {rows.map(({ one, at }) => (
          <Line
            key={at}
            one={one}
            set={(patch) => set(at, patch)}
            remove={() => setGoods((before) => before.filter((_, n) => n !== at))}
          />
        ))}
        <div className="row">
          <Button size="small" onClick={() => setGoods((before) => [...before, { ...EMPTY, unit: t('goods.piece') }])}>
            {t('goods.add')}
          </Button>
          <span>
            {t('goods.sum')}{' '}
            <b>
              <Money fen={total} unit />
            </b>
          </span>
        </div>
      </div>
      <Field label={t('goods.cause')} help={t('goods.causeHelp')}>
        {(ids) => <Input {...ids} value={cause} maxLength={300} onChange={(event) => setCause(event.target.value)} />}
      </Field>
      <Caution>{t('goods.caution')}</Caution>
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={cause.trim().length < 2}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}

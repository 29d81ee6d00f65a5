import type { PolicyAmount } from '@jince/contract';
import { Button, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { RuleEditor } from '../../components/rule-editor.tsx';
import { PercentInput, YuanInput } from './inputs.tsx';
import type { ItemProps } from './item-drawer.tsx';

const TYPES = ['fixed', 'per-unit', 'share', 'tiered', 'matching'] as const;
type Tiered = Extract<PolicyAmount, { type: 'tiered' }>;

/** The expression an amount depends on, whatever its type calls it. */
function quantityOf(amount: PolicyAmount): string {
  if (amount.type === 'fixed') return '';
  if (amount.type === 'per-unit') return amount.units;
  return amount.type === 'tiered' ? amount.by : amount.of;
}

/** Another type with what of the former one still means something. */
function asType(amount: PolicyAmount, type: PolicyAmount['type']): PolicyAmount {
  const text = quantityOf(amount);
  if (type === 'fixed') return { type, fen: 0 };
  if (type === 'per-unit') return { type, unitFen: 0, units: text, maxUnits: null };
  if (type === 'tiered') return { type, by: text, tiers: [{ from: 1, to: null, fen: 0 }] };
  return { type, of: text, ratePpm: 500_000 };
}

function withQuantity(amount: PolicyAmount, text: string): PolicyAmount {
  if (amount.type === 'fixed') return amount;
  if (amount.type === 'per-unit') return { ...amount, units: text };
  return amount.type === 'tiered' ? { ...amount, by: text } : { ...amount, of: text };
}

function Tiers({
  amount,
  error,
  onChange,
}: {
  amount: Tiered;
  error: (at: number) => string | undefined;
  onChange: (next: Tiered) => void;
}) {
  const { t } = useTranslation('policies');
  const { tiers } = amount;
  const change = (at: number, part: Partial<Tiered['tiers'][number]>) =>
    onChange({ ...amount, tiers: tiers.map((tier, index) => (index === at ? { ...tier, ...part } : tier)) });
  const add = () => {
    const last = tiers.at(-1);
    const from = last?.to ?? (last?.from ?? 0) + 1;
    const closed = tiers.map((tier, index) => (index === tiers.length - 1 ? { ...tier, to: from } : tier));
    onChange({ ...amount, tiers: [...closed, { from, to: null, fen: 0 }] });
  };
  return (
    <fieldset className="edit-list">
      <legend>{t('edit.tiers')}</legend>
      {tiers.map((tier, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tiers have no name of their own
        <div key={at} className="edit-tier">
          <InputNumber
            aria-label={t('edit.tierFrom', { n: at + 1 })}
            value={tier.from}
            controls={false}
            onChange={(from) => change(at, { from: from ?? 0 })}
          />
          <span>≤ x &lt;</span>
          <InputNumber
            aria-label={t('edit.tierTo', { n: at + 1 })}
            value={tier.to}
            placeholder={t('edit.andMore')}
            controls={false}
            onChange={(to) => change(at, { to })}
          />
          <YuanInput
            aria-label={t('edit.tierAmount', { n: at + 1 })}
            value={tier.fen}
            onChange={(fen) => change(at, { fen: fen ?? 0 })}
          />
          {tiers.length > 1 && (
            <button
              type="button"
              className="link"
              onClick={() => onChange({ ...amount, tiers: tiers.filter((_, index) => index !== at) })}
            >
              {t('edit.remove')}
            </button>
          )}
          {error(at) && <p className="late">{error(at)}</p>}
        </div>
      ))}
      <Button size="small" onClick={add}>
        {t('edit.addTier')}
      </Button>
    </fieldset>
  );
}

/** How much: the type of the amount with its fields in yuan and per cent, and what it depends on. */
export function EditAmount({ editor, item, at, write }: ItemProps) {
  const { t } = useTranslation('policies');
  const { amount } = item;
  const set = (next: PolicyAmount) => write({ amount: next });
  const error = (key: string) => editor.errorAt(`items.${at}.amount${key}`);
  return (
    <>
      <div className="edit-grid">
        <Field label={t('edit.amountType')}>
          {({ id }) => (
            <Select
              id={id}
              value={amount.type}
              onChange={(type) => set(asType(amount, type))}
              options={TYPES.map((value) => ({ value, label: t(`edit.amount.${value}`) }))}
            />
          )}
        </Field>
        {amount.type === 'fixed' && (
          <Field label={t('item.amount')} error={error('.fen')}>
            {({ id }) => <YuanInput id={id} value={amount.fen} onChange={(fen) => set({ ...amount, fen: fen ?? 0 })} />}
          </Field>
        )}
        {amount.type === 'per-unit' && (
          <>
            <Field label={t('edit.unitAmount')}>
              {({ id }) => (
                <YuanInput id={id} value={amount.unitFen} onChange={(fen) => set({ ...amount, unitFen: fen ?? 0 })} />
              )}
            </Field>
            <Field label={t('edit.maxUnits')}>
              {({ id }) => (
                <InputNumber
                  id={id}
                  className="edit-number"
                  value={amount.maxUnits}
                  min={1}
                  precision={0}
                  controls={false}
                  placeholder={t('edit.noCap')}
                  onChange={(maxUnits) => set({ ...amount, maxUnits })}
                />
              )}
            </Field>
          </>
        )}
        {(amount.type === 'share' || amount.type === 'matching') && (
          <Field label={t('edit.rate')}>
            {({ id }) => (
              <PercentInput id={id} value={amount.ratePpm} onChange={(ratePpm) => set({ ...amount, ratePpm })} />
            )}
          </Field>
        )}
      </div>
      {amount.type !== 'fixed' && (
        <RuleEditor
          label={t(`edit.quantity.${amount.type}`)}
          lead={t('edit.reads')}
          value={quantityOf(amount)}
          onChange={(text) => set(withQuantity(amount, text))}
          problems={editor.ruleProblems(`items.${at}.amount`)}
          sentence={editor.check?.items[at]?.amount}
          checking={editor.checking}
        />
      )}
      {amount.type === 'tiered' && <Tiers amount={amount} onChange={set} error={(tier) => error(`.tiers.${tier}`)} />}
    </>
  );
}

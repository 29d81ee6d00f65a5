import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { YuanInput } from './inputs.tsx';
import type { ItemProps } from './item-drawer.tsx';

/** Caps, deduction, budget and stacking, in the order they are applied. */
export function EditLimits({ editor, item, at, write }: ItemProps) {
  const { t } = useTranslation('policies');
  const cap = (key: 'capFen' | 'subjectYearCapFen' | 'budgetFen') => (
    <Field label={t(`edit.${key}`)} error={editor.errorAt(`items.${at}.${key}`)}>
      {({ id }) => (
        <YuanInput id={id} value={item[key]} placeholder={t('edit.noCap')} onChange={(fen) => write({ [key]: fen })} />
      )}
    </Field>
  );
  return (
    <>
      <div className="edit-grid">
        {cap('capFen')}
        {cap('subjectYearCapFen')}
        {cap('budgetFen')}
        <Field label={t('item.stacking')}>
          {({ id }) => (
            <Select
              id={id}
              value={item.stacking.rule}
              onChange={(rule) => write({ stacking: { ...item.stacking, rule } })}
              options={(['stackable', 'highest', 'difference'] as const).map((value) => ({
                value,
                label: t(`edit.stack.${value}`),
              }))}
            />
          )}
        </Field>
        {item.stacking.rule !== 'stackable' && (
          <Field label={t('edit.group')} help={t('edit.groupHelp')}>
            {(ids) => (
              <Input
                {...ids}
                value={item.stacking.group ?? ''}
                maxLength={60}
                onChange={(event) => write({ stacking: { ...item.stacking, group: event.target.value || null } })}
              />
            )}
          </Field>
        )}
      </div>
      <Checkbox checked={item.deductHigher} onChange={(event) => write({ deductHigher: event.target.checked })}>
        {t('edit.deductHigher')}
      </Checkbox>
    </>
  );
}

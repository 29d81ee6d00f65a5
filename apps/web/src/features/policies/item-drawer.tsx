import type { PolicyItemDocument } from '@jince/contract';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Drawer, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { RuleEditor } from '../../components/rule-editor.tsx';
import { EditAchievement } from './edit-achievement.tsx';
import { EditAmount } from './edit-amount.tsx';
import { EditExamples } from './edit-examples.tsx';
import { EditLimits } from './edit-limits.tsx';
import { EditMaterials } from './edit-materials.tsx';
import { type Vocabulary, vocabularyQuery } from './policy-query.ts';
import type { PolicyEditor } from './use-policy-editor.ts';

export interface ItemProps {
  readonly editor: PolicyEditor;
  readonly item: PolicyItemDocument;
  readonly at: number;
  readonly vocabulary: Vocabulary;
  readonly write: (part: Partial<PolicyItemDocument>) => void;
}

function Words({ editor, item, at, write }: ItemProps) {
  const { t } = useTranslation('policies');
  const error = (key: string) => editor.errorAt(`items.${at}.${key}`);
  return (
    <>
      <div className="edit-grid">
        <Field label={t('edit.itemName')} error={error('name')}>
          {(ids) => (
            <Input
              {...ids}
              value={item.name}
              maxLength={80}
              onChange={(event) => write({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('edit.clause')} error={error('clause')}>
          {(ids) => (
            <Input
              {...ids}
              value={item.clause}
              maxLength={60}
              onChange={(event) => write({ clause: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('field.code')} error={error('code')} help={t('edit.itemCodeHelp')}>
          {(ids) => (
            <Input
              {...ids}
              value={item.code}
              maxLength={60}
              onChange={(event) => write({ code: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('edit.publicity')} error={error('publicityWorkingDays')}>
          {({ id }) => (
            <InputNumber
              id={id}
              className="edit-number"
              value={item.publicityWorkingDays}
              min={1}
              max={60}
              controls={false}
              onChange={(days) => write({ publicityWorkingDays: days ?? 1 })}
            />
          )}
        </Field>
      </div>
      <Field label={t('edit.text')} error={error('text')}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            value={item.text}
            maxLength={2000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={(event) => write({ text: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** What the money is for. What a national notice forbids is shown with the notice, and can only be history. */
function Trigger({ item, vocabulary, write }: ItemProps) {
  const { t } = useTranslation('policies');
  const prohibited = vocabulary.triggers.find((one) => one.code === item.trigger)?.prohibited;
  const options = vocabulary.triggers.map((one) => ({
    value: one.code,
    label: one.prohibited === null ? t(`trigger.${one.code}`) : `${t(`trigger.${one.code}`)} · ${t('edit.forbidden')}`,
    forbidden: one.prohibited !== null,
  }));
  return (
    <>
      <div className="edit-grid">
        <Field label={t('item.trigger')}>
          {({ id }) => (
            <Select
              id={id}
              value={item.trigger}
              options={options}
              virtual={false}
              onChange={(trigger) => write({ trigger })}
              optionRender={({ data, label }) => <span className={data.forbidden ? 'late' : undefined}>{label}</span>}
            />
          )}
        </Field>
        <Field label={t('item.beneficiaries')}>
          {({ id }) => (
            <Select
              id={id}
              mode="multiple"
              value={item.beneficiaries}
              onChange={(beneficiaries) => write({ beneficiaries })}
              options={vocabulary.kinds.map(({ code, label }) => ({ value: code, label }))}
            />
          )}
        </Field>
      </div>
      {prohibited && (
        <div className="article-banned" role="alert">
          <b>{prohibited.notice}</b>
          <p>
            {prohibited.text}
            {t(item.legacy ? 'edit.forbiddenLegacy' : 'edit.forbiddenWhy', { from: prohibited.from })}
          </p>
        </div>
      )}
      {(prohibited || item.legacy) && (
        <Checkbox checked={item.legacy} onChange={(event) => write({ legacy: event.target.checked })}>
          {t('edit.legacy')}
        </Checkbox>
      )}
    </>
  );
}

/** One item of the policy: its words and the rules, amounts and examples behind them. */
export function ItemDrawer({
  editor,
  at,
  onClose,
}: {
  editor: PolicyEditor;
  at: number | undefined;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation('policies');
  const vocabulary = useQuery(vocabularyQuery(i18n.language)).data;
  const item = at === undefined ? undefined : editor.document.items[at];
  const view = at === undefined ? undefined : editor.check?.items[at];
  const shown = item !== undefined && at !== undefined && vocabulary !== undefined;
  const props = shown
    ? { editor, item, at, vocabulary, write: (part: Partial<PolicyItemDocument>) => editor.writeItem(at, part) }
    : undefined;
  return (
    <Drawer open={shown} onClose={onClose} size={760} title={item?.name || t('edit.unnamed')} destroyOnHidden>
      {props && (
        <div className="item-form">
          <h3>{t('edit.part.words')}</h3>
          <Words {...props} />
          <h3>{t('edit.part.who')}</h3>
          <Trigger {...props} />
          <RuleEditor
            label={t('item.eligibility')}
            lead={t('edit.reads')}
            value={props.item.eligibility}
            onChange={(eligibility) => props.write({ eligibility })}
            problems={editor.ruleProblems(`items.${props.at}.eligibility`)}
            sentence={view?.eligibility.sentence}
            checking={editor.checking}
          />
          <h3>{t('edit.part.what')}</h3>
          <EditAchievement {...props} />
          <h3>{t('edit.part.amount')}</h3>
          <EditAmount {...props} />
          <EditLimits {...props} />
          <h3>{t('edit.part.materials')}</h3>
          <EditMaterials {...props} />
          <h3>{t('edit.part.examples')}</h3>
          <EditExamples {...props} />
        </div>
      )}
    </Drawer>
  );
}

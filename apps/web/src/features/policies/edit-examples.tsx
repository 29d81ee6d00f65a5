import type { PolicyItemDocument } from '@jince/contract';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { formatYuan } from '../../lib/format.ts';
import { factValueText, parseFactValue } from './fact-values.ts';
import { YuanInput } from './inputs.tsx';
import type { ItemProps } from './item-drawer.tsx';

type Example = PolicyItemDocument['examples'][number];
type Row = Example['enterprise'];
interface Choice {
  readonly path: string;
  readonly label: string;
  readonly type: string;
  /** The values it may have, where they are few. */
  readonly values?: readonly { readonly code: string; readonly label: string }[];
}

interface ValueProps {
  readonly choice: Choice | undefined;
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** The value of a fact: chosen where it is yes or no or one of a few, typed else. Empty is unknown. */
function FactValue({ choice, label, value, onChange }: ValueProps) {
  const { t } = useTranslation(['policies', 'common']);
  const yesNo = [
    { value: 'true', label: t('common:yes') },
    { value: 'false', label: t('common:no') },
  ];
  const few = choice?.type === 'bool' ? yesNo : choice?.values?.map((one) => ({ value: one.code, label: one.label }));
  // A number of a register or a code is no quantity, though it is all digits.
  const isText = ['text', 'code', 'date'].includes(choice?.type ?? '');
  if (few === undefined)
    return (
      <Input
        aria-label={label}
        value={factValueText(value)}
        placeholder={t('edit.unknown')}
        onChange={({ target }) => onChange(isText ? target.value || null : parseFactValue(target.value))}
      />
    );
  return (
    <Select
      aria-label={label}
      allowClear
      value={factValueText(value) || undefined}
      placeholder={t('edit.unknown')}
      options={few}
      onChange={(chosen: string | undefined) => onChange(parseFactValue(chosen ?? ''))}
    />
  );
}

interface FactRowsProps {
  readonly title: string;
  readonly row: Row;
  readonly choices: readonly Choice[];
  readonly onChange: (row: Row) => void;
  readonly onRemove?: () => void;
}

/** Facts an example assumes, each with its value. */
function FactRows({ title, row, choices, onChange, onRemove }: FactRowsProps) {
  const { t } = useTranslation('policies');
  const label = (path: string) => choices.find((one) => one.path === path)?.label ?? path;
  return (
    <fieldset className="edit-list">
      <legend>
        {title}
        {onRemove && (
          <button type="button" className="link" onClick={onRemove}>
            {t('edit.remove')}
          </button>
        )}
      </legend>
      {Object.entries(row).map(([path, value]) => (
        <div key={path} className="edit-fact">
          <span title={path}>{label(path)}</span>
          <FactValue
            choice={choices.find((one) => one.path === path)}
            label={label(path)}
            value={value}
            onChange={(next) => onChange({ ...row, [path]: next })}
          />
          <button
            type="button"
            className="link"
            onClick={() => onChange(Object.fromEntries(Object.entries(row).filter(([key]) => key !== path)))}
          >
            {t('edit.remove')}
          </button>
        </div>
      ))}
      <Select
        className="edit-fact-add"
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        placeholder={t('edit.addFact')}
        aria-label={t('edit.addFact')}
        options={choices.filter((one) => !(one.path in row)).map((one) => ({ value: one.path, label: one.label }))}
        onChange={(path: string | null) => path !== null && onChange({ ...row, [path]: null })}
      />
    </fieldset>
  );
}

function ExampleForm({ props, at, example }: { props: ItemProps; at: number; example: Example }) {
  const { t } = useTranslation('policies');
  const { editor, item, vocabulary, write } = props;
  const { achievement } = item;
  // Decided once: it must not fold up at the first letter of its label.
  const [isNew] = useState(example.label === '');
  const worked = editor.check?.items[props.at]?.examples[at];
  const change = (part: Partial<Example>) =>
    write({ examples: item.examples.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const factsOf = (subject: string): readonly Choice[] =>
    (vocabulary.achievements.find((one) => one.subject === subject)?.facts ?? []).map((fact) =>
      subject === 'enterprise' && fact.path === 'kind' ? { ...fact, values: vocabulary.kinds } : fact,
    );
  const ofAchievement = achievement.subject === 'claim' ? item.declared : factsOf(achievement.subject);
  return (
    <details className="edit-item" open={isNew}>
      <summary>
        <span>
          {worked && <i className={worked.passes ? 'good' : 'late'}>{worked.passes ? '✓ ' : '✕ '}</i>}
          {example.label || t('edit.unnamed')}
        </span>
        <small>
          {t('example.expect', { amount: formatYuan(example.expectFen) })}
          {worked && !worked.passes && (
            <span className="late"> {t('example.got', { amount: formatYuan(worked.gotFen) })}</span>
          )}
        </small>
      </summary>
      <div className="edit-item-body">
        <div className="edit-grid">
          <Field label={t('edit.exampleLabel')}>
            {(ids) => (
              <Input
                {...ids}
                value={example.label}
                maxLength={80}
                onChange={(event) => change({ label: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('edit.expect')}>
            {({ id }) => (
              <YuanInput id={id} value={example.expectFen} onChange={(fen) => change({ expectFen: fen ?? 0 })} />
            )}
          </Field>
        </div>
        <FactRows
          title={t('edit.exampleParty')}
          row={example.enterprise}
          choices={factsOf('enterprise')}
          onChange={(enterprise) => change({ enterprise })}
        />
        {example.achievements.map((row, index) => (
          <FactRows
            // biome-ignore lint/suspicious/noArrayIndexKey: achievements of an example have fixed places
            key={index}
            title={`${achievement.label} ${index + 1}`}
            row={row}
            choices={ofAchievement}
            onChange={(next) =>
              change({ achievements: example.achievements.map((one, place) => (place === index ? next : one)) })
            }
            onRemove={() => change({ achievements: example.achievements.filter((_, place) => place !== index) })}
          />
        ))}
        <div className="row">
          {achievement.subject !== 'enterprise' && (
            <Button
              size="small"
              onClick={() =>
                change({
                  achievements: [
                    ...example.achievements,
                    { ...(example.achievements.at(-1) ?? { [achievement.keyFact]: null }) },
                  ],
                })
              }
            >
              {t('edit.addAchievement')}
            </Button>
          )}
          <button
            type="button"
            className="link"
            onClick={() => write({ examples: item.examples.filter((_, index) => index !== at) })}
          >
            {t('edit.removeExample')}
          </button>
        </div>
        {worked && worked.steps.length > 0 && (
          <p className="soft">{worked.steps.map((step) => `${step.text} = ${formatYuan(step.fen)}`).join('；')}</p>
        )}
        {worked?.why && <p className="soft">{t('example.why', { why: worked.why })}</p>}
      </div>
    </details>
  );
}

/** Worked examples of the item: whoever changes a rule sees at once which of them no longer holds. */
export function EditExamples(props: ItemProps) {
  const { t } = useTranslation('policies');
  const { item, write } = props;
  const add = () =>
    write({
      examples: [
        ...item.examples,
        { label: '', enterprise: { kind: item.beneficiaries[0] ?? 'enterprise' }, achievements: [], expectFen: 0 },
      ],
    });
  return (
    <>
      {item.examples.map((example, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an example's label changes while it is typed
        <ExampleForm key={at} props={props} at={at} example={example} />
      ))}
      <Button size="small" onClick={add}>
        {t('edit.addExample')}
      </Button>
    </>
  );
}

import type { PolicyItemDocument } from '@jince/contract';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { RuleEditor } from '../../components/rule-editor.tsx';
import type { ItemProps } from './item-drawer.tsx';

type Check = PolicyItemDocument['checks'][number];

/** One look-up: which stated numbers, in which register, and what must be true of what is found there. */
function EditCheck({ props, check, nth }: { props: ItemProps; check: Check; nth: number }) {
  const { t } = useTranslation('policies');
  const { editor, item, at, vocabulary, write } = props;
  const change = (part: Partial<Check>) =>
    write({ checks: item.checks.map((one, index) => (index === nth ? { ...one, ...part } : one)) });
  const registers = vocabulary.achievements.filter((one) => one.collection !== null);
  const found = registers.find((one) => one.collection === check.collection);
  const place = `items.${at}.checks.${nth}`;
  const error = (key: string) => editor.errorAt(`${place}.${key}`) ?? editor.ruleProblems(`${place}.${key}`)[0]?.text;
  return (
    <div className="edit-check">
      <div className="edit-grid">
        <Field label={t('edit.checkLabel')} error={error('label')}>
          {(ids) => (
            <Input
              {...ids}
              value={check.label}
              maxLength={60}
              onChange={(event) => change({ label: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('edit.checkOf')} error={error('of')}>
          {({ id }) => (
            <Select
              id={id}
              value={check.of || undefined}
              options={item.declared
                .filter(({ type }) => type === 'text')
                .map(({ path, label }) => ({ value: path, label: label || path }))}
              onChange={(of) => change({ of })}
            />
          )}
        </Field>
        <Field label={t('edit.checkIn')} error={error('collection')}>
          {({ id }) => (
            <Select
              id={id}
              value={check.collection || undefined}
              options={registers.map(({ collection, label }) => ({ value: collection as string, label }))}
              onChange={(collection) => change({ collection, keyFact: '', rule: 'true' })}
            />
          )}
        </Field>
        <Field label={t('edit.checkBy')} error={error('keyFact')}>
          {({ id }) => (
            <Select
              id={id}
              value={check.keyFact || undefined}
              options={(found?.facts ?? [])
                .filter(({ type }) => type === 'text')
                .map(({ path, label }) => ({ value: path, label }))}
              onChange={(keyFact) => change({ keyFact })}
            />
          )}
        </Field>
      </div>
      <RuleEditor
        label={t('edit.checkRule')}
        lead={t('edit.reads')}
        value={check.rule}
        onChange={(rule) => change({ rule })}
        problems={editor.ruleProblems(`${place}.rule`)}
        sentence={editor.check?.items[at]?.checks[nth]?.rule.sentence}
        checking={editor.checking}
      />
      <p className="hint">
        {t('edit.checkReads')} <code>claim.{check.path}</code>
        <button
          type="button"
          className="link"
          onClick={() => write({ checks: item.checks.filter((_, index) => index !== nth) })}
        >
          {t('edit.removeCheck')}
        </button>
      </p>
    </div>
  );
}

/** Numbers the applicant states that the registers confirm or deny by machine. */
export function EditChecks(props: ItemProps) {
  const { t } = useTranslation('policies');
  const { item, write } = props;
  const { checks } = item;
  const free = () => {
    let n = checks.length + 1;
    while (checks.some(({ path }) => path === `check${n}`)) n++;
    return `check${n}`;
  };
  return (
    <fieldset className="edit-list">
      <legend>{t('edit.checks')}</legend>
      {checks.map((check, nth) => (
        <EditCheck key={check.path} props={props} check={check} nth={nth} />
      ))}
      <Button
        size="small"
        disabled={!item.declared.some(({ type }) => type === 'text')}
        onClick={() =>
          write({ checks: [...checks, { path: free(), label: '', of: '', collection: '', keyFact: '', rule: 'true' }] })
        }
      >
        {t('edit.addCheck')}
      </Button>
    </fieldset>
  );
}

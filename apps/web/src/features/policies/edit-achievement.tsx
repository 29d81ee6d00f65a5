import type { PolicyItemDocument } from '@jince/contract';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { RuleEditor } from '../../components/rule-editor.tsx';
import { EditChecks } from './edit-checks.tsx';
import { DayInput } from './inputs.tsx';
import type { ItemProps } from './item-drawer.tsx';

type Declared = PolicyItemDocument['declared'][number];
const CLAIM = 'claim';
const TYPES = ['text', 'number', 'date', 'bool'] as const;

/** What an applicant states because no register knows it. */
function DeclaredFields({ item, write }: ItemProps) {
  const { t } = useTranslation('policies');
  const { declared } = item;
  const change = (at: number, part: Partial<Declared>) =>
    write({ declared: declared.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="edit-list">
      <legend>{t('edit.declared')}</legend>
      {declared.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field's name changes while it is typed
        <div key={at} className="edit-declared">
          <Input
            aria-label={t('edit.declaredLabel')}
            placeholder={t('edit.declaredLabel')}
            value={one.label}
            onChange={(event) => change(at, { label: event.target.value })}
          />
          <Input
            aria-label={t('edit.declaredPath')}
            placeholder={t('edit.declaredPath')}
            value={one.path}
            className="mono"
            onChange={(event) => change(at, { path: event.target.value })}
          />
          <Select
            aria-label={t('edit.declaredType')}
            value={one.type}
            onChange={(type) => change(at, { type })}
            options={TYPES.map((value) => ({ value, label: t(`edit.type.${value}`) }))}
          />
          <button
            type="button"
            className="link"
            onClick={() => write({ declared: declared.filter((_, index) => index !== at) })}
          >
            {t('edit.remove')}
          </button>
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          write({
            declared: [...declared, { path: `field${declared.length + 1}`, type: 'text', label: '', unit: null }],
          })
        }
      >
        {t('edit.addDeclared')}
      </Button>
    </fieldset>
  );
}

const sourceKey = (subject: string, collection: string | null) => `${subject}/${collection ?? ''}`;

/** What is rewarded: where it is found, when it counts, and what keeps it from being paid twice. */
export function EditAchievement(props: ItemProps) {
  const { editor, item, at, vocabulary, write } = props;
  const { t } = useTranslation('policies');
  const { achievement } = item;
  const isClaim = achievement.subject === CLAIM;
  const sources = [
    ...vocabulary.achievements.map(({ subject, collection, label }) => ({
      value: sourceKey(subject, collection),
      label: t('edit.register', { label }),
    })),
    { value: sourceKey(CLAIM, null), label: t('edit.claim') },
  ];
  const facts = isClaim
    ? item.declared.map(({ path, label, type }) => ({ path, label: label || path, type }))
    : (vocabulary.achievements.find((one) => one.subject === achievement.subject)?.facts ?? []);
  const change = (part: Partial<PolicyItemDocument['achievement']>) =>
    write({ achievement: { ...achievement, ...part } });
  const choices = (types: readonly string[]) =>
    facts.filter(({ type }) => types.includes(type)).map(({ path, label }) => ({ value: path, label }));
  const error = (key: string) =>
    editor.errorAt(`items.${at}.${key}`) ?? editor.ruleProblems(`items.${at}.${key}`)[0]?.text;
  return (
    <>
      <div className="edit-grid">
        <Field label={t('edit.source')}>
          {({ id }) => (
            <Select
              id={id}
              value={sourceKey(achievement.subject, achievement.collection)}
              options={sources}
              onChange={(value) => {
                const [subject = CLAIM, collection = ''] = value.split('/');
                change({ subject, collection: collection || null, rule: 'true', dateFact: null, keyFact: '' });
              }}
            />
          )}
        </Field>
        <Field label={t('edit.achievementLabel')} error={error('achievement.label')}>
          {(ids) => (
            <Input
              {...ids}
              value={achievement.label}
              maxLength={60}
              onChange={(event) => change({ label: event.target.value })}
            />
          )}
        </Field>
      </div>
      {isClaim && <DeclaredFields {...props} />}
      {isClaim && <EditChecks {...props} />}
      <RuleEditor
        label={t('edit.achievementRule')}
        lead={t('edit.reads')}
        value={achievement.rule}
        onChange={(rule) => change({ rule })}
        problems={editor.ruleProblems(`items.${at}.achievement.rule`)}
        sentence={editor.check?.items[at]?.achievement.rule.sentence}
        checking={editor.checking}
      />
      <div className="edit-grid">
        <Field label={t('edit.dateFact')} error={error('achievement.dateFact')}>
          {({ id }) => (
            <Select
              id={id}
              allowClear
              value={achievement.dateFact}
              placeholder={t('item.noDate')}
              options={choices(['date'])}
              onChange={(dateFact) => change({ dateFact: dateFact ?? null })}
            />
          )}
        </Field>
        <Field label={t('edit.keyFact')} error={error('achievement.keyFact')} help={t('edit.keyHelp')}>
          {({ id }) => (
            <Select
              id={id}
              value={achievement.keyFact || undefined}
              options={choices(['text', 'number'])}
              onChange={(keyFact) => change({ keyFact })}
            />
          )}
        </Field>
        <Field label={t('edit.achievedFrom')} error={error('achieved.from') ?? error('achieved')}>
          {({ id }) => (
            <DayInput
              id={id}
              value={item.achieved.from}
              onChange={(from) => write({ achieved: { ...item.achieved, from } })}
            />
          )}
        </Field>
        <Field label={t('edit.achievedTo')} error={error('achieved.to')}>
          {({ id }) => (
            <DayInput
              id={id}
              value={item.achieved.to}
              onChange={(to) => write({ achieved: { ...item.achieved, to } })}
            />
          )}
        </Field>
        <Field label={t('edit.repeat')}>
          {({ id }) => (
            <Select
              id={id}
              value={achievement.repeat}
              onChange={(repeat) => change({ repeat })}
              options={(['once', 'yearly'] as const).map((value) => ({ value, label: t(`edit.repeats.${value}`) }))}
            />
          )}
        </Field>
      </div>
    </>
  );
}

import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { RuleEditor } from '../../components/rule-editor.tsx';
import { Section } from '../../components/section.tsx';
import type { PolicyEditor } from './use-policy-editor.ts';

/** What every applicant must meet, whatever the item; each with the sentence a refused one reads. */
export function EditPreconditions({ editor }: { editor: PolicyEditor }) {
  const { t } = useTranslation('policies');
  const { preconditions } = editor.document;
  const write = (at: number, part: Partial<(typeof preconditions)[number]>) =>
    editor.write({ preconditions: preconditions.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const add = () =>
    editor.write({
      preconditions: [
        ...preconditions,
        {
          code: `condition-${preconditions.length + 1}`,
          label: '',
          rule: 'enterprise.active',
          article: null,
          refusal: '',
        },
      ],
    });
  return (
    <Section title={t('text.preconditions')} note={t('edit.preconditionsNote')}>
      {preconditions.map((one, at) => (
        <details key={one.code} className="edit-item" id={`edit-preconditions.${at}`}>
          <summary>
            <span>{one.label || t('edit.unnamed')}</span>
            <small>{editor.check?.preconditions[at]?.rule.sentence ?? one.rule}</small>
          </summary>
          <div className="edit-item-body">
            <div className="edit-grid">
              <Field label={t('edit.name')} error={editor.errorAt(`preconditions.${at}.label`)}>
                {(ids) => (
                  <Input
                    {...ids}
                    value={one.label}
                    maxLength={60}
                    onChange={(event) => write(at, { label: event.target.value })}
                  />
                )}
              </Field>
              <Field label={t('edit.article')}>
                {(ids) => (
                  <Input
                    {...ids}
                    value={one.article ?? ''}
                    maxLength={120}
                    onChange={(event) => write(at, { article: event.target.value || null })}
                  />
                )}
              </Field>
            </div>
            <RuleEditor
              label={t('edit.rule')}
              lead={t('edit.reads')}
              value={one.rule}
              onChange={(rule) => write(at, { rule })}
              problems={editor.ruleProblems(`preconditions.${at}.rule`)}
              sentence={editor.check?.preconditions[at]?.rule.sentence}
              checking={editor.checking}
            />
            <Field label={t('edit.refusal')} error={editor.errorAt(`preconditions.${at}.refusal`)}>
              {(ids) => (
                <Input
                  {...ids}
                  value={one.refusal}
                  maxLength={200}
                  onChange={(event) => write(at, { refusal: event.target.value })}
                />
              )}
            </Field>
            <button
              type="button"
              className="link"
              onClick={() => editor.write({ preconditions: preconditions.filter((_, index) => index !== at) })}
            >
              {t('edit.remove')}
            </button>
          </div>
        </details>
      ))}
      <Button size="small" className="edit-add" onClick={add}>
        {t('edit.addPrecondition')}
      </Button>
    </Section>
  );
}

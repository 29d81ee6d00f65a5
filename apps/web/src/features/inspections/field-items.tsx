import { useTranslation } from 'react-i18next';
import { FieldChoices } from '../../components/field-work/field-choices.tsx';
import type { FieldDraft } from './field-draft.ts';
import { FieldPhotos } from './field-photos.tsx';
import type { TaskView } from './inspection-query.ts';
import type { FieldHandle } from './use-field-draft.ts';

export interface PartProps {
  readonly task: TaskView;
  readonly draft: FieldDraft;
  readonly handle: FieldHandle;
  readonly missing: readonly string[];
  readonly tried: boolean;
}

/** The checklist item by item, each with its article, an answer, and what was found where it fails. */
export function FieldItems({ task, draft, handle, missing, tried }: PartProps) {
  const { t } = useTranslation('inspections');
  const answer = (code: string, patch: Partial<FieldDraft['answers'][string]>) =>
    handle.change({
      answers: { ...draft.answers, [code]: { ...(draft.answers[code] ?? { result: '', found: '' }), ...patch } },
    });
  const { items } = task.checklist;
  const done = items.filter((item) => draft.answers[item.code]?.result).length;
  return (
    <>
      <p className="insp-progress" aria-live="polite">
        <b>{task.checklist.label}</b>
        <span className="insp-bar" aria-hidden="true">
          <i style={{ width: `${(done / items.length) * 100}%` }} />
        </span>
        <span className="mono">
          {done}/{items.length}
        </span>
      </p>
      <ol className="fieldwork-items">
        {items.map((item) => {
          const given = draft.answers[item.code];
          const open = tried && missing.includes(item.code);
          return (
            <li key={item.code} className={given?.result === 'no' ? 'failed' : undefined}>
              <FieldChoices
                label={`${item.no}. ${item.label}`}
                value={given?.result ?? ''}
                options={[
                  { value: 'yes', label: t('answer.yes'), tone: 'good' },
                  { value: 'no', label: t('answer.no'), tone: 'late' },
                  { value: 'na', label: t('answer.na') },
                ]}
                onChange={(result) => answer(item.code, { result })}
                problem={open && !given?.result ? t('missing.answer') : undefined}
              />
              <p className="muted">
                {item.article}
                {item.severe && <span className="late"> · {t('field.severe')}</span>}
                {item.help && ` · ${item.help}`}
              </p>
              {given?.result === 'no' && (
                <>
                  <textarea
                    className="fieldwork-input"
                    rows={2}
                    value={given.found}
                    maxLength={500}
                    placeholder={t('field.found')}
                    aria-label={`${item.label}：${t('field.found')}`}
                    aria-invalid={open}
                    onChange={(event) => answer(item.code, { found: event.target.value })}
                  />
                  {open && <p className="late problem">{t('missing.found')}</p>}
                  <FieldPhotos draft={draft} handle={handle} item={item.code} />
                </>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { type Paper, useMoved } from './papers-query.ts';

type Entry = Paper['entries'][number];

interface ControlProps {
  readonly entry: Entry;
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
}

function EntryControl({ entry, value, missing, onChange }: ControlProps) {
  const { t } = useTranslation('case-papers');
  const fresh = entry.suggestion !== null && entry.suggestion !== value ? entry.suggestion : null;
  return (
    <div className="paper-entry">
      <Field
        label={entry.required ? `${entry.label} *` : entry.label}
        error={missing && value.trim() === '' ? t('entry.missing') : undefined}
      >
        {(ids) =>
          entry.type === 'long' ? (
            <Input.TextArea
              {...ids}
              autoSize={{ minRows: 2, maxRows: 14 }}
              value={value}
              maxLength={20000}
              onChange={(event) => onChange(event.target.value)}
            />
          ) : (
            <Input
              {...ids}
              type={entry.type === 'date' ? 'date' : 'text'}
              value={value}
              maxLength={500}
              onChange={(event) => onChange(event.target.value)}
            />
          )
        }
      </Field>
      {fresh && (
        <button type="button" className="link" title={fresh} onClick={() => onChange(fresh)}>
          {t(value === '' ? 'entry.take' : 'entry.takeNew')}
        </button>
      )}
    </div>
  );
}

/** What a person types into the form; the rest comes from the record of the case. */
export function PaperEntries({ paper }: { paper: Paper }) {
  const { t } = useTranslation('case-papers');
  const moved = useMoved();
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(paper.entries.map(({ path, value }) => [path, value])),
  );
  const changed = paper.entries.some(({ path, value }) => values[path] !== value);
  const missing = new Set(paper.missing.map(({ path }) => path));
  const save = useMutation({
    mutationFn: () =>
      api.saveCasePaper({ params: { id: paper.id }, body: { version: paper.version, entries: values } }),
    onSuccess: moved,
  });
  const others = paper.missing.filter(({ path }) => !path.startsWith('entry.'));
  return (
    <Section
      title={t('entry.title')}
      note={t('entry.note')}
      extra={
        <Button
          type={changed ? 'primary' : 'default'}
          disabled={!changed}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('entry.save')}
        </Button>
      }
    >
      {others.length > 0 && (
        <p className="paper-lacks">{t('entry.ofCase', { list: others.map(({ label }) => label).join('、') })}</p>
      )}
      {paper.entries.length === 0 && <p className="soft">{t('entry.none')}</p>}
      {paper.entries.map((entry) => (
        <EntryControl
          key={entry.path}
          entry={entry}
          value={values[entry.path] ?? ''}
          missing={missing.has(`entry.${entry.path}`)}
          onChange={(value) => setValues((before) => ({ ...before, [entry.path]: value }))}
        />
      ))}
      {save.error && <ErrorBox error={save.error} />}
    </Section>
  );
}

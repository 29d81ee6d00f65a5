import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { formatMoment } from '../../lib/format.ts';

interface Entry {
  readonly id: string;
  readonly body: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
}

interface Props {
  readonly entries: readonly Entry[];
  readonly maySay: boolean;
  readonly onSay: (text: string) => Promise<unknown>;
  readonly refreshes: readonly (readonly unknown[])[];
  readonly note: string;
}

/** What bodies say of the progress, one entry after the other, and room for the next one. */
export function ProgressList({ entries, maySay, onSay, refreshes, note }: Props) {
  const { t } = useTranslation('coordination');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const say = useMutation({
    mutationFn: () => onSay(text.trim()),
    onSuccess: () => {
      setText('');
      for (const queryKey of refreshes) void queries.invalidateQueries({ queryKey });
    },
  });
  return (
    <Section title={t('progress.title')} note={note}>
      {maySay && (
        <div className="progress-say">
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={text}
            maxLength={4000}
            placeholder={t('progress.placeholder')}
            aria-label={t('progress.placeholder')}
            onChange={(event) => setText(event.target.value)}
          />
          <Button disabled={text.trim().length < 2} loading={say.isPending} onClick={() => say.mutate()}>
            {t('progress.say')}
          </Button>
        </div>
      )}
      {say.error && <ErrorBox error={say.error} />}
      {entries.length === 0 ? (
        <p className="muted">{t('progress.none')}</p>
      ) : (
        <ol className="progress-list">
          {entries.map((one) => (
            <li key={one.id}>
              <p className="pre">{one.text}</p>
              <small>
                <b>{one.body}</b> {one.by} <time dateTime={one.at}>{formatMoment(one.at)}</time>
              </small>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

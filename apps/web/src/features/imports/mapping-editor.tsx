import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { api } from '../../lib/api.ts';
import { formatShare } from '../../lib/format.ts';
import { type ImportDetail, type ImportKind, importQuery, kindsQuery } from './import-query.ts';
import { bodyOf, chooseKind, draftOf, draftProblem, type MappingDraft } from './mapping-draft.ts';
import { MappingSheet } from './mapping-sheet.tsx';

interface EditorProps {
  readonly detail: ImportDetail;
  readonly editable: boolean;
  readonly onRead: () => void;
}

function KindChoice({
  detail,
  kinds,
  draft,
  editable,
  onChange,
}: {
  detail: ImportDetail;
  kinds: readonly ImportKind[];
  draft: MappingDraft;
  editable: boolean;
  onChange: (draft: MappingDraft) => void;
}) {
  const { t } = useTranslation('imports');
  const kind = kinds.find((one) => one.kind === draft.kind);
  const scores = new Map(detail.kindGuesses.map((guess) => [guess.kind, guess.score]));
  const best = detail.kindGuesses.filter((guess) => guess.score > 0).slice(0, 3);
  return (
    <>
      <div className="upload-choices">
        <label htmlFor="map-kind">
          <span>{t('field.kind')}</span>
          <Select
            id="map-kind"
            value={draft.kind ?? undefined}
            disabled={!editable}
            placeholder={t('map.chooseKind')}
            status={draft.kind ? undefined : 'warning'}
            onChange={(code: string) => {
              const chosen = kinds.find((one) => one.kind === code);
              if (chosen) onChange(chooseKind(draft, chosen, detail));
            }}
            popupMatchSelectWidth={false}
            options={kinds.map((one) => ({
              value: one.kind,
              label: scores.get(one.kind) ? `${one.label} · ${formatShare(scores.get(one.kind) ?? 0)}` : one.label,
            }))}
          />
        </label>
        <label htmlFor="map-sender">
          <span>{t('field.sender')}</span>
          <Select
            id="map-sender"
            value={draft.sender ?? ''}
            disabled={!editable || !kind}
            onChange={(sender: string) => onChange({ ...draft, sender: sender || null })}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: t('map.senderUnknown') },
              ...(kind?.senders ?? []).map((one) => ({ value: one.code, label: one.label })),
            ]}
          />
        </label>
        <label htmlFor="map-as-of">
          <span>{t('field.asOf')}</span>
          <DatePicker
            id="map-as-of"
            disabled={!editable}
            value={draft.asOf ? dayjs(draft.asOf) : null}
            placeholder={t('upload.asOfHint')}
            onChange={(day) => onChange({ ...draft, asOf: day?.isValid() ? day.format('YYYY-MM-DD') : null })}
          />
        </label>
      </div>
      {best.length > 0 && (
        <ul className="kind-guesses">
          {best.map((guess) => (
            <li key={guess.kind}>
              <b>{guess.label}</b> <span className="mono">{formatShare(guess.score)}</span>{' '}
              <span className="muted">{guess.reason}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What the file is and what each column means: guessed, shown, corrected here, remembered for the sender. */
export function MappingEditor({ detail, editable, onRead }: EditorProps) {
  const { t, i18n } = useTranslation('imports');
  const kinds = useQuery(kindsQuery(i18n.language)).data?.kinds ?? [];
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(detail));
  const kind = kinds.find((one) => one.kind === draft.kind);
  const problem = draftProblem(kind, draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(draftOf(detail));
  const save = useMutation({
    mutationFn: () => api.setImportMapping({ params: { id: detail.id }, body: bodyOf(draft) }),
    onSuccess: (next) => {
      queries.setQueryData(importQuery(detail.id, i18n.language).queryKey, next);
      void queries.invalidateQueries({ queryKey: ['import-rows', detail.id] });
      onRead();
    },
  });
  return (
    <div className="stack">
      <section className="panel panel-body">
        <KindChoice detail={detail} kinds={kinds} draft={draft} editable={editable} onChange={setDraft} />
      </section>
      {detail.sheets.map((sheet, index) => (
        <MappingSheet
          key={sheet.sheet}
          sheet={sheet}
          index={index}
          draft={draft}
          kind={kind}
          sameKind={draft.kind === detail.kind}
          editable={editable}
          onChange={setDraft}
        />
      ))}
      {detail.sheets.length === 0 && (
        <p className="soft">
          {t('map.noSheets')}{' '}
          <Link className="link" to="/imports/new">
            {t('map.uploadAgain')}
          </Link>
        </p>
      )}
      {save.error && <ErrorBox error={save.error} onRetry={() => save.mutate()} />}
      {editable && detail.sheets.length > 0 && (
        <div className="sticky-actions">
          <Button
            type="primary"
            loading={save.isPending}
            disabled={problem !== undefined || (!changed && detail.state !== 'recognised')}
            onClick={() => save.mutate()}
          >
            {t(detail.state === 'recognised' ? 'map.read' : 'map.readAgain')}
          </Button>
          {changed && <Button onClick={() => setDraft(draftOf(detail))}>{t('map.reset')}</Button>}
          <span className={problem ? 'warn' : 'muted'}>{t(problem ? `map.problem.${problem}` : 'map.remembered')}</span>
        </div>
      )}
    </div>
  );
}

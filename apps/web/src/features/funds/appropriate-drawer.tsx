import type { BudgetLineView } from '@jince/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { Money } from '../../components/money.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';

const NEW = '+';

interface AppropriateProps {
  readonly fund: string;
  readonly year: number;
  readonly lines: readonly BudgetLineView[];
  readonly onClose: () => void;
  readonly onDone: (fund: string, year: number) => void;
}

interface Draft {
  readonly fund: string;
  readonly year: number;
  readonly item: string;
  readonly code: string;
  readonly label: string;
  readonly yuan: number | null;
  readonly docNo: string;
  readonly reason: string;
}

function useAppropriate({ onClose, onDone }: Pick<AppropriateProps, 'onClose' | 'onDone'>) {
  const { t } = useTranslation('funds');
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) =>
      api.appropriateBudget({
        body: {
          fund: draft.fund.trim(),
          year: draft.year,
          item: draft.item === '' ? null : draft.item === NEW ? draft.code.trim() : draft.item,
          itemLabel: draft.item === NEW ? draft.label.trim() || null : null,
          amountFen: Math.round((draft.yuan ?? 0) * 100),
          docNo: draft.docNo.trim(),
          reason: draft.reason.trim(),
        },
      }),
    onSuccess: (_, draft) => {
      void queries.invalidateQueries({ queryKey: ['funds'] });
      message.success(t('appropriate.done'));
      onDone(draft.fund.trim(), draft.year);
      onClose();
    },
  });
}

/** Puts money into a line, or takes it out again, by a document. */
export function AppropriateDrawer({ fund, year, lines, onClose, onDone }: AppropriateProps) {
  const { t } = useTranslation(['funds', 'common']);
  const save = useAppropriate({ onClose, onDone });
  const [draft, setDraft] = useState<Draft>({
    fund,
    year,
    item: '',
    code: '',
    label: '',
    yuan: null,
    docNo: '',
    reason: '',
  });
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const same = draft.fund.trim() === fund && draft.year === year;
  const line = same ? lines.find((one) => (one.item ?? '') === draft.item) : undefined;
  const ready =
    draft.fund.trim() !== '' &&
    (draft.yuan ?? 0) !== 0 &&
    draft.docNo.trim() !== '' &&
    draft.reason.trim().length > 1 &&
    (draft.item !== NEW || draft.code.trim() !== '');
  const current = Number(today().slice(0, 4));
  return (
    <Drawer open onClose={onClose} size={460} title={t('appropriate.title')} mask={{ closable: false }}>
      <div className="fund-form">
        <p className="soft">{t('appropriate.text')}</p>
        <Field label={t('fund')}>
          {(ids) => (
            <Input {...ids} value={draft.fund} maxLength={120} onChange={(e) => set({ fund: e.target.value })} />
          )}
        </Field>
        <Field label={t('year')}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.year}
              onChange={(next) => set({ year: next })}
              options={[current + 1, current, current - 1, current - 2].map((value) => ({
                value,
                label: String(value),
              }))}
            />
          )}
        </Field>
        <Field label={t('appropriate.line')} help={t('appropriate.lineHelp')}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.item}
              onChange={(item) => set({ item })}
              options={[
                { value: '', label: t('whole') },
                ...(same ? lines : [])
                  .filter((one) => one.item !== null)
                  .map((one) => ({ value: one.item ?? '', label: one.label ?? one.item ?? '' })),
                { value: NEW, label: t('appropriate.newItem') },
              ]}
            />
          )}
        </Field>
        {draft.item === NEW && (
          <>
            <Field label={t('appropriate.code')} help={t('appropriate.codeHelp')}>
              {(ids) => (
                <Input {...ids} value={draft.code} maxLength={60} onChange={(e) => set({ code: e.target.value })} />
              )}
            </Field>
            <Field label={t('appropriate.label')}>
              {(ids) => (
                <Input {...ids} value={draft.label} maxLength={120} onChange={(e) => set({ label: e.target.value })} />
              )}
            </Field>
          </>
        )}
        <Field label={t('appropriate.amount')} help={t('appropriate.amountHelp')}>
          {(ids) => (
            <InputNumber<number>
              {...ids}
              className="fund-amount"
              value={draft.yuan}
              precision={2}
              onChange={(yuan) => set({ yuan })}
              suffix={t('yuan')}
            />
          )}
        </Field>
        {line && (
          <p className="muted">
            {t('appropriate.now')} <Money fen={line.appropriatedFen} unit /> →{' '}
            <Money fen={line.appropriatedFen + Math.round((draft.yuan ?? 0) * 100)} unit />
          </p>
        )}
        <Field label={t('documentNo')}>
          {(ids) => (
            <Input {...ids} value={draft.docNo} maxLength={100} onChange={(e) => set({ docNo: e.target.value })} />
          )}
        </Field>
        <Field label={t('reason')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              value={draft.reason}
              maxLength={500}
              autoSize={{ minRows: 2, maxRows: 5 }}
              onChange={(e) => set({ reason: e.target.value })}
            />
          )}
        </Field>
        {save.error && <ErrorBox error={save.error} />}
        <div className="row">
          <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate(draft)}>
            {t('appropriate.ok')}
          </Button>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
        </div>
      </div>
    </Drawer>
  );
}

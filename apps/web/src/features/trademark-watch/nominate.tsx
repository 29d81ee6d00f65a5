import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { api } from '../../lib/api.ts';
import { choicesQuery, markKeys, marksBase } from './watch-query.ts';

const EMPTY = { reason: '', goods: '', contactName: '', contactPhone: '', region: '' };

/** Marks of the register nominated by a rule of the criteria, or by hand with a reason. */
export function Nominate({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['trademark-watch', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const choices = useQuery(choicesQuery(i18n.language));
  const [criterion, setCriterion] = useState<string>();
  const [numbers, setNumbers] = useState<string[]>([]);
  const [draft, setDraft] = useState(EMPTY);
  const set = (change: Partial<typeof EMPTY>) => setDraft((before) => ({ ...before, ...change }));
  const chosen = choices.data?.criteria.find((one) => one.code === criterion);
  const byRule = chosen !== undefined && chosen.rule !== null;
  const candidates = useQuery({
    queryKey: ['protection-candidates', criterion, i18n.language],
    queryFn: ({ signal }) =>
      api.findProtectionCandidates({ query: { criterion: criterion ?? '', limit: 100 } }, signal),
    enabled: byRule,
  });
  const save = useMutation({
    mutationFn: () =>
      api.nominateProtectedMarks({
        body: {
          registrationNos: numbers,
          criteria: criterion === undefined ? [] : [criterion],
          reason: draft.reason.trim(),
          way:
            byRule && numbers.every((no) => candidates.data?.items.some((one) => one.registrationNo === no))
              ? 'rule'
              : 'hand',
          goods: draft.goods.trim() || null,
          contactName: draft.contactName.trim() || null,
          contactPhone: draft.contactPhone.trim() || null,
          region: draft.region.trim() || null,
        },
      }),
    onSuccess: ({ ids }) => {
      for (const queryKey of markKeys) void queries.invalidateQueries({ queryKey });
      onClose();
      if (ids.length === 1) void navigate(`${marksBase}/${ids[0]}`);
    },
  });
  const text = (name: keyof typeof EMPTY, rows = 1) => (
    <Field label={t(`nominate.${name}`)}>
      {(ids) =>
        rows === 1 ? (
          <Input
            {...ids}
            value={draft[name]}
            maxLength={300}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        ) : (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: rows, maxRows: 10 }}
            value={draft[name]}
            maxLength={2000}
            onChange={(event) => set({ [name]: event.target.value })}
          />
        )
      }
    </Field>
  );
  return (
    <Drawer open onClose={onClose} title={t('nominate.open')} size="large">
      <p className="soft">{t('nominate.text')}</p>
      <Field
        label={t('mark.criteria')}
        help={chosen ? t(chosen.example ? 'nominate.example' : 'nominate.basis', { basis: chosen.basis }) : undefined}
      >
        {(ids) => (
          <Select
            {...ids}
            style={{ width: '100%' }}
            value={criterion}
            onChange={setCriterion}
            options={(choices.data?.criteria ?? []).map((one) => ({ value: one.code, label: one.label }))}
          />
        )}
      </Field>
      {byRule && (
        <p className="soft">
          <code>{chosen.rule}</code> {candidates.data && t('nominate.found', { count: candidates.data.total })}
        </p>
      )}
      <Field label={t('nominate.numbers')} help={t('nominate.numbersHelp')}>
        {(ids) => (
          <Select
            {...ids}
            mode="tags"
            style={{ width: '100%' }}
            value={numbers}
            onChange={setNumbers}
            loading={candidates.isFetching}
            tokenSeparators={[' ', '，', ',', '、']}
            options={(candidates.data?.items ?? []).map((one) => ({
              value: one.registrationNo,
              label: `${one.name} ${one.registrationNo} ${one.holder}`,
            }))}
          />
        )}
      </Field>
      {text('reason', 2)}
      {text('goods')}
      {text('contactName')}
      {text('contactPhone')}
      {text('region')}
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button
          type="primary"
          disabled={criterion === undefined || numbers.length === 0 || draft.reason.trim().length < 2}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('nominate.save')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
      </div>
    </Drawer>
  );
}

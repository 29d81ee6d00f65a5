import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { caseHref, caseKeys, casesBase } from '../../components/case-frame/case-query.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { optionsQuery } from './cases-query.ts';
import { emptyParty, type PartyDraft, PartyRows } from './party-rows.tsx';
import './cases.css';

interface Draft {
  readonly source: 'own' | 'complaint' | 'report' | 'inspection' | 'watch' | 'hand-over';
  readonly sourceLabel: string;
  readonly receivedOn: string;
  readonly backDatedReason: string;
  readonly title: string;
  readonly text: string;
  readonly suspects: readonly PartyDraft[];
  readonly row: number | null;
  readonly rightNumber: string;
  readonly holder: string;
  readonly organisation: string | null;
  readonly electronic: boolean;
}

const KEY = 'jince-new-clue';
const fresh = (): Draft => ({
  source: 'own',
  sourceLabel: '',
  receivedOn: today(),
  backDatedReason: '',
  title: '',
  text: '',
  suspects: [emptyParty()],
  row: null,
  rightNumber: '',
  holder: '',
  organisation: null,
  electronic: false,
});

/** What was typed survives a reload of the page, on this device, until it is sent. */
function useDraft() {
  const [draft, setDraft] = useState<Draft>(() => {
    try {
      const kept = sessionStorage.getItem(KEY);
      return kept === null ? fresh() : { ...fresh(), ...(JSON.parse(kept) as Partial<Draft>) };
    } catch {
      return fresh();
    }
  });
  useEffect(() => {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  }, [draft]);
  return { draft, change: (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch })) };
}

/** Cases about the same suspect, before the clue is registered. */
function Similar({ draft }: { draft: Draft }) {
  const { t } = useTranslation('cases');
  const names = draft.suspects
    .map(({ name, uscc }) => ({ name: name.trim(), uscc }))
    .filter(({ name }) => name.length >= 2);
  const { value: asked } = useSettled(JSON.stringify({ names, row: draft.row }), 500);
  const found = useQuery({
    queryKey: ['case-similar', asked],
    queryFn: ({ signal }) => {
      const { names: suspects, row } = JSON.parse(asked) as {
        names: { name: string; uscc: string | null }[];
        row: number | null;
      };
      return api.findSimilarCases({ body: { suspects, behaviourRow: row } }, signal);
    },
    enabled: names.length > 0,
  });
  const joined = found.data?.joined;
  const others = found.data?.others ?? [];
  if (!joined && others.length === 0) return null;
  return (
    <Section title={t('new.similar')}>
      {joined && (
        <p className="join-note">
          {t('new.joins')}{' '}
          <Link className="link" to={caseHref(joined.id)}>
            {joined.number} {joined.title}
          </Link>
          （{joined.stateLabel}）
        </p>
      )}
      <ul>
        {others.map((one) => (
          <li key={one.id}>
            <Link className="link" to={caseHref(one.id)}>
              {one.number} {one.title}
            </Link>{' '}
            <span className="muted">{one.stateLabel}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Source({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t, i18n } = useTranslation('cases');
  const options = useQuery(optionsQuery(i18n.language)).data;
  const late = draft.receivedOn < today();
  return (
    <Section title={t('new.source')}>
      <div className="edit-grid">
        <Field label={t('list.source')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              value={draft.source}
              options={(options?.sources ?? []).map(({ code, label }) => ({ value: code, label }))}
              onChange={(source: Draft['source']) => change({ source })}
            />
          )}
        </Field>
        <Field label={t('new.sourceLabel')}>
          {(ids) => (
            <Input
              {...ids}
              value={draft.sourceLabel}
              maxLength={200}
              onChange={(event) => change({ sourceLabel: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('new.receivedOn')} help={t('new.receivedHelp')}>
          {(ids) => (
            <DatePicker
              {...ids}
              style={{ width: '100%' }}
              value={dayjs(draft.receivedOn)}
              allowClear={false}
              maxDate={dayjs(today())}
              onChange={(day) => day && change({ receivedOn: day.format('YYYY-MM-DD') })}
            />
          )}
        </Field>
        <Field label={t('list.organisation')} help={t('new.organisationHelp')}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              allowClear
              value={draft.organisation}
              placeholder={t('new.byPlace')}
              options={(options?.organisations ?? []).map(({ code, label }) => ({ value: code, label }))}
              onChange={(organisation?: string) => change({ organisation: organisation ?? null })}
            />
          )}
        </Field>
      </div>
      {late && (
        <Field label={t('new.backDated')} help={t('new.backDatedHelp')}>
          {(ids) => (
            <Input
              {...ids}
              value={draft.backDatedReason}
              maxLength={500}
              onChange={(event) => change({ backDatedReason: event.target.value })}
            />
          )}
        </Field>
      )}
    </Section>
  );
}

function About({ draft, change }: { draft: Draft; change: (patch: Partial<Draft>) => void }) {
  const { t, i18n } = useTranslation('cases');
  const options = useQuery(optionsQuery(i18n.language)).data;
  const chosen = options?.behaviours.find(({ row }) => row === draft.row);
  return (
    <>
      <Section title={t('new.suspects')}>
        <PartyRows
          suspectsOnly
          value={draft.suspects}
          onChange={(suspects) => change({ suspects })}
          towns={options?.towns ?? []}
        />
      </Section>
      <Section title={t('new.about')}>
        <Field label={t('facts.title')}>
          {(ids) => (
            <Input
              {...ids}
              value={draft.title}
              maxLength={200}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('facts.text')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              rows={4}
              value={draft.text}
              maxLength={8000}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('list.behaviour')} {...(chosen?.article ? { help: chosen.article } : {})}>
          {(ids) => (
            <Select
              {...ids}
              style={{ width: '100%' }}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.row}
              options={(options?.behaviours ?? []).map(({ row, label }) => ({ value: row, label: `${row} ${label}` }))}
              onChange={(row?: number) => change({ row: row ?? null })}
            />
          )}
        </Field>
        <div className="edit-grid">
          <Field label={t('new.rightNumber')}>
            {(ids) => (
              <Input
                {...ids}
                value={draft.rightNumber}
                maxLength={60}
                onChange={(event) => change({ rightNumber: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('rights.holder')}>
            {(ids) => (
              <Input
                {...ids}
                value={draft.holder}
                maxLength={200}
                onChange={(event) => change({ holder: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Checkbox checked={draft.electronic} onChange={(event) => change({ electronic: event.target.checked })}>
          {t('flag.electronic')}
        </Checkbox>
      </Section>
    </>
  );
}

/** Registers a clue; the case it would be joined with shows while it is typed. */
export function Page() {
  const { t } = useTranslation(['cases', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { draft, change } = useDraft();
  const save = useMutation({
    mutationFn: () =>
      api.createClue({
        body: {
          source: { kind: draft.source, label: draft.sourceLabel.trim() || t('new.sourceNone') },
          receivedOn: draft.receivedOn,
          backDatedReason: draft.backDatedReason.trim() || null,
          title: draft.title.trim(),
          text: draft.text.trim(),
          suspects: draft.suspects
            .filter((one) => one.name.trim() !== '')
            .map(({ name, uscc, partyId, address, townCode, natural }) => ({
              name: name.trim(),
              uscc,
              partyId,
              address,
              townCode,
              natural,
            })),
          behaviourRow: draft.row,
          rights:
            draft.rightNumber.trim() === ''
              ? []
              : [
                  {
                    kind:
                      (draft.row ?? 0) >= 32 && (draft.row ?? 0) <= 36 ? ('patent' as const) : ('trademark' as const),
                    number: draft.rightNumber.trim(),
                    holder: draft.holder.trim() || null,
                  },
                ],
          organisationCode: draft.organisation,
          electronic: draft.electronic,
        },
      }),
    onSuccess: ({ caseId, number, joinedTo }) => {
      sessionStorage.removeItem(KEY);
      for (const queryKey of caseKeys) void queries.invalidateQueries({ queryKey });
      void message.success(joinedTo === null ? t('new.done', { number }) : t('new.joined', { number: joinedTo }));
      navigate(caseHref(caseId));
    },
  });
  const ready =
    draft.title.trim().length >= 2 &&
    draft.text.trim().length >= 4 &&
    draft.suspects.some((one) => one.name.trim() !== '');
  return (
    <div className="page new-case">
      <PageHeader
        title={t('new.title')}
        crumbs={[{ label: t('title'), to: casesBase }]}
        meta={<span>{t('new.meta')}</span>}
      />
      <Source draft={draft} change={change} />
      <About draft={draft} change={change} />
      <Similar draft={draft} />
      {save.error && <ErrorBox error={save.error} />}
      <div className="row dialog-foot">
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t('new.ok')}
        </Button>
        <span className="muted">{t('new.kept')}</span>
      </div>
    </div>
  );
}

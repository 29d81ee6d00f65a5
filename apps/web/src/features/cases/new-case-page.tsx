import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { caseHref, caseKeys, casesBase } from '../../components/case-frame/case-query.ts';
import { ErrorBox } from '../../components/error-box.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { today } from '../../lib/format.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { About, type Draft, Source } from './new-case-parts.tsx';
import { emptyParty } from './party-rows.tsx';
import './cases.css';

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

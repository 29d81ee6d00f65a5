import type { IndicatorDetail } from '@jince/contract';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Field } from '../../components/field.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { FailedState, ForbiddenState } from '../../components/page-states.tsx';
import { RuleEditor } from '../../components/rule-editor.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { api } from '../../lib/api.ts';
import { indicatorHref } from '../../lib/plan.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { indicatorQuery, refreshIndicators } from './indicator-query.ts';
import { type RuleTexts, useRuleDraft } from './rule-draft.ts';
import { RuleEffect } from './rule-effect.tsx';
import './rule-page.css';

/** What the rules as they stand would make of the figure; asked for once typing pauses. */
function useEffectOf(indicator: IndicatorDetail, texts: RuleTexts) {
  const { i18n } = useTranslation();
  const settled = useSettled(JSON.stringify(texts));
  const query = useQuery({
    queryKey: ['indicator-rule-preview', indicator.code, settled.value, i18n.language],
    queryFn: ({ signal }) =>
      api.previewIndicatorRule(
        { params: { code: indicator.code }, body: JSON.parse(settled.value) as RuleTexts },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return { query, checking: settled.waiting || query.isFetching };
}

function Editor({ indicator }: { indicator: IndicatorDetail }) {
  const { t } = useTranslation(['indicators', 'common']);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { draft, changed, write, setNote, discard } = useRuleDraft(indicator);
  const { texts, note } = draft;
  const { query, checking } = useEffectOf(indicator, texts);
  const effect = query.data;
  const back = indicatorHref(indicator.code);
  const save = useMutation({
    mutationFn: () =>
      api.saveIndicatorRule({
        params: { code: indicator.code },
        body: { ...texts, note: note.trim(), version: indicator.version },
      }),
    onSuccess: async ({ version }) => {
      discard();
      await refreshIndicators(queries);
      message.success(t('ruleSaved', { version }));
      navigate(back);
    },
  });
  const sound = !checking && effect !== undefined && effect.problems.length === 0;
  return (
    <div className="rule-desk">
      <section className="panel rule-desk-body" aria-label={t('editRule')}>
        {indicator.rules.map((rule) => (
          <RuleEditor
            key={rule.part}
            label={rule.label}
            lead={t('ruleLead')}
            value={texts[rule.part] ?? ''}
            onChange={(text) => write(rule.part, text)}
            problems={effect?.problems.filter((problem) => problem.part === rule.part) ?? []}
            sentence={
              effect?.sentences.find((one) => one.part === rule.part)?.sentence ??
              (texts[rule.part] === rule.text ? rule.sentence : null)
            }
            checking={checking}
          />
        ))}
        <p className="soft rule-desk-help">
          {t('ruleHelp')}{' '}
          <Link className="link" to="/facts" target="_blank">
            {t('factCatalogue')}
          </Link>
        </p>
        <Field label={t('reason')} help={t('ruleReasonHelp')}>
          {(ids) => (
            <Input.TextArea
              {...ids}
              value={note}
              maxLength={300}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {save.error && <ErrorBox error={save.error} />}
        <div className="row">
          <Button
            type="primary"
            disabled={!changed || !sound || note.trim().length < 2}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('saveAsVersion', { version: indicator.version + 1 })}
          </Button>
          <Button onClick={() => navigate(back)}>{t('common:cancel')}</Button>
          {changed ? (
            <button type="button" className="link" onClick={discard}>
              {t('ruleReset')}
            </button>
          ) : (
            <span className="muted">{t('ruleSame')}</span>
          )}
        </div>
      </section>
      <aside>
        <RuleEffect
          indicator={indicator}
          effect={effect}
          changed={changed}
          checking={checking}
          error={query.error}
          onRetry={() => query.refetch()}
        />
      </aside>
    </div>
  );
}

/** Changes the rules of an indicator; what that makes of the figure and whom it adds and drops is seen before saving. */
export function Page() {
  const { t, i18n } = useTranslation('indicators');
  const { code = '' } = useParams();
  const query = useQuery(indicatorQuery(code, undefined, i18n.language));
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return <PageSkeleton />;
  if (!query.data.mayEdit) return <ForbiddenState />;
  return (
    <div className="page">
      <PageHeader
        title={t('ruleTitle', { label: query.data.label })}
        crumbs={[
          { label: t('title'), to: '/plan/indicators' },
          { label: query.data.label, to: indicatorHref(code) },
        ]}
        meta={<span>{t('ruleAbout')}</span>}
      />
      <Editor key={query.data.version} indicator={query.data} />
    </div>
  );
}

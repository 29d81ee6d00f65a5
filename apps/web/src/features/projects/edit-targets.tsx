import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { type RowOf, replaceAt, withoutAt } from './application-draft.ts';
import type { Project, Verdict } from './project-query.ts';
import type { DraftState } from './use-application.ts';

type Target = RowOf<'targets'>;

/** What the server says of each target while it is typed. */
function useVerdicts(project: Project, targets: readonly Target[]): readonly (Verdict | undefined)[] {
  const { i18n } = useTranslation();
  const asked = JSON.stringify(targets.map(({ label, unit }) => ({ label, unit })));
  const { value } = useSettled(asked, 300);
  const query = useQuery({
    queryKey: ['check-targets', project.kind, value, i18n.language],
    queryFn: ({ signal }) =>
      api.checkTargets(
        { body: { kind: project.kind, targets: JSON.parse(value) as { label: string; unit: string }[] } },
        signal,
      ),
    enabled: targets.length > 0,
    placeholderData: keepPreviousData,
  });
  return targets.map((target, at) =>
    target.label.trim() === '' || value !== asked ? undefined : query.data?.verdicts[at],
  );
}

function Row({
  target,
  verdict,
  units,
  onChange,
  onRemove,
}: {
  target: Target;
  verdict: Verdict | undefined;
  units: readonly string[];
  onChange: (patch: Partial<Target>) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('projects');
  const refused = verdict !== undefined && !verdict.ok;
  return (
    <li className={refused ? 'target-row refused' : 'target-row'}>
      <Input
        value={target.label}
        maxLength={100}
        placeholder={t('target.label')}
        aria-label={t('target.label')}
        aria-invalid={refused}
        {...(refused ? { status: 'error' as const } : {})}
        onChange={(event) => onChange({ label: event.target.value, code: null })}
      />
      <Select
        value={target.unit || undefined}
        placeholder={t('target.unit')}
        aria-label={t('target.unit')}
        options={units.map((value) => ({ value, label: value }))}
        onChange={(unit: string) => onChange({ unit })}
      />
      <InputNumber
        value={target.baseline ?? null}
        placeholder={t('target.baseline')}
        aria-label={t('target.baseline')}
        onChange={(value) => onChange({ baseline: value === null ? null : Number(value) })}
      />
      <InputNumber
        value={target.goal}
        placeholder={t('target.goal')}
        aria-label={t('target.goal')}
        onChange={(value) => onChange({ goal: Number(value ?? 0) })}
      />
      <Button type="text" size="small" onClick={onRemove}>
        {t('form.remove')}
      </Button>
      {refused && (
        <p className="refusal" role="alert">
          {verdict.reason}
        </p>
      )}
    </li>
  );
}

/** Targets with the refusal of those that count filings, as they are typed; what the kind suggests is one click away. */
export function EditTargets({ project, state }: { project: Project; state: DraftState }) {
  const { t } = useTranslation('projects');
  const { draft, change } = state;
  const verdicts = useVerdicts(project, draft.targets);
  const unused = project.terms.targets.filter((one) => !draft.targets.some((target) => target.label === one.label));
  const add = (target: Partial<Target>) =>
    change({
      targets: [
        ...draft.targets,
        { code: null, label: '', unit: project.terms.units[0] ?? '', baseline: null, goal: 0, ...target },
      ],
    });
  return (
    <Section title={t('target.title')} note={t('target.note')}>
      <ul className="target-rows">
        {draft.targets.map((target, at) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
            key={at}
            target={target}
            verdict={verdicts[at]}
            units={project.terms.units}
            onChange={(patch) => change({ targets: replaceAt(draft.targets, at, patch) })}
            onRemove={() => change({ targets: withoutAt(draft.targets, at) })}
          />
        ))}
      </ul>
      <div className="suggestions">
        <Button onClick={() => add({})}>{t('target.add')}</Button>
        {unused.length > 0 && <span className="muted">{t('target.suggested')}</span>}
        {unused.map((one) => (
          <Button
            key={one.code}
            size="small"
            title={one.text}
            onClick={() => add({ code: one.code, label: one.label, unit: one.unit })}
          >
            + {one.label}
          </Button>
        ))}
      </div>
    </Section>
  );
}

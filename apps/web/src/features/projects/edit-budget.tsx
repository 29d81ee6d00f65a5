import { Button, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { Wan } from './amounts.tsx';
import { budgetOf, replaceAt, withoutAt } from './application-draft.ts';
import type { Project } from './project-query.ts';
import type { DraftState } from './use-application.ts';

const FEN_PER_WAN = 1_000_000;
const toFen = (wan: unknown) => Math.round(Number(wan ?? 0) * FEN_PER_WAN);

/** The budget in units of ten thousand yuan, with the limits of the kind beside the sums. */
export function EditBudget({ project, state }: { project: Project; state: DraftState }) {
  const { t } = useTranslation('projects');
  const { draft, change } = state;
  const { grantFen, selfFen, selfPercent } = budgetOf(draft);
  const set = (at: number, patch: Partial<(typeof draft.budget)[number]>) =>
    change({ budget: replaceAt(draft.budget, at, patch) });
  return (
    <Section title={t('budget.title')} note={t('unit.wan')}>
      <ul className="budget-rows">
        {draft.budget.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are typed
          <li key={at} className="budget-row">
            <Input
              value={line.item}
              maxLength={60}
              placeholder={t('budget.item')}
              aria-label={t('budget.item')}
              onChange={(event) => set(at, { item: event.target.value })}
            />
            <InputNumber
              min={0}
              value={line.grantFen / FEN_PER_WAN}
              prefix={t('budget.grantShort')}
              aria-label={t('budget.grant')}
              onChange={(value) => set(at, { grantFen: toFen(value) })}
            />
            <InputNumber
              min={0}
              value={line.selfFen / FEN_PER_WAN}
              prefix={t('budget.selfShort')}
              aria-label={t('budget.self')}
              onChange={(value) => set(at, { selfFen: toFen(value) })}
            />
            <Button type="text" size="small" onClick={() => change({ budget: withoutAt(draft.budget, at) })}>
              {t('form.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => change({ budget: [...draft.budget, { item: '', grantFen: 0, selfFen: 0, note: '' }] })}>
        {t('budget.add')}
      </Button>
      <p className="budget-sums">
        <span className={grantFen > project.terms.grantFen ? 'late' : undefined}>
          {t('budget.grant')} <Wan fen={grantFen} /> / {t('terms.most')} <Wan fen={project.terms.grantFen} />
        </span>
        <span className={selfPercent !== null && selfPercent < project.terms.selfPercent ? 'late' : undefined}>
          {t('budget.self')} <Wan fen={selfFen} /> ({selfPercent ?? 0}% / ≥ {project.terms.selfPercent}%)
        </span>
      </p>
    </Section>
  );
}

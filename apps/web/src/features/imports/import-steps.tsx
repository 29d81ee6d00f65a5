import { useTranslation } from 'react-i18next';

const steps = ['upload', 'recognise', 'check', 'preview', 'commit'] as const;

/** Step the import stands at, and whether it waits for a person (`turn`), runs, ended or broke there. */
function placeOf(state: string, hasRows: boolean): { at: number; mood: 'runs' | 'turn' | 'done' | 'broken' | 'ended' } {
  switch (state) {
    case 'uploaded':
      return { at: 1, mood: 'runs' };
    case 'recognised':
      return { at: 1, mood: 'turn' };
    case 'reading':
      return { at: 2, mood: 'runs' };
    case 'previewed':
      return { at: 3, mood: 'turn' };
    case 'committing':
      return { at: 4, mood: 'runs' };
    case 'committed':
      return { at: 5, mood: 'done' };
    case 'undoing':
      return { at: 4, mood: 'runs' };
    case 'undone':
      return { at: 4, mood: 'ended' };
    case 'failed':
      return { at: hasRows ? 2 : 1, mood: 'broken' };
    default:
      return { at: hasRows ? 3 : 1, mood: 'ended' };
  }
}

/** 上传 → 识别 → 检查 → 预览 → 写入, with where this import stands. */
export function ImportSteps({ state, hasRows }: { state: string; hasRows: boolean }) {
  const { t } = useTranslation('imports');
  const { at, mood } = placeOf(state, hasRows);
  return (
    <ol className="import-steps">
      {steps.map((step, index) => {
        const place = index < at ? 'past' : index === at ? mood : 'ahead';
        return (
          <li key={step} className={place} aria-current={index === at ? 'step' : undefined}>
            <i aria-hidden="true">
              {place === 'past' || place === 'done' ? '✓' : place === 'broken' ? '!' : index + 1}
            </i>
            <span>
              <b>{t(`step.${step}`)}</b>
              <small>{index === at ? t(`state.${state}`) : place === 'past' ? t('step.past') : ''}</small>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

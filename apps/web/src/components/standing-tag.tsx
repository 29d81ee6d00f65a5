import { useTranslation } from 'react-i18next';
import type { Standing } from '../lib/plan.ts';
import './standing-tag.css';
import { StatusTag, type Tone } from './status-tag.tsx';

const tones: Record<Standing, Tone> = {
  done: 'good',
  'on-track': 'good',
  attention: 'warn',
  behind: 'late',
  'no-target': 'plain',
  'no-data': 'plain',
  'not-built': 'plain',
};

/** Where something of the plan stands, in the server's words or the general one. */
export function StandingTag({ standing, text, title }: { standing: Standing; text?: string; title?: string }) {
  const { t } = useTranslation('plan');
  const words = text || t(`standing.${standing}`);
  if (standing === 'not-built')
    return (
      <span className="tag not-built-tag" title={title}>
        {words}
      </span>
    );
  return (
    <StatusTag tone={tones[standing]} {...(title ? { title } : {})}>
      {words}
    </StatusTag>
  );
}

/** One small sign per standing: its shape says what its colour says. */
export function StandingSign({ standing }: { standing: Standing }) {
  return <i className={`standing-sign ${standing}`} aria-hidden="true" />;
}

/** A target that was made up for the demonstration says so wherever it is shown. */
export function ExampleMark() {
  const { t } = useTranslation('plan');
  return (
    <span className="example-mark" title={t('basis.exampleWhy')}>
      {t('basis.example')}
    </span>
  );
}

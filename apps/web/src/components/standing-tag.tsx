import type { ReactNode } from 'react';
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

/** By how much it is behind: the first number of the sentence, which begins with it. */
const behindBy = (sentence: string | undefined) => /^[^\d\uff1a:]*(\d[\d,.]*)/.exec(sentence ?? '')?.[1];

interface StandingTagProps {
  readonly standing: Standing;
  /** The sentence behind the word, shown on hover. */
  readonly sentence?: string;
  /** Unit of the indicator: with it a tag says by how much the figure is behind. */
  readonly unit?: string;
  /** Said instead of the general word. */
  readonly children?: ReactNode;
}

/** Where something of the plan stands, as one word; by how much it is behind, where that is known. */
export function StandingTag({ standing, sentence, unit, children }: StandingTagProps) {
  const { t } = useTranslation('plan');
  const short = standing === 'behind' && unit !== undefined ? behindBy(sentence) : undefined;
  const by = short && (unit === '%' ? t('behindPoints', { n: short }) : t('behindUnits', { n: short, unit }));
  const words = children ?? by ?? t(`standing.${standing}`);
  if (standing === 'not-built')
    return (
      <span className="tag not-built-tag" title={sentence}>
        {words}
      </span>
    );
  return (
    <StatusTag tone={tones[standing]} {...(sentence ? { title: sentence } : {})}>
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

import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './rule-editor.css';
import { placeOf, splitByProblems } from './rule-text.ts';

export interface RuleProblemView {
  readonly code: string;
  /** Place as character offsets into the rule. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly suggestion: string | null;
}

interface RuleEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problems: readonly RuleProblemView[];
  /** The rule as a sentence, once it is sound. */
  readonly sentence: string | null | undefined;
  /** What stands before the sentence. */
  readonly lead: string;
  readonly checking?: boolean;
  readonly help?: ReactNode;
  /** The box itself, for who puts something where the cursor stands. */
  readonly boxRef?: RefObject<HTMLTextAreaElement | null>;
}

/** A rule as text: what is wrong is underlined where it stands, said below, and can be put right with one press. */
export function RuleEditor(props: RuleEditorProps) {
  const { label, value, onChange, problems, sentence, lead, checking, help } = props;
  const { t } = useTranslation('cultivation');
  const id = useId();
  const own = useRef<HTMLTextAreaElement>(null);
  const box = props.boxRef ?? own;
  const select = (from: number, to: number) => {
    box.current?.focus();
    box.current?.setSelectionRange(from, Math.max(to, from + 1));
  };
  const replace = (problem: RuleProblemView) => {
    onChange(value.slice(0, problem.from) + problem.suggestion + value.slice(problem.to));
    box.current?.focus();
  };
  return (
    <div className="rule-editor">
      <label htmlFor={id}>{label}</label>
      <div className={problems.length > 0 ? 'rule-box wrong' : 'rule-box'}>
        <pre aria-hidden="true">
          {splitByProblems(value, problems).map((part) =>
            part.wrong ? <mark key={part.from}>{part.text}</mark> : <span key={part.from}>{part.text}</span>,
          )}
          {'\n'}
        </pre>
        <textarea
          ref={box}
          id={id}
          value={value}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          maxLength={10_000}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div id={`${id}-note`} className="rule-note" aria-live="polite">
        {problems.length > 0 ? (
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.code}${problem.from}${problem.text}`}>
                <button type="button" className="link" onClick={() => select(problem.from, problem.to)}>
                  {t('rule.place', placeOf(value, problem.from))}
                </button>
                <span>{problem.text}</span>
                {problem.suggestion && (
                  <button type="button" className="rule-fix" onClick={() => replace(problem)}>
                    {t('rule.replace', { suggestion: problem.suggestion })}
                  </button>
                )}
              </li>
            ))}
          </ul>
        ) : value.trim() === '' ? (
          <span className="muted">{t('rule.empty')}</span>
        ) : sentence ? (
          <p className={checking ? 'rule-sentence checking' : 'rule-sentence'}>
            <b>{lead}</b> {sentence}
          </p>
        ) : (
          checking && <span className="muted">{t('rule.checking')}</span>
        )}
      </div>
      {help}
    </div>
  );
}

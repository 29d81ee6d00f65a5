import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { expertHref, type Review } from './project-query.ts';

type Candidate = Review['candidates'][number];

function Free({ one, chosen, onChange }: { one: Candidate; chosen: boolean; onChange: (chosen: boolean) => void }) {
  const { t } = useTranslation('projects');
  return (
    <li>
      <Checkbox checked={chosen} onChange={(event) => onChange(event.target.checked)}>
        <b>{one.expert}</b>
      </Checkbox>
      <small className="muted">
        {[one.title, one.employer, one.fields.join('、'), one.open > 0 ? t('review.open', { count: one.open }) : null]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </li>
  );
}

function Barred({ one }: { one: Candidate }) {
  return (
    <li className="barred">
      <Link className="link" to={expertHref(one.expertId)}>
        {one.expert}
      </Link>
      <small className="muted">{one.employer}</small>
      <ul>
        {one.conflicts.map((conflict) => (
          <li key={conflict.text}>{conflict.text}</li>
        ))}
      </ul>
    </li>
  );
}

/** Experts to choose from; those the facts exclude stand apart, each with the reason. */
export function Candidates({
  review,
  pending,
  onAssign,
}: {
  review: Review;
  pending: boolean;
  onAssign: (ids: string[]) => void;
}) {
  const { t } = useTranslation('projects');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const free = review.candidates.filter((one) => one.conflicts.length === 0);
  const barred = review.candidates.filter((one) => one.conflicts.length > 0);
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <div className="candidates">
      <h3 className="sub-title">{t('review.candidates', { count: free.length })}</h3>
      <ul>
        {free.map((one) => (
          <Free
            key={one.expertId}
            one={one}
            chosen={chosen.has(one.expertId)}
            onChange={(on) => toggle(one.expertId, on)}
          />
        ))}
      </ul>
      <Button
        type="primary"
        disabled={chosen.size === 0}
        loading={pending}
        onClick={() => {
          onAssign([...chosen]);
          setChosen(new Set());
        }}
      >
        {t('review.assign', { count: chosen.size })}
      </Button>
      {barred.length > 0 && (
        <>
          <h3 className="sub-title">{t('review.barred', { count: barred.length })}</h3>
          <ul>
            {barred.map((one) => (
              <Barred key={one.expertId} one={one} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

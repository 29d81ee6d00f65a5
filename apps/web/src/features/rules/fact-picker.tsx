import type { FactSummary, RouteOutput, routes, SubjectSummary } from '@jince/contract';
import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type Catalogue = RouteOutput<typeof routes.listFacts>;
const MOST = 60;

interface Choice {
  readonly key: string;
  readonly label: string;
  readonly name: string;
  readonly note: string;
  readonly insert: string;
  readonly href: string | undefined;
}

const ofFact = (fact: FactSummary): Choice => ({
  key: fact.name,
  label: fact.label,
  name: fact.name,
  note: fact.definition,
  insert: fact.sample,
  href: `/facts/${fact.name}`,
});

/** Facts of the subject and its collections first, then those of the collections' items, which stand inside predicates. */
function choicesOf(catalogue: Catalogue, subject: SubjectSummary): { own: Choice[]; items: Choice[] } {
  const kinds = new Set(subject.collections.map((collection) => collection.items));
  const collections = subject.collections.map(
    (one): Choice => ({
      key: one.name,
      label: one.label,
      name: one.name,
      note: one.sample,
      insert: one.sample,
      href: undefined,
    }),
  );
  return {
    own: [...collections, ...catalogue.items.filter((fact) => fact.subject === subject.subject).map(ofFact)],
    items: catalogue.items
      .filter((fact) => kinds.has(fact.subject))
      .map((fact) => ({ ...ofFact(fact), insert: `x.${fact.path}`, name: `${fact.subject}: x.${fact.path}` })),
  };
}

const answers = (choice: Choice, words: readonly string[]) =>
  words.every((word) => `${choice.label} ${choice.name} ${choice.note}`.toLowerCase().includes(word));

function Choices({ title, all, onPick }: { title: string; all: readonly Choice[]; onPick: (text: string) => void }) {
  const { t } = useTranslation('rules');
  if (all.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {all.slice(0, MOST).map((choice) => (
          <li key={choice.key}>
            <button type="button" onClick={() => onPick(choice.insert)} title={choice.note}>
              <b>{choice.label}</b>
              <code>{choice.name}</code>
            </button>
            {choice.href && (
              <Link to={choice.href} target="_blank" aria-label={t('about', { fact: choice.label })}>
                {t('definition')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {all.length > MOST && <p className="muted">{t('moreFacts', { total: all.length - MOST })}</p>}
    </>
  );
}

/** The facts a rule may name, searched by word; one press puts a fact where the cursor stands. */
export function FactPicker({
  catalogue,
  subject,
  onPick,
}: {
  catalogue: Catalogue;
  subject: SubjectSummary;
  onPick: (text: string) => void;
}) {
  const { t } = useTranslation('rules');
  const [q, setQ] = useState('');
  const words = useDeferredValue(q).toLowerCase().split(/\s+/).filter(Boolean);
  const { own, items } = choicesOf(catalogue, subject);
  const found = (all: readonly Choice[]) => all.filter((choice) => answers(choice, words));
  const [foundOwn, foundItems] = [found(own), found(items)];
  return (
    <div className="fact-picker">
      <Input
        value={q}
        allowClear
        maxLength={60}
        placeholder={t('findFact')}
        aria-label={t('findFact')}
        onChange={(event) => setQ(event.target.value)}
      />
      <div className="fact-picker-list">
        <Choices title={t('factsOf', { subject: subject.label })} all={foundOwn} onPick={onPick} />
        <Choices title={t('factsOfItems')} all={foundItems} onPick={onPick} />
        {foundOwn.length + foundItems.length === 0 && <p className="muted">{t('noFact')}</p>}
      </div>
    </div>
  );
}

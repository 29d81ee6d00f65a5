import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { api } from '../../lib/api.ts';
import { useSettled } from '../../lib/use-settled.ts';
import { matterHref } from './complaint-query.ts';
import { type LetterDraft, toCheck } from './letter-form.ts';

/** Where the letter would go, by when it must be decided, and what it repeats: before it is saved. */
export function LetterCheck({ draft }: { draft: LetterDraft }) {
  const { t, i18n } = useTranslation('complaints');
  const { value: asked } = useSettled(JSON.stringify(toCheck(draft)), 400);
  const check = useQuery({
    queryKey: ['complaint-check', asked, i18n.language],
    queryFn: ({ signal }) =>
      api.checkComplaintLetter({ body: JSON.parse(asked) as ReturnType<typeof toCheck> }, signal),
    placeholderData: keepPreviousData,
  });
  const found = check.data;
  return (
    <aside className="letter-check">
      <Section title={t('check.title')}>
        {check.error && <ErrorBox error={check.error} />}
        {found && (
          <div className="stack-tight">
            <h3>{t('check.clocks')}</h3>
            <ul className="letter-clocks">
              {found.clocks.map((clock) => (
                <li key={clock.label}>
                  <b className="mono">{clock.dueOn}</b> {clock.label}
                  <span className="cell-sub">{clock.article}</span>
                </li>
              ))}
            </ul>
            <h3>{t('check.route')}</h3>
            <p className={found.inside ? undefined : 'late'}>
              <b>{found.organisation}</b>
            </p>
            <ol className="matter-route">
              {found.route.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {found.same.length > 0 && (
              <>
                <h3>{t('check.same')}</h3>
                {found.same.map((one) => (
                  <div key={one.id} className="matter-root">
                    <Link className="link" to={matterHref(one.id)} target="_blank">
                      {one.number} {one.title}
                    </Link>
                    <p className="cell-sub">{one.reason}</p>
                  </div>
                ))}
              </>
            )}
          </div>
        )}
      </Section>
    </aside>
  );
}

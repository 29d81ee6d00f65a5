import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { type Needed, type Papers, paperHref } from './papers-query.ts';
import { useBegin } from './use-begin.ts';

function NeededRow({ papers, row, onBegin }: { papers: Papers; row: Needed; onBegin: (() => void) | undefined }) {
  const { t } = useTranslation('case-papers');
  return (
    <li className={`needed ${row.standing}`}>
      <span className="needed-mark" aria-hidden="true" />
      <div>
        <b>{row.label}</b>
        <span className="needed-standing">{t(`needed.${row.standing}`)}</span>
        <small>
          {row.because && `${row.because} · `}
          {row.article}
        </small>
      </div>
      {row.paperId ? (
        <Link className="link" to={paperHref(papers.caseId, row.paperId)} aria-label={`${t('open')} ${row.label}`}>
          {t('open')}
        </Link>
      ) : (
        onBegin && (
          <Button size="small" onClick={onBegin} aria-label={`${t('draft')} ${row.label}`}>
            {t('draft')}
          </Button>
        )
      )}
    </li>
  );
}

/** What the stage of the case wants on paper, each with the article that asks for it. */
export function NeededPapers({ papers }: { papers: Papers }) {
  const { t } = useTranslation('case-papers');
  const begin = useBegin(papers.caseId);
  const missing = papers.needed.filter(({ standing }) => standing === 'missing').length;
  return (
    <Section
      title={t('needed.title', { state: papers.stateLabel })}
      note={missing > 0 ? t('needed.count', { n: missing }) : null}
    >
      {papers.needed.length === 0 ? (
        <EmptyState title={t('needed.none')} />
      ) : (
        <ul className="needed-list">
          {papers.needed.map((row) => (
            <NeededRow
              key={row.form}
              papers={papers}
              row={row}
              onBegin={papers.may.draft ? () => begin.mutate({ form: row.form }) : undefined}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

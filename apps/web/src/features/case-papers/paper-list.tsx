import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { type PaperLine, type Papers, paperHref, toneOfPaper } from './papers-query.ts';

const OPEN: readonly PaperLine['state'][] = ['draft', 'submitted', 'approved'];

function Row({ paper }: { paper: PaperLine }) {
  const { t } = useTranslation('case-papers');
  const days = [
    paper.issuedOn && t('issuedOn', { on: paper.issuedOn }),
    paper.servedOn && t('servedOn', { on: paper.servedOn }),
    !paper.issuedOn && t('begunBy', { by: paper.createdBy, on: paper.createdAt.slice(0, 10) }),
  ].filter(Boolean);
  return (
    <li className={paper.state === 'withdrawn' ? 'paper-row gone' : 'paper-row'}>
      <Link to={paperHref(paper.caseId, paper.id)}>
        <b>{paper.title}</b>
        {paper.number && <span className="mono paper-number">{paper.number}</span>}
        <small>
          {days.join(' · ')}
          {paper.corrects && ` · ${t('corrects', { title: paper.corrects.title, number: paper.corrects.number })}`}
        </small>
      </Link>
      <span className="paper-standing">
        <StatusTag tone={toneOfPaper(paper)}>{paper.stateLabel}</StatusTag>
        {paper.waitsFor && <small>{t('waitsFor', { who: paper.waitsFor })}</small>}
      </span>
    </li>
  );
}

function Group({ title, rows }: { title: string; rows: readonly PaperLine[] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={title} note={String(rows.length)} flush>
      <ul className="paper-rows">
        {rows.map((paper) => (
          <Row key={paper.id} paper={paper} />
        ))}
      </ul>
    </Section>
  );
}

/** Papers there are: those under way first, then what went out, then what was taken back. */
export function PaperList({ papers }: { papers: Papers }) {
  const { t } = useTranslation('case-papers');
  const all = papers.papers;
  if (all.length === 0)
    return (
      <Section title={t('list.none')}>
        <EmptyState title={t('list.noneTitle')}>{t('list.noneText')}</EmptyState>
      </Section>
    );
  return (
    <div className="paper-stack">
      <Group title={t('list.open')} rows={all.filter(({ state }) => OPEN.includes(state))} />
      <Group title={t('list.out')} rows={all.filter(({ state }) => state === 'issued' || state === 'served')} />
      <Group title={t('list.withdrawn')} rows={all.filter(({ state }) => state === 'withdrawn')} />
    </div>
  );
}

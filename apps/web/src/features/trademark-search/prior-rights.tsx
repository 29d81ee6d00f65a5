import type { PriorRightsView } from '@jince/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { api } from '../../lib/api.ts';
import { formatExact } from '../../lib/format.ts';
import type { ListState } from '../../lib/list-state.ts';
import { useApplicant } from './filing-advice.tsx';
import { TONES } from './result-groups.tsx';

type Group = PriorRightsView['groups'][number];
type Hit = Group['hits'][number];

function Line({ hit, kind }: { hit: Hit; kind: Group['kind'] }) {
  const { t } = useTranslation('trademark-search');
  const facts = [
    hit.since === null ? '' : t(`prior.since.${kind}`, { on: hit.since }),
    hit.place ?? '',
    hit.name === hit.word ? '' : t('prior.word', { word: hit.word }),
  ].filter(Boolean);
  return (
    <li className="hit">
      <div className="hit-head">
        {hit.partyId === null ? <b>{hit.name}</b> : <AppLink to={`/enterprises/${hit.partyId}`}>{hit.name}</AppLink>}
        <StatusTag tone={hit.level === 'far' ? 'plain' : TONES[hit.level]}>{t(`level.${hit.level}`)}</StatusTag>
      </div>
      <p>{hit.reasons}</p>
      <p className="hit-facts">{facts.join(' · ')}</p>
    </li>
  );
}

/** Trade names and geographical indications of the district that may stand against a filing: their own group, with the law. */
export function PriorRights({ state }: { state: ListState }) {
  const { t, i18n } = useTranslation('trademark-search');
  const party = useApplicant(state);
  const asked = { text: state.filters.text ?? '', ...(party === undefined ? {} : { party }) };
  const query = useQuery({
    queryKey: ['prior-rights', asked, i18n.language],
    queryFn: ({ signal }) => api.searchPriorRights({ query: asked }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (query.error) return <ErrorBox error={query.error} onRetry={() => query.refetch()} />;
  if (!query.data) return null;
  const { groups, searched } = query.data;
  return (
    <Section title={t('prior.title')} note={t('prior.note')}>
      {groups.map((group) => (
        <div key={group.kind} className="prior-group">
          <h3>{t(`prior.kind.${group.kind}`, { n: group.total })}</h3>
          {group.hits.length === 0 ? (
            <p className="soft">{t(`prior.none.${group.kind}`)}</p>
          ) : (
            <>
              <ul className="hits">
                {group.hits.map((hit) => (
                  <Line key={`${hit.name}${hit.word}`} hit={hit} kind={group.kind} />
                ))}
              </ul>
              {group.total > group.hits.length && (
                <p className="muted">{t('prior.more', { n: group.total - group.hits.length })}</p>
              )}
              <p className="muted">
                {group.text}（{group.article}）{group.verify}
              </p>
            </>
          )}
        </div>
      ))}
      <p className="muted">
        {t('prior.searched', {
          parties: formatExact(searched.parties),
          indications: formatExact(searched.indications),
        })}
      </p>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PartyChoice } from '../../components/party-choice.tsx';
import { Section } from '../../components/section.tsx';
import { permissions } from '../../config/permissions.ts';
import { addressQuery, api, routes, urlOf } from '../../lib/api.ts';
import type { ListState } from '../../lib/list-state.ts';
import { can, useMe } from '../../lib/meta.ts';
import { useOwnParty } from '../../lib/own-party.ts';
import { inPortal } from '../../lib/portal-address.ts';
import { askedOf } from './use-mark-search.ts';

/** Whose filing it would be: the enterprise the portal is about, in the console whoever is chosen. */
export function useApplicant(state: ListState): string | undefined {
  const me = useMe();
  const { partyId } = useOwnParty();
  if (!can(me, permissions.readTrademarks)) return undefined;
  return inPortal() ? partyId || undefined : state.filters.party;
}

/** Points to think about before filing, with the figures they rest on. */
export function FilingAdvice({ state }: { state: ListState }) {
  const { t, i18n } = useTranslation('trademark-search');
  const me = useMe();
  const party = useApplicant(state);
  const asked = { text: state.filters.text ?? '', ...(party === undefined ? {} : { party }) };
  const query = useQuery({
    queryKey: ['filing-advice', asked, i18n.language],
    queryFn: ({ signal }) => api.adviseOnFiling({ query: asked }, signal),
  });
  const advice = query.data;
  return (
    <Section title={t('filing.title')} note={t('filing.note')}>
      {!inPortal() && can(me, permissions.readParties) && (
        <div className="applicant">
          <PartyChoice value={party} label={t('filing.applicant')} onChange={(id) => state.set({ party: id })} />
        </div>
      )}
      {advice?.facts && (
        <p>{t('filing.facts', { ...advice.facts, months: advice.windowMonths, name: advice.applicant })}</p>
      )}
      {advice && advice.hints.length === 0 && <p className="soft">{t('filing.none')}</p>}
      {advice && advice.hints.length > 0 && (
        <ul className="grounds">
          {advice.hints.map((hint) => (
            <li key={hint.text}>{hint.text}</li>
          ))}
        </ul>
      )}
      {advice?.facts && advice.thresholdNote && <p className="muted">{advice.thresholdNote}</p>}
      {advice?.article && (
        <p className="muted">
          {advice.article}
          {advice.verify !== null && `（${advice.verify}）`}
        </p>
      )}
    </Section>
  );
}

/** The report before filing, in both forms. */
export function ReportLinks({ state }: { state: ListState }) {
  const { t } = useTranslation('trademark-search');
  const party = useApplicant(state);
  const asked = { ...askedOf(state), ...(party === undefined ? {} : { party }) };
  const href = (format: string) =>
    urlOf(routes.downloadClearance, { query: addressQuery<'downloadClearance'>({ ...asked, format }) });
  return (
    <Section title={t('report.title')} note={t('report.note')}>
      <div className="row">
        <Button type="primary" href={href('pdf')} download>
          {t('report.pdf')}
        </Button>
        <Button href={href('docx')} download>
          {t('report.docx')}
        </Button>
      </div>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Descriptions } from '../../components/descriptions.tsx';
import { MetaItem, PageHeader } from '../../components/page-header.tsx';
import { FailedState } from '../../components/page-states.tsx';
import { Section } from '../../components/section.tsx';
import { PageSkeleton } from '../../components/skeleton.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { TargetStateTag } from '../../components/target-state.tsx';
import { Timeline } from '../../components/timeline.tsx';
import { TraceTree } from '../../components/trace-tree.tsx';
import { permissions } from '../../config/permissions.ts';
import { formatDay } from '../../lib/format.ts';
import { can, useMe } from '../../lib/meta.ts';
import { KeptNote } from './kept-note.tsx';
import { useDrafts } from './use-drafts.ts';
import { usePhone } from './use-phone.ts';
import { useVisitDraft } from './use-visit-draft.ts';
import { VisitForm } from './visit-form.tsx';
import { VisitLog } from './visit-log.tsx';
import { type Target, targetQuery } from './work-query.ts';
import '../../components/record-layout.css';
import './work.css';

function Head({ target, phone }: { target: Target; phone: boolean }) {
  const { t } = useTranslation(['work', 'cultivation']);
  const me = useMe();
  return (
    <PageHeader
      title={target.name}
      crumbs={
        phone
          ? [{ label: t('title'), to: '/cultivation/work' }]
          : [
              ...(can(me, permissions.readCampaigns)
                ? [
                    { label: target.campaignTitle, to: `/cultivation/campaigns/${target.campaignId}` },
                    { label: t('worklist'), to: `/cultivation/campaigns/${target.campaignId}/worklist` },
                  ]
                : [{ label: target.campaignTitle }]),
            ]
      }
      tags={
        <>
          <TargetStateTag state={target.state} />
          {target.late && (
            <StatusTag tone="warn" title={t('cultivation:lateHelp')}>
              {t('cultivation:late')}
            </StatusTag>
          )}
          {target.overdue && <StatusTag tone="late">{t('cultivation:overdue')}</StatusTag>}
        </>
      }
      meta={
        <>
          {target.uscc && <MetaItem label={t('uscc')}>{target.uscc}</MetaItem>}
          {target.town && <MetaItem label={t('town')}>{target.town}</MetaItem>}
          <MetaItem label={t('assignee')}>{target.assignee ?? t('cultivation:unassigned')}</MetaItem>
          <MetaItem label={t('enteredOn')}>{target.enteredOn}</MetaItem>
          {target.succeededOn && <MetaItem label={t('succeededOn')}>{target.succeededOn}</MetaItem>}
          <KeptNote keptAt={target.keptAt} />
        </>
      }
      actions={
        !phone && (
          <>
            <Link to={target.href}>
              <Button>{t('record')}</Button>
            </Link>
            {target.partyId && (
              <Link to={`/cultivation/briefs/${target.partyId}`}>
                <Button>{t('brief')}</Button>
              </Link>
            )}
          </>
        )
      }
    />
  );
}

/** The result, in words: what the registers say, and what is still missing to it. */
function Result({ target }: { target: Target }) {
  const { t } = useTranslation(['work', 'cultivation']);
  const done = target.success.outcome === 'true';
  return (
    <Section title={t(done ? 'success.done' : 'success.missing')} note={t('cultivation:byImport')}>
      {target.leftReason && <p className="warn target-note">{t('left', { reason: target.leftReason })}</p>}
      {target.state === 'reverted' && <p className="late target-note">{t('cultivation:targetStateHelp.reverted')}</p>}
      <TraceTree trace={target.success} label={t('success.label')} />
    </Section>
  );
}

function Contact({ target, phone }: { target: Target; phone: boolean }) {
  const { t } = useTranslation('work');
  return (
    <Section title={t('contact.title')}>
      <Descriptions
        items={[
          { key: 'address', label: t('contact.address'), value: target.address, wide: true },
          { key: 'contact', label: t('contact.person'), value: target.contact, wide: true },
          { key: 'industry', label: t('contact.industry'), value: target.industry, wide: true },
          {
            key: 'next',
            label: t('contact.next'),
            value: [target.nextOn, target.nextStep].filter(Boolean).join(' '),
            wide: true,
          },
        ]}
      />
      {phone && (
        <p className="contact-links">
          <Link className="link" to={target.href}>
            {t('record')}
          </Link>
          {target.partyId && (
            <Link className="link" to={`/cultivation/briefs/${target.partyId}`}>
              {t('brief')}
            </Link>
          )}
        </p>
      )}
    </Section>
  );
}

function FormSection({ target }: { target: Target }) {
  const { t } = useTranslation('work');
  const handle = useVisitDraft({ id: target.id, name: target.name, campaignTitle: target.campaignTitle });
  return (
    <Section title={t('form.title')}>
      <VisitForm handle={handle} steps={target.steps} onDone={() => undefined} />
    </Section>
  );
}

function Others({ target }: { target: Target }) {
  const { t } = useTranslation('work');
  if (target.otherCampaigns.length === 0) return null;
  return (
    <Section title={t('others')}>
      <ul className="other-campaigns">
        {target.otherCampaigns.map((campaign) => (
          <li key={campaign.id}>
            <Link to={`/cultivation/targets/${campaign.id}`}>{campaign.title}</Link>
            <TargetStateTag state={campaign.state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Loaded({ target }: { target: Target }) {
  const { t } = useTranslation(['work', 'cultivation']);
  const phone = usePhone();
  const drafts = useDrafts().filter((draft) => draft.targetId === target.id);
  const log = (
    <Section title={t('log.title')} note={t('log.note', { total: target.visitLog.length })}>
      <VisitLog visits={target.visitLog} drafts={drafts} steps={target.steps} />
    </Section>
  );
  return (
    <div className="page target-page">
      <Head target={target} phone={phone} />
      <div className="record">
        <div>
          {phone && <Contact target={target} phone />}
          {phone && log}
          <Result target={target} />
          <Section title={t('why.title')} note={t('why.note', { on: target.enteredOn })}>
            <TraceTree trace={target.why} label={t('why.title')} />
          </Section>
          {!phone && log}
          <Section title={t('timeline')}>
            <Timeline
              entries={target.timeline.map((entry, index) => ({
                key: `${entry.at}${index}`,
                on: formatDay(entry.at),
                title: entry.text,
                text: entry.actor,
              }))}
            />
          </Section>
        </div>
        <div>
          {!phone && <Contact target={target} phone={false} />}
          {!phone && target.mayLog && <FormSection target={target} />}
          <Others target={target} />
        </div>
      </div>
      {phone && target.mayLog && (
        <div className="target-bar no-print">
          <Link to={`/cultivation/targets/${target.id}/visit`} className="big-button">
            {t(drafts.some((draft) => draft.state === 'draft') ? 'form.goOn' : 'form.title')}
          </Link>
        </div>
      )}
    </div>
  );
}

/** One target of a campaign: why it is on the list, what is missing, who was there, what comes next. */
export function Page() {
  const { id = '' } = useParams();
  const { i18n } = useTranslation();
  const me = useMe();
  const query = useQuery(targetQuery(me.userId, id, i18n.language));
  if (query.data) return <Loaded key={id} target={query.data} />;
  if (query.error) return <FailedState error={query.error} onRetry={() => query.refetch()} />;
  return <PageSkeleton />;
}

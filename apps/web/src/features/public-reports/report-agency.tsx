import type { RouteOutput, routes } from '@jince/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describe-error.ts';
import { useSettled } from '../../lib/use-settled.ts';

type Report = RouteOutput<typeof routes.getReportOfPublic>;
const NONE = 'none';
const OTHER = 'other';

function AgencyFinder({ value, onChange }: { value: string | undefined; onChange: (id: string) => void }) {
  const { t } = useTranslation('public-reports');
  const [text, setText] = useState('');
  const { value: q } = useSettled(text.trim(), 300);
  const found = useQuery({
    queryKey: ['report-agency-finder', q],
    enabled: q.length >= 2,
    queryFn: ({ signal }) => api.listAgencies({ query: { q, pageSize: 20 } }, signal),
  });
  return (
    <Select
      style={{ width: '100%' }}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={value}
      placeholder={t('agency.find')}
      aria-label={t('agency.find')}
      loading={found.isFetching}
      onChange={onChange}
      options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

function ChoiceDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation(['public-reports', 'common']);
  const { message } = App.useApp();
  const client = useQueryClient();
  const [choice, setChoice] = useState<string>();
  const [other, setOther] = useState<string>();
  const chosen = choice === NONE ? null : choice === OTHER ? other : choice;
  const link = useMutation({
    mutationFn: (agencyId: string | null) => api.linkReportAgency({ params: { id: report.id }, body: { agencyId } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['public-report', report.id] });
      message.success(t('agency.done'));
      onClose();
    },
    onError: (error) => message.error(describeError(error, t).title),
  });
  return (
    <Modal
      open
      title={t('agency.decide')}
      okText={t('agency.ok')}
      cancelText={t('common:cancel')}
      okButtonProps={{ disabled: choice === undefined || chosen === undefined, loading: link.isPending }}
      onOk={() => chosen !== undefined && link.mutate(chosen)}
      onCancel={onClose}
    >
      <p>
        <b>{report.subjectName}</b> {report.subjectUscc && <span className="mono muted">{report.subjectUscc}</span>}
      </p>
      <Radio.Group
        className="report-agency-choices"
        value={choice}
        onChange={(event) => setChoice(event.target.value as string)}
      >
        {report.agencyCandidates.map((one) => (
          <Radio key={one.id} value={one.id}>
            {one.name}
            <span className="cell-sub">{one.reasons.join(' · ')}</span>
          </Radio>
        ))}
        <Radio value={OTHER}>{t('agency.other')}</Radio>
        {choice === OTHER && <AgencyFinder value={other} onChange={setOther} />}
        <Radio value={NONE}>{t('agency.none')}</Radio>
      </Radio.Group>
    </Modal>
  );
}

/** Which agency of the register a report names: linked where it is certain, else a choice for an officer. */
export function ReportAgency({ report }: { report: Report }) {
  const { t } = useTranslation('public-reports');
  const [open, setOpen] = useState(false);
  const { agency, agencyBy, agencyByName, agencyCandidates } = report;
  const decided = agencyBy === 'officer' ? t('agency.byOfficer', { name: agencyByName }) : t('agency.byMachine');
  const waits = agencyBy === null && agencyCandidates.length > 0;
  return (
    <p className="report-agency">
      <span className="muted">{t('agency.label')}</span>
      {agency !== null ? (
        <>
          <Link className="link" to={`/agencies/register/${agency.id}`}>
            {agency.name}
          </Link>
          <small className="muted">{decided}</small>
        </>
      ) : (
        <span>
          {agencyBy === 'officer'
            ? t('agency.isNone', { name: agencyByName })
            : waits
              ? t('agency.waits', { n: agencyCandidates.length })
              : t('agency.unknown')}
        </span>
      )}
      {report.mayLink && (
        <Button size="small" type={waits ? 'primary' : 'default'} onClick={() => setOpen(true)}>
          {t(agencyBy === null ? 'agency.decide' : 'agency.change')}
        </Button>
      )}
      {open && <ChoiceDialog report={report} onClose={() => setOpen(false)} />}
    </p>
  );
}

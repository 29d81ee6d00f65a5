import { addDays, addYears, type LocalDate } from '@jince/calendar';
import { lawNumber, lawValue, listLaw } from '@jince/law';
import { joinPeriods, type StatusChange, type StatusTimeline } from './status-timeline.ts';

/** `edition-ended` = the certificate's edition of the standard no longer counts, whatever is printed on it. */
export type CertificateStatus = 'valid' | 'suspended' | 'revoked' | 'cancelled' | 'expired' | 'edition-ended';

export type StandardCertificate = {
  /** Edition of GB/T 29490: `2013` or `2023`; null for another standard. */
  edition: '2013' | '2023' | null;
  issuedOn: LocalDate;
  /** Printed last day; three years from issue where absent. */
  expiresOn?: LocalDate | null;
};

export type CertificateEvent = { type: 'suspended' | 'resumed' | 'revoked' | 'cancelled'; on: LocalDate };

const EDITIONS = 'standard.gbt29490.valid-editions';
const REASONS = { suspended: '证书暂停', revoked: '证书撤销', cancelled: '证书注销' } as const;

/**
 * Status of a certificate to the IP management standard over time. Certificates to GB/T 29490-2013 count until
 * 2025-12-31 even if a later day is printed, which is reported as an error of the list (公告2023年第27号).
 */
export function deriveStandardCertificatePeriods(
  certificate: StandardCertificate,
  events: readonly CertificateEvent[] = [],
  today?: LocalDate,
): StatusTimeline<CertificateStatus> {
  const remarks: string[] = [];
  const years = lawNumber('standard.certificate.years', certificate.issuedOn);
  const expiresOn = certificate.expiresOn ?? addDays(addYears(certificate.issuedOn, years.value), -1);
  const ends: StatusChange<CertificateStatus>[] = [
    { status: 'expired', from: addDays(expiresOn, 1), reason: `证书有效期至${expiresOn}` },
  ];
  const edition = certificate.edition && editionEnd(certificate.edition);
  if (edition && edition.lastDay < expiresOn) {
    ends.push({
      status: 'edition-ended',
      from: addDays(edition.lastDay, 1),
      reason: `GB/T 29490-${certificate.edition}证书未转换，自${addDays(edition.lastDay, 1)}起无效（${edition.article}）`,
    });
    remarks.push(`GB/T 29490-${certificate.edition}证书的有效期止${expiresOn}晚于${edition.lastDay}，名单有误或未转换`);
  }
  const end = ends.sort((a, b) => (a.from < b.from ? -1 : 1))[0]!;
  if (end.from <= certificate.issuedOn) {
    return {
      periods: joinPeriods([{ ...end, from: certificate.issuedOn }], today),
      remarks: [...remarks, '发证日晚于证书失效日'],
    };
  }
  const changes: StatusChange<CertificateStatus>[] = [{ status: 'valid', from: certificate.issuedOn, reason: '发证' }];
  for (const event of events.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    const current = changes.at(-1)!.status;
    if (event.on < certificate.issuedOn || event.on >= end.from || current === 'revoked' || current === 'cancelled') {
      if (current !== event.type) remarks.push(`${event.on}的证书事件与有效期或当时状态矛盾，不采用`);
    } else if (event.type !== 'resumed')
      changes.push({ status: event.type, from: event.on, reason: REASONS[event.type] });
    else if (current === 'suspended') changes.push({ status: 'valid', from: event.on, reason: '证书恢复' });
  }
  const over = ['revoked', 'cancelled'].includes(changes.at(-1)!.status);
  return { periods: joinPeriods(over ? changes : [...changes, end], today), remarks };
}

/** Last day on which an edition's certificates count; undefined while no end is set. */
function editionEnd(edition: string): { lastDay: LocalDate; article: string } | undefined {
  const periods = listLaw().find((law) => law.key === EDITIONS)?.periods ?? [];
  const counting = periods.filter(
    (period) => Array.isArray(period.value) && (period.value as unknown[]).includes(edition),
  );
  const last = counting.at(-1);
  if (!last || last.to === null) return undefined;
  return { lastDay: last.to, article: lawValue(EDITIONS, last.to).article };
}

export type HighTechPeriod = { from: LocalDate; to: LocalDate; article: string; reasons: string[]; remarks: string[] };

/**
 * Period of a high-tech enterprise's qualification: three years from the day of issue (国科发火〔2016〕32号 10). A printed
 * last day is kept; one that is more than a day off is remarked on.
 */
export function highTechPeriod(issuedOn: LocalDate, expiresOn?: LocalDate | null): HighTechPeriod {
  const law = lawNumber('high-tech.certificate.years', issuedOn);
  const anniversaryOn = addYears(issuedOn, law.value);
  const computed = addDays(anniversaryOn, -1);
  const to = expiresOn ?? computed;
  const odd = to !== computed && to !== anniversaryOn;
  return {
    from: issuedOn,
    to,
    article: law.article,
    reasons: [`自发证日${issuedOn}起${law.value}年，至${to}（${law.article}）`],
    remarks: odd ? [`名单所载有效期止${to}与推算的${computed}不符`] : [],
  };
}

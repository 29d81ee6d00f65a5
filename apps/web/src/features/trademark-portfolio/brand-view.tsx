import type { BrandPage } from '@jince/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../components/app-link.tsx';
import { Figures } from '../../components/figures.tsx';
import { Section } from '../../components/section.tsx';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { toneOf } from '../../lib/tones.ts';
import { MadridList } from './madrid-list.tsx';
import './trademark-portfolio.css';

const ROLES = ['core', 'defensive', 'associated', 'own'] as const;
const SHOWN_GOODS = 4;
const riskTone: Readonly<Record<BrandPage['risks'][number]['kind'], Tone>> = {
  grace: 'late',
  renewal: 'warn',
  exposed: 'late',
  exposing: 'warn',
  threat: 'warn',
  madrid: 'late',
};

function Family({ brand }: { brand: BrandPage }) {
  const { t } = useTranslation(['trademark-portfolio', 'labels']);
  const groups = ROLES.map((role) => ({ role, members: brand.members.filter((one) => one.role === role) }));
  return (
    <Section title={t('brand.family')} note={brand.core ? t('brand.coreIs', { name: brand.core }) : undefined}>
      <p className="soft">{t('brand.familyNote')}</p>
      {groups
        .filter((group) => group.members.length > 0)
        .map((group) => (
          <div key={group.role}>
            <h3 className="portfolio-sub">
              {t(`brand.role.${group.role}`)} <small className="muted">{group.members.length}</small>
            </h3>
            <ul className="brand-members">
              {group.members.map((one) => (
                <li key={one.id}>
                  <div className="use-head">
                    <AppLink className="cell-title" to={`/trademarks/${one.id}/life`}>
                      {one.name || t('figurative')}
                    </AppLink>
                    <span className="mono">{one.registrationNo}</span>
                    <span>{t('labels:niceClass', { n: one.niceClass })}</span>
                    <StatusTag tone={toneOf(one.status)}>{t(`labels:trademarkStatus.${one.status}`)}</StatusTag>
                    {one.ageYears !== null && <span className="muted">{t('brand.age', { n: one.ageYears })}</span>}
                  </div>
                  <p className="soft">
                    {one.goods.slice(0, SHOWN_GOODS).join('、')} ·{' '}
                    {one.lastUsedOn ? t('brand.usedOn', { on: one.lastUsedOn }) : t('list.noUse')}
                  </p>
                  <p className="muted">{one.reason}</p>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Section>
  );
}

function Risks({ brand }: { brand: BrandPage }) {
  const { t } = useTranslation(['trademark-portfolio', 'labels']);
  return (
    <Section title={t('brand.risks')} note={t('brand.risksNote')}>
      {brand.risks.length === 0 && <p className="soft">{t('brand.noRisks')}</p>}
      <ul className="brand-risks">
        {brand.risks.map((risk) => (
          <li key={`${risk.kind}${risk.no}${risk.niceClass}`}>
            <StatusTag tone={riskTone[risk.kind]}>{t(`brand.risk.${risk.kind}`)}</StatusTag>{' '}
            <AppLink to={risk.kind === 'threat' || risk.kind === 'madrid' ? risk.href : `${risk.href}/life`}>
              {risk.label || t('figurative')}
            </AppLink>{' '}
            <span className="mono muted">
              {risk.no}
              {risk.niceClass !== null && `/${risk.niceClass}`} {risk.on}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Around({ brand }: { brand: BrandPage }) {
  const { t } = useTranslation(['trademark-portfolio', 'labels']);
  return (
    <Section title={t('brand.around')}>
      <dl className="brand-around">
        <dt>{t('brand.indications')}</dt>
        <dd>
          {brand.indications.length === 0
            ? t('brand.none')
            : brand.indications
                .map((one) => t(one.holds ? 'brand.holds' : 'brand.mayUse', { name: one.name }))
                .join('、')}
        </dd>
        <dt>{t('brand.honours')}</dt>
        <dd>
          {brand.honours.length === 0
            ? t('brand.none')
            : brand.honours
                .map((one) => [t(`labels:membership.${one.kind}`), one.level, one.from].filter(Boolean).join(' '))
                .join('；')}
        </dd>
        <dt>{t('brand.awards')}</dt>
        <dd>
          {brand.awards.length === 0 ? t('brand.none') : ''}
          <ul className="brand-awards">
            {brand.awards.map((one) => (
              <li key={`${one.patentId}${one.award}${one.year}`}>
                {[t('brand.awardYear', { year: one.year }), one.award, one.grade].filter(Boolean).join(' ')}
                {' · '}
                <AppLink to={`/patents/${one.patentId}`}>{one.title}</AppLink>
              </li>
            ))}
          </ul>
        </dd>
        {brand.standings.map((one) => (
          <div key={one.code} className="brand-standing">
            <dt>{one.label}</dt>
            <dd>
              <StatusTag tone={one.held ? 'good' : 'plain'}>{t(one.held ? 'brand.yes' : 'brand.no')}</StatusTag>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** All that makes the brand of one enterprise, on a page that prints. */
export function BrandView({ brand, children }: { brand: BrandPage; children?: ReactNode }) {
  const { t } = useTranslation('trademark-portfolio');
  const { figures } = brand;
  return (
    <>
      <Figures
        items={(['marks', 'names', 'classes', 'pending', 'used', 'evidence'] as const).map((key) => ({
          key,
          label: t(`brand.figure.${key}`),
          value: figures[key],
          unit: t(`brand.unit.${key}`),
        }))}
      />
      <div className="life-columns brand-columns">
        <div>
          <Family brand={brand} />
          {brand.madrid.length > 0 && (
            <Section title={t('tab.madrid')}>
              <MadridList ties={brand.madrid} />
            </Section>
          )}
        </div>
        <div>
          <Risks brand={brand} />
          {children}
          <Around brand={brand} />
        </div>
      </div>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.tsx';
import { formatExact, formatShare } from '../../lib/format.ts';
import { Recombined, TextPairs } from './side-by-side.tsx';
import type { SignalDetail } from './signal-query.ts';

type Evidence = SignalDetail['evidence'];

const FEN_IN_WAN = 1_000_000;

function Counts({ evidence }: { evidence: Extract<Evidence, { sort: 'counts' }> }) {
  const { t } = useTranslation('filing-signals');
  return (
    <>
      {evidence.from && evidence.to && (
        <p className="pair-note">{t('period', { from: evidence.from, to: evidence.to })}</p>
      )}
      <dl className="count-figures">
        {evidence.figures.map((one) => (
          <div key={one.name}>
            <dt>{t(`figure.${one.name}`, { defaultValue: one.name })}</dt>
            <dd>
              {one.unit === 'fen'
                ? formatExact(one.value / FEN_IN_WAN, 0)
                : formatExact(one.value, Number.isInteger(one.value) ? 0 : 2)}{' '}
              <small>{t(`unit.${one.unit}`, { defaultValue: one.unit })}</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Rates({ evidence }: { evidence: Extract<Evidence, { sort: 'rate' }> }) {
  const { t } = useTranslation(['filing-signals', 'labels']);
  /** `invention/H`: kind of patent and IPC section. */
  const stratum = (name: string) => {
    const [kind = '', section = ''] = name.split('/');
    return `${t(`labels:patentKind.${kind}`, { defaultValue: kind })} · ${section === '-' ? t('noSection') : t('section', { section })}`;
  };
  return (
    <>
      <p className="pair-note">
        {t('rateNote', {
          hits: formatExact(evidence.hits),
          decided: formatExact(evidence.decided),
          raw: formatShare(evidence.raw),
          shrunk: formatShare(evidence.shrunk),
        })}
      </p>
      <div className="signal-table">
        <table>
          <thead>
            <tr>
              <th>{t('stratum')}</th>
              <th className="r">{t('hits')}</th>
              <th className="r">{t('decided')}</th>
              <th className="r">{t('ownRate')}</th>
              <th className="r">{t('peerRate')}</th>
            </tr>
          </thead>
          <tbody>
            {evidence.strata.map((one) => (
              <tr key={one.name}>
                <td>{stratum(one.name)}</td>
                <td className="r">{formatExact(one.hits)}</td>
                <td className="r">{formatExact(one.decided)}</td>
                <td className="r">{one.decided === 0 ? '—' : formatShare(one.hits / one.decided)}</td>
                <td className="r">{formatShare(one.peerRate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Links({ evidence, signal }: { evidence: Extract<Evidence, { sort: 'links' }>; signal: SignalDetail }) {
  const { t } = useTranslation('filing-signals');
  const numbers = new Map(signal.rows.map((row) => [row.key, row.applicationNo]));
  const name = (id: string) => signal.names[id] ?? numbers.get(id) ?? id;
  return (
    <div className="signal-table">
      <table>
        <thead>
          <tr>
            <th>{t('linkA')}</th>
            <th>{t('linkB')}</th>
            <th>{t('linkBy')}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.links.map((one) => (
            <tr key={`${one.a} ${one.b} ${one.by} ${one.value}`}>
              <td>{name(one.a)}</td>
              <td>{name(one.b)}</td>
              <td>
                {t(`linkSort.${one.by}`, { defaultValue: one.by })}：{one.value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Periods({ evidence, signal }: { evidence: Extract<Evidence, { sort: 'periods' }>; signal: SignalDetail }) {
  const { t } = useTranslation('filing-signals');
  const numbers = new Map(signal.rows.map((row) => [row.key, row.applicationNo]));
  return (
    <div className="signal-table">
      <table>
        <thead>
          <tr>
            <th>{t('record')}</th>
            <th>{t('on')}</th>
            <th>{t('what')}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.rows.map((one) => (
            <tr key={`${one.id} ${one.on} ${one.what}`}>
              <td>{signal.names[one.id] ?? <span className="mono">{numbers.get(one.id) ?? one.id}</span>}</td>
              <td className="mono">{one.on ?? '—'}</td>
              <td>{t(`whatSort.${one.what}`, { defaultValue: one.what.replace('/', ' — ') })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a signal rests on, drawn as its sort wants it. */
export function Evidence({ signal }: { signal: SignalDetail }) {
  const { t } = useTranslation('filing-signals');
  const { evidence } = signal;
  return (
    <Section title={t('evidence')} note={t(`evidenceSort.${evidence.sort}`)}>
      {evidence.sort === 'text-pairs' && <TextPairs pairs={evidence.pairs} rows={signal.rows} />}
      {evidence.sort === 'recombined' && <Recombined evidence={evidence} rows={signal.rows} />}
      {evidence.sort === 'counts' && <Counts evidence={evidence} />}
      {evidence.sort === 'rate' && <Rates evidence={evidence} />}
      {evidence.sort === 'links' && <Links evidence={evidence} signal={signal} />}
      {evidence.sort === 'periods' && <Periods evidence={evidence} signal={signal} />}
    </Section>
  );
}

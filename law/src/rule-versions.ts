import badFaith from '../marks/bad-faith-filing.json' with { type: 'json' };
import priorRights from '../marks/prior-rights.json' with { type: 'json' };
import prohibited from '../marks/prohibited-signs.json' with { type: 'json' };
import { statisticsForm } from './statistics-form.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A table that judges by dated articles without being a value itself: what it rests on, version by version. */
export interface RuleVersions {
  readonly key: string;
  readonly label: Words;
  readonly versions: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly text: Words;
    readonly article: string;
    readonly source: string;
    /** What somebody has still to check; null where nothing is. */
    readonly verify: string | null;
  }[];
}

const same = (text: string): Words => ({ zh: text, en: text });
/** The first day of the form as it is returned now. */
const FORM_SINCE = '2019-11-01';

/** Rules of advice and of the return, each with the texts of the law they rest on. */
export const ruleVersions: readonly RuleVersions[] = [
  {
    key: 'bad-faith-filing',
    label: same(badFaith.title),
    versions: badFaith.versions.map(({ penalty, ...one }) => ({
      ...one,
      text: same(penalty),
      source: badFaith.provenance,
    })),
  },
  ...priorRights.rights.map(({ key, versions, zh, en }) => ({
    key: `prior-right.${key}`,
    label: same(priorRights.title),
    versions: versions.map((one) => ({ ...one, text: { zh, en }, source: priorRights.provenance })),
  })),
  {
    key: 'prohibited-signs',
    label: same(prohibited.title),
    versions: prohibited.versions.map(({ from, to, law, verify }) => ({
      from,
      to,
      text: same(prohibited.mark),
      article: law,
      source: prohibited.provenance,
      verify,
    })),
  },
  {
    key: 'statistics-form',
    label: statisticsForm.form,
    versions: [
      {
        from: FORM_SINCE,
        to: null,
        text: {
          zh: '处罚、不予处罚、移送司法机关的案件计入',
          en: 'penalties, decisions without penalty and cases handed to justice are counted',
        },
        article: statisticsForm.form.zh,
        source: statisticsForm.source,
        verify: statisticsForm.countedVerify,
      },
    ],
  },
];

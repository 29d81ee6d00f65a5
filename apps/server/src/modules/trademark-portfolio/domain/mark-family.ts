import { compareMarks } from '@jince/trademark-similarity';

export interface FamilyMark {
  readonly id: string;
  readonly name: string;
  readonly registrationNo: string;
  readonly niceClass: number;
  readonly status: string;
  readonly registeredOn: string | null;
  readonly used: boolean;
}

/** core 主商标 · defensive 防御 (the same sign, another class, no use shown) · associated 联合 (a sign close to the core) · own 其他自主商标 */
export type FamilyRole = 'core' | 'defensive' | 'associated' | 'own';

export interface FamilyMember<Mark extends FamilyMark> {
  readonly mark: Mark;
  readonly role: FamilyRole;
  readonly reason: { readonly zh: string; readonly en: string };
}

export interface MarkFamily<Mark extends FamilyMark> {
  /** The sign most of the portfolio stands on; null without any mark. */
  readonly core: string | null;
  readonly members: readonly FamilyMember<Mark>[];
}

const earliest = (marks: readonly FamilyMark[]) =>
  marks.flatMap((mark) => mark.registeredOn ?? []).toSorted()[0] ?? '9999';

/** The sign with evidence of use in most classes, then with most classes, then the oldest. */
function coreOf(byName: ReadonlyMap<string, readonly FamilyMark[]>): string | null {
  const ranked = [...byName].toSorted(([a, x], [b, y]) => {
    const used = y.filter((mark) => mark.used).length - x.filter((mark) => mark.used).length;
    return used || y.length - x.length || earliest(x).localeCompare(earliest(y)) || a.localeCompare(b);
  });
  return ranked[0]?.[0] ?? null;
}

/** Where the core sign is at home: its classes with use; without any, the class of its oldest registration. */
function homeClasses(core: readonly FamilyMark[]): ReadonlySet<number> {
  const used = core.filter((mark) => mark.used);
  const first = core.toSorted((a, b) => (a.registeredOn ?? '9999').localeCompare(b.registeredOn ?? '9999'))[0];
  return new Set((used.length > 0 ? used : first === undefined ? [] : [first]).map((mark) => mark.niceClass));
}

/** Marks of one owner as a family around its main sign. Neither "defensive" nor "associated" is a category of the law: they say how marks stand to each other. */
export function familyOf<Mark extends FamilyMark>(marks: readonly Mark[]): MarkFamily<Mark> {
  const named = marks.filter((mark) => mark.name !== '');
  const byName = Map.groupBy(named, (mark) => mark.name);
  const core = coreOf(byName);
  if (core === null) return { core, members: marks.map((mark) => memberAlone(mark)) };
  const home = homeClasses(byName.get(core) ?? []);
  return { core, members: marks.map((mark) => memberOf(mark, core, home)) };
}

const memberAlone = <Mark extends FamilyMark>(mark: Mark): FamilyMember<Mark> => ({
  mark,
  role: 'own',
  reason: { zh: '图形商标，不按文字比对', en: 'a device, not compared by its text' },
});

function memberOf<Mark extends FamilyMark>(mark: Mark, core: string, home: ReadonlySet<number>): FamilyMember<Mark> {
  if (mark.name === '') return memberAlone(mark);
  if (mark.name === core && home.has(mark.niceClass))
    return {
      mark,
      role: 'core',
      reason: mark.used
        ? {
            zh: `主商标，第${mark.niceClass}类有使用证据`,
            en: `main sign, with evidence of use in class ${mark.niceClass}`,
          }
        : {
            zh: `主商标，最早注册在第${mark.niceClass}类`,
            en: `main sign, first registered in class ${mark.niceClass}`,
          },
    };
  if (mark.name === core)
    return {
      mark,
      role: 'defensive',
      reason: {
        zh: `与主商标相同，注册在第${mark.niceClass}类，尚无使用证据；确有使用的请留存证据，长期不用的可被申请撤销`,
        en: `the main sign in class ${mark.niceClass} without evidence of use: keep evidence where it is used; unused, it can be revoked`,
      },
    };
  const { level, reasons } = compareMarks(mark.name, core);
  if (level !== 'far')
    return {
      mark,
      role: 'associated',
      reason: { zh: `与主商标“${core}”近似：${reasons.zh}`, en: `close to the main sign "${core}": ${reasons.en}` },
    };
  return {
    mark,
    role: 'own',
    reason: { zh: '与主商标不近似的自主商标', en: 'an own mark not close to the main sign' },
  };
}

import data from '../../data/case-papers.json' with { type: 'json' };
import { documentTemplates } from '../documents/templates.ts';
import {
  PackDataError,
  readFields,
  readList,
  readNumber,
  readOneOf,
  readOptionalText,
  readText,
  readTexts,
  requireUnique,
} from '../shape.ts';
import { type ArchiveVolume, readVolumes } from './archive-volumes.ts';

const APPROVALS = ['head', 'legal', 'director'] as const;
const SERVICES = ['party', 'other', 'none'] as const;
const MODES = ['direct', 'left', 'electronic', 'mail', 'entrusted', 'forwarded', 'announcement'] as const;
const ENTRY_TYPES = ['text', 'long', 'date'] as const;

const TEXTS = [
  'told',
  'payment',
  'perform',
  'filing',
  'verify',
  'course',
  'discretion',
  'review',
  'suit',
  'noStatement',
  'statement',
  'waived',
  'crime',
  'measure',
  'archiveState',
] as const;

export type CaseText = (typeof TEXTS)[number];
export type PaperApproval = (typeof APPROVALS)[number];
export type ServiceMode = (typeof MODES)[number];

/** What an officer types into a form; everything else comes from the record of the case. */
export type CaseFormEntry = {
  path: string;
  label: string;
  type: (typeof ENTRY_TYPES)[number];
  required: boolean;
  /** Names what of the record is proposed for it. */
  suggest: string | undefined;
};

/** Stages that want the form, the article that wants it, and the circumstance without which it is not wanted. */
export type WantedForm = { stages: string[]; article: string; when: string | undefined };

export type CaseForm = {
  /** Its template is `case-<form>`. */
  form: string;
  label: string;
  group: string;
  basis: string;
  /** Word of its series in the document number; null for papers without one. */
  series: string | null;
  approvals: PaperApproval[];
  service: (typeof SERVICES)[number];
  /** What its service means for the case. */
  kind: string | undefined;
  /** States of a case in which it can be begun. */
  stages: string[];
  wanted: WantedForm[];
  /** Values of the record without which it cannot be approved. */
  required: string[];
  entries: CaseFormEntry[];
};

export type ServiceModeRule = { mode: ServiceMode; label: string; article: string; needs: string[] };

export type CasePaperPack = {
  note: string;
  numbering: { prefix: string; note: string };
  organ: {
    name: string;
    address: string;
    contact: string;
    phone: string;
    reconsideration: string;
    court: string;
    police: string;
    storage: string;
  };
  service: { modes: ServiceModeRule[] };
  publicity: { lowFineFen: { natural: number; organisation: number }; lowFineNote: string };
  archive: {
    photoBytes: number;
    /** Where the order of the volumes stands, and what the office has still to confirm of it. */
    article: string;
    verify: string;
    volumes: ArchiveVolume[];
  };
  /** Sentences proposed for entries, with `{words}` for what the case says. */
  texts: Record<CaseText, string>;
  forms: CaseForm[];
};

function readForm(value: unknown, at: string): CaseForm {
  const one = readFields(value, at);
  const form = readText(one.form, `${at}.form`, /^[a-z][a-z-]+$/);
  const template = documentTemplates.find(({ code }) => code === `case-${form}`);
  if (template === undefined) throw new PackDataError(`${at}.form: 没有文书模板「case-${form}」`);
  const paths = new Set(template.fields.map(({ path }) => path));
  const known = (path: string, place: string) => {
    if (!paths.has(path)) throw new PackDataError(`${place}: 模板没有「${path}」`);
    return path;
  };
  return {
    form,
    label: template.label,
    group: readText(one.group, `${at}.group`),
    basis: template.basis,
    series: readOptionalText(one.series, `${at}.series`) ?? null,
    approvals: readList(one.approvals, `${at}.approvals`, (who, place) => readOneOf(who, place, APPROVALS)),
    service: readOneOf(one.service, `${at}.service`, SERVICES),
    kind: readOptionalText(one.kind, `${at}.kind`),
    stages: readTexts(one.stages, `${at}.stages`),
    wanted: readList(one.wanted, `${at}.wanted`, (want, place) => {
      const fields = readFields(want, place);
      return {
        stages: readTexts(fields.stages, `${place}.stages`),
        article: readText(fields.article, `${place}.article`),
        when: readOptionalText(fields.when, `${place}.when`),
      };
    }),
    required: readList(one.required, `${at}.required`, (path, place) => known(readText(path, place), place)),
    entries: readList(one.entries, `${at}.entries`, (entry, place) => {
      const fields = readFields(entry, place);
      const path = readText(fields.path, `${place}.path`);
      known(`entry.${path}`, place);
      return {
        path,
        label: readText(fields.label, `${place}.label`),
        type: readOneOf(fields.type, `${place}.type`, ENTRY_TYPES),
        required: fields.required === true,
        suggest: readOptionalText(fields.suggest, `${place}.suggest`),
      };
    }),
  };
}

function readModes(value: unknown, at: string): ServiceModeRule[] {
  const modes = readList(value, at, (mode, place) => {
    const fields = readFields(mode, place);
    return {
      mode: readOneOf(fields.mode, `${place}.mode`, MODES),
      label: readText(fields.label, `${place}.label`),
      article: readText(fields.article, `${place}.article`),
      needs: readTexts(fields.needs, `${place}.needs`),
    };
  });
  requireUnique(modes, at, ({ mode }) => mode);
  return modes;
}

/**
 * Papers of cases as a pack holds them.
 * @throws PackDataError with the place: a form without template, a required value its template does not know
 */
export function readCasePapers(value: unknown): CasePaperPack {
  const pack = readFields(value, 'case-papers');
  const section = (key: string) => readFields(pack[key], key);
  const organ = section('organ');
  const service = section('service');
  const publicity = section('publicity');
  const low = readFields(publicity.lowFineFen, 'publicity.lowFineFen');
  const forms = readList(pack.forms, 'forms', readForm);
  requireUnique(forms, 'forms', ({ form }) => form);
  const organText = (key: string) => readText(organ[key], `organ.${key}`);
  return {
    note: readText(pack.note, 'note'),
    numbering: {
      prefix: readText(section('numbering').prefix, 'numbering.prefix'),
      note: readText(section('numbering').note, 'numbering.note'),
    },
    organ: {
      name: organText('name'),
      address: organText('address'),
      contact: organText('contact'),
      phone: organText('phone'),
      reconsideration: organText('reconsideration'),
      court: organText('court'),
      police: organText('police'),
      storage: organText('storage'),
    },
    service: {
      modes: readModes(service.modes, 'service.modes'),
    },
    publicity: {
      lowFineFen: {
        natural: readNumber(low.natural, 'publicity.lowFineFen.natural'),
        organisation: readNumber(low.organisation, 'publicity.lowFineFen.organisation'),
      },
      lowFineNote: readText(publicity.lowFineNote, 'publicity.lowFineNote'),
    },
    archive: {
      photoBytes: readNumber(section('archive').photoBytes, 'archive.photoBytes'),
      article: readText(section('archive').article, 'archive.article'),
      verify: readText(section('archive').verify, 'archive.verify'),
      volumes: readVolumes(
        section('archive').volumes,
        'archive.volumes',
        forms.map(({ form }) => form),
      ),
    },
    texts: Object.fromEntries(TEXTS.map((key) => [key, readText(section('texts')[key], `texts.${key}`)])) as Record<
      CaseText,
      string
    >,
    forms,
  };
}

/** Forms, numbers, service, publicity and archive of cases. Values marked 待核 await the office. */
export const casePapers: CasePaperPack = readCasePapers(data);

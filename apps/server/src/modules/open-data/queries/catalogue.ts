import type { Ctx } from '../../../platform/context/context.ts';
import type { Bilingual } from '../../../platform/i18n/language.ts';
import type { VersionRow } from '../repositories/version-repository.ts';
import { listPublicDatasets, type PublicDataset } from './show-datasets.ts';

const THEMES = 'http://publications.europa.eu/resource/authority/data-theme/';
const FILE_TYPES = 'http://publications.europa.eu/resource/authority/file-type/';
const IRREGULAR = 'http://publications.europa.eu/resource/authority/frequency/CONT';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  spdx: 'http://spdx.org/rdf/terms#',
  adms: 'http://www.w3.org/ns/adms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const texts = ({ zh, en }: Bilingual) => [
  { '@value': zh, '@language': 'zh' },
  { '@value': en, '@language': 'en' },
];
const link = (id: string) => ({ '@id': id });
const moment = (at: string) => ({ '@type': 'xsd:dateTime', '@value': new Date(at).toISOString() });

/** Addresses of a dataset on the public site: they never change. */
export const dataPath = {
  dataset: (code: string) => `/public/data/${code}`,
  latest: (code: string, format: 'csv' | 'json') => `/public/data/${code}/latest.${format}`,
  version: (code: string, no: number) => `/public/data/${code}/v${no}`,
  file: (code: string, no: number, format: 'csv' | 'json' | 'schema') =>
    `/public/data/${code}/v${no}/${format === 'schema' ? 'schema.json' : `data.${format}`}`,
};

function distribution(
  origin: string,
  settings: { licence: { url: string } },
  version: VersionRow,
  format: 'csv' | 'json',
) {
  const sha256 = format === 'csv' ? version.csvSha256 : version.jsonSha256;
  const address = `${origin}${dataPath.file(version.dataset, version.no, format)}`;
  return {
    '@id': `${address}#distribution`,
    '@type': 'dcat:Distribution',
    'dct:title': texts({
      zh: `第 ${version.no} 版 ${format.toUpperCase()}`,
      en: `Version ${version.no}, ${format.toUpperCase()}`,
    }),
    'dcat:accessURL': link(`${origin}${dataPath.dataset(version.dataset)}`),
    'dcat:downloadURL': link(address),
    'dct:format': link(`${FILE_TYPES}${format.toUpperCase()}`),
    'dcat:mediaType': link(
      `https://www.iana.org/assignments/media-types/${format === 'csv' ? 'text/csv' : 'application/json'}`,
    ),
    'dcat:byteSize': {
      '@type': 'xsd:nonNegativeInteger',
      '@value': String(format === 'csv' ? version.csvSize : version.jsonSize),
    },
    'dct:license': link(settings.licence.url),
    'dct:conformsTo': link(`${origin}${dataPath.file(version.dataset, version.no, 'schema')}`),
    'dct:issued': moment(version.readAt),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': link('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
      'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
    },
  };
}

function describe(ctx: Ctx, origin: string, { dataset, versions, current }: PublicDataset) {
  const settings = ctx.services.jurisdiction.openDataSettings;
  const first = versions.at(-1);
  return {
    '@id': `${origin}${dataPath.dataset(dataset.code)}#dataset`,
    '@type': 'dcat:Dataset',
    'dct:identifier': dataset.code,
    'dct:title': texts(dataset.title),
    'dct:description': texts(dataset.description),
    'dcat:keyword': dataset.keywords.flatMap(texts),
    'dcat:theme': link(`${THEMES}${dataset.theme}`),
    'dct:publisher': link(`${origin}/public/data#publisher`),
    'dct:license': link(settings.licence.url),
    'dct:accrualPeriodicity': link(IRREGULAR),
    'dct:language': [
      link('http://publications.europa.eu/resource/authority/language/ZHO'),
      link('http://publications.europa.eu/resource/authority/language/ENG'),
    ],
    'dct:spatial': {
      '@type': 'dct:Location',
      'dct:identifier': settings.place.code,
      'dct:title': texts(settings.place),
    },
    'dcat:landingPage': link(`${origin}${dataPath.dataset(dataset.code)}`),
    ...(first === undefined ? {} : { 'dct:issued': moment(first.readAt) }),
    ...(current === undefined
      ? {}
      : {
          'dct:modified': moment(current.readAt),
          'dcat:version': String(current.no),
          'dcat:distribution': (['csv', 'json'] as const).map((format) =>
            distribution(origin, settings, current, format),
          ),
        }),
    'dcat:hasVersion': versions
      .filter((version) => version.withdrawnAt === null)
      .map((version) => link(`${origin}${dataPath.version(dataset.code, version.no)}`)),
  };
}

/** The catalogue as JSON-LD in the words of DCAT-AP; `origin` is the scheme and host of its addresses. */
export async function catalogueJsonLd(ctx: Ctx, origin: string): Promise<object> {
  const settings = ctx.services.jurisdiction.openDataSettings;
  const datasets = await listPublicDatasets(ctx);
  const published = datasets.filter((one) => one.current !== undefined);
  const times = published.flatMap((one) => one.versions.map((version) => version.readAt)).sort();
  return {
    '@context': CONTEXT,
    '@id': `${origin}/public/data#catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': texts({
      zh: `${settings.place.zh}知识产权开放数据`,
      en: `Open data on intellectual property, ${settings.place.en}`,
    }),
    'dct:description': texts({
      zh: '依法公开的知识产权管理数据，批准后自动发布，版本不可更改。',
      en: 'Public data on intellectual property, published by itself after approval; versions never change.',
    }),
    'dct:publisher': {
      '@id': `${origin}/public/data#publisher`,
      '@type': 'foaf:Agent',
      'foaf:name': texts(settings.publisher),
    },
    'dct:license': link(settings.licence.url),
    'foaf:homepage': link(`${origin}/public/data`),
    ...(times.length === 0
      ? {}
      : { 'dct:issued': moment(times[0] as string), 'dct:modified': moment(times.at(-1) as string) }),
    'dcat:dataset': published.map((one) => describe(ctx, origin, one)),
  };
}

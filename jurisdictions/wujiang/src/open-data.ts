import data from '../data/open-data.json' with { type: 'json' };
import { readFields, readText } from './shape.ts';

type Bilingual = { zh: string; en: string };

export type OpenDataSettings = {
  note: string;
  publisher: Bilingual;
  contact: string;
  licence: Bilingual & { url: string };
  /** What the data are about: administrative division (GB/T 2260). */
  place: Bilingual & { code: string };
};

function readBilingual(value: unknown, at: string): Bilingual {
  const fields = readFields(value, at);
  return { zh: readText(fields.zh, `${at}.zh`), en: readText(fields.en, `${at}.en`) };
}

/** Throws PackDataError with the place of the first fault. */
function readOpenData(value: unknown): OpenDataSettings {
  const root = readFields(value, 'open-data');
  const licence = readFields(root.licence, 'open-data.licence');
  const place = readFields(root.place, 'open-data.place');
  return {
    note: readText(root.note, 'open-data.note'),
    publisher: readBilingual(root.publisher, 'open-data.publisher'),
    contact: readText(root.contact, 'open-data.contact'),
    licence: {
      ...readBilingual(licence, 'open-data.licence'),
      url: readText(licence.url, 'open-data.licence.url', /^https:\/\//),
    },
    place: {
      ...readBilingual(place, 'open-data.place'),
      code: readText(place.code, 'open-data.place.code', /^\d{6}$/),
    },
  };
}

/** Who publishes open data and under which licence. */
export const openDataSettings: OpenDataSettings = readOpenData(data);

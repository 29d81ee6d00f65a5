import { type Model, type ModelFile, openModel } from '../compare/model.ts';
import second from './2026-11-23.2.json' with { type: 'json' };
import third from './2026-11-23.3.json' with { type: 'json' };
import first from './2026-11-23.json' with { type: 'json' };

/** Every model ever published, by version; the last one is used unless another is asked for. */
const FILES: readonly ModelFile[] = [first, second, third];
const opened = new Map<string, Model>();

export const modelVersions: readonly string[] = FILES.map(({ version }) => version);

/** @throws RangeError for a version that was never published */
export function modelOf(version: string): Model {
  const known = opened.get(version);
  if (known !== undefined) return known;
  const file = FILES.find((one) => one.version === version);
  if (file === undefined) throw new RangeError(`no model ${version}`);
  const model = openModel(file);
  opened.set(version, model);
  return model;
}

export const currentModel = (): Model => modelOf(modelVersions.at(-1) as string);

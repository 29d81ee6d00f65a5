import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** The faces the layouts fall back on: Song for text, Hei for headings (OFL). */
const FACES = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

/** The shipped faces and those an office has a licence for and put into `folder` (ttf, otf, ttc). */
export function readFonts(folder?: string): Buffer[] {
  const own =
    folder !== undefined && existsSync(folder)
      ? readdirSync(folder).filter((name) => /\.(ttf|otf|ttc)$/i.test(name))
      : [];
  return [
    ...FACES.map((face) => readFileSync(require.resolve(face))),
    ...own.sort().map((name) => readFileSync(join(folder as string, name))),
  ];
}

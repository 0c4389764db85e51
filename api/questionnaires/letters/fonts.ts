import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The faces of a letter, as pdfkit takes them; only the signs that are used go into the file. */
export interface LetterFonts {
  readonly plain: Buffer;
  readonly strong: Buffer;
  readonly arabic: Buffer;
}

const { resolve: locate } = createRequire(import.meta.url);

const files = {
  plain: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  strong: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  arabic: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
} as const;

/** Reads the faces, which have the letters of every language that a letter can have. */
export async function readLetterFonts(): Promise<LetterFonts> {
  const read = (name: string) => readFile(locate(name));
  const [plain, strong, arabic] = await Promise.all([
    read(files.plain),
    read(files.strong),
    read(files.arabic),
  ]);
  return { plain, strong, arabic };
}

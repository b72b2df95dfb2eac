/**
 * The language of everything that a person reads. English stands in the code, as arguments of `t` of `@vscode/l10n`; a
 * translation is a file of the program. It is chosen once, before anything is said: one process speaks to one person.
 */
import { config } from '@vscode/l10n';
import type { Environment } from './environment.ts';

/** The languages besides English, by the name of their file. */
export type Language = 'zh-cn';

/**
 * The language for a locale, or undefined for English.
 * @param locale a BCP 47 tag as clients send it ("zh-CN"), or what `LANG` holds ("zh_CN.UTF-8")
 */
export function languageOf(locale: string | undefined): Language | undefined {
  const [language, ...rest] = (locale ?? '')
    .toLowerCase()
    .split(/[.@]/, 1)
    .flatMap((tag) => tag.split(/[-_]/));
  if (language !== 'zh') return undefined;
  // Traditional characters are another way of writing: whoever asks for them is not given the simplified ones.
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) && !rest.includes('hans') ? undefined : 'zh-cn';
}

/** What the variables of a process say of the language; the first that says something (POSIX, "Internationalization Variables"). */
export function localeOf({
  LC_ALL,
  LC_MESSAGES,
  LANG,
}: {
  readonly [name: string]: string | undefined;
}): string | undefined {
  return [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
}

/**
 * From now on, `t` speaks the language of the locale. Where its file cannot be used it speaks English, and the log says why.
 * @param catalogAt where the compiled catalog is: translations stand in a folder beside its own
 * @param program which words are needed: the command line says more than the server
 */
export async function speakLanguageOf(
  locale: string | undefined,
  catalogAt: string | undefined,
  environment: Pick<Environment, 'readOwnFile'>,
  log: (message: string) => void,
  program: 'server' | 'cli' = 'server',
): Promise<void> {
  const language = languageOf(locale);
  config({ contents: {} });
  if (language === undefined || catalogAt === undefined) return;
  const steps = catalogAt.split(/(?<=[/\\])/);
  const name = `l10n/${program === 'cli' ? 'cli/' : ''}${language}.json`;
  const file = steps.length < 2 ? catalogAt : [...steps.slice(0, -2), name].join('');
  const bytes = await environment.readOwnFile(file);
  if ('failed' in bytes) {
    log(`Stackpin cannot read its translation ${file}, and speaks English: ${bytes.failed}.`);
    return;
  }
  try {
    config({ contents: new TextDecoder().decode(bytes.subarray(0, bytes.length)) });
  } catch (error) {
    log(`Stackpin cannot read its translation ${file}, and speaks English: ${(error as Error).message}.`);
  }
}

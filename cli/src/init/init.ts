/** `stackpin init`: a manifest to go on from. */
import { join, resolve } from 'node:path';
import { t } from '@vscode/l10n';
import type { ReadFailure } from '../../../server/src/environment.ts';
import { languageOf } from '../../../server/src/localization.ts';
import { nearTexts } from '../../../server/src/manifest/nearTexts.ts';
import { list, sentences } from '../../../server/src/words.ts';
import { complain } from '../complain.ts';
import { displayName } from '../files/find.ts';
import { type Host, isFailure } from '../host.ts';
import { printable } from '../report/columns.ts';
import { table } from '../report/table.ts';
import { STATUS, type Status } from '../status.ts';
import { decode } from '../text.ts';

export interface InitOptions {
  /** A name that `--list` tells. */
  readonly template: string;
  /** Name the templates, and do nothing else. */
  readonly list: boolean;
  /** Undefined is standard output. */
  readonly output: string | undefined;
  /** Take the place of a file that is there. */
  readonly force: boolean;
}

/** An entry of templates/index.json. */
interface Template {
  readonly file: string;
  readonly title: Words;
  readonly description: Words;
}

/** A text by its language; there is always an English one. */
type Words = { readonly en: string } & { readonly [language: string]: string | undefined };

/** Runs the command. */
export async function init({ template, list: names, output, force }: InitOptions, host: Host): Promise<Status> {
  const index = await ownText('index.json', host);
  if (isFailure(index)) return complain([unreadable(index)], host);
  const templates: readonly Template[] = JSON.parse(index);
  if (names) {
    await host.write(listOf(templates, host));
    return STATUS.good;
  }
  const chosen = templates.find((one) => nameOf(one) === template);
  if (chosen === undefined) return complain([unknown(template, templates)], host);
  const text = await ownText(chosen.file, host);
  if (isFailure(text)) return complain([unreadable(text)], host);
  if (output === undefined || output === '-') {
    await host.write(text);
    return STATUS.good;
  }
  return written(text, output, force, host);
}

async function written(text: string, output: string, force: boolean, host: Host): Promise<Status> {
  const path = resolve(host.folder, output);
  const name = displayName(path, host);
  if (!force && (await host.inspect(path)) !== undefined)
    return complain([t('{0} is there already. Name another file, or use {1} to replace it.', name, '--force')], host);
  const failure = await host.writeFile(path, new TextEncoder().encode(text));
  if (failure !== undefined) return complain([t('cannot write {0}: {1}.', name, failure.failed)], host);
  await host.write(`${sentences(t('Wrote {0}.', name), t('To check it: {0}', `stackpin check ${name}`))}\n`);
  return STATUS.good;
}

function nameOf({ file }: Template): string {
  return file.replace(/\.stack\.yaml$/, '');
}

function listOf(templates: readonly Template[], { locale, output }: Host): string {
  const say = (words: Words): string => words[languageOf(locale) ?? 'en'] ?? words.en;
  const { rows } = table(
    [{ title: '' }, { title: '' }],
    templates.map((one) => [nameOf(one), t('{0}: {1}', say(one.title), say(one.description))]),
    output.columns,
  );
  return `${rows.join('\n')}\n`;
}

function unknown(name: string, templates: readonly Template[]): string {
  const near = nearTexts(name, templates.map(nameOf));
  const advice =
    near.length === 0
      ? t('To see all: {0}', 'stackpin init --list')
      : t('Did you mean {0}?', list(near.slice(0, 3), 'or'));
  return sentences(t('there is no template "{0}".', printable(name)), advice);
}

async function ownText(file: string, host: Host): Promise<string | ReadFailure> {
  const bytes = await host.readFile(join(host.templates, file));
  return isFailure(bytes) ? bytes : decode(bytes);
}

function unreadable({ failed }: ReadFailure): string {
  return sentences(t('cannot read the templates: {0}.', failed), t('Install stackpin again.'));
}

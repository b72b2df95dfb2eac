/** The help of commands in the language that is spoken: what commander says of itself, and how wide that is. */
import { t } from '@vscode/l10n';
import { Help, type HelpConfiguration, type Option } from 'commander';
import { widthOf, wordsOf, wrapped } from './report/columns.ts';

const ASCII = /^[\x20-\x7e\n]*$/;

/** Takes the place of commander's own words and widths. */
export const HELP: HelpConfiguration = {
  formatHelp(command, help) {
    const text = Help.prototype.formatHelp.call(this, command, help);
    // A full-width colon has its space in it.
    const title = titleOf('Usage:');
    return title.endsWith(':') ? text : title + text.slice(title.length).trimStart();
  },
  styleTitle: (title) => titleOf(title),
  styleOptionText: (text) => (text === '[options]' ? t('[options]') : text),
  styleSubcommandText: (text) => (text === '[command]' ? t('[command]') : text),
  optionDescription: (option) => describedOption(option),
  displayWidth: (text) => widthOf(text),
  boxWrap(text, width) {
    // Without spaces commander would not break a line.
    if (ASCII.test(text) || width < (this.minWidthToWrap ?? 0)) return Help.prototype.boxWrap.call(this, text, width);
    return text
      .split('\n')
      .map((line) => wrapped(wordsOf(line), width, ''))
      .join('\n');
  },
};

function titleOf(title: string): string {
  switch (title) {
    case 'Usage:':
      return t('Usage:');
    case 'Arguments:':
      return t('Arguments:');
    case 'Options:':
      return t('Options:');
    case 'Commands:':
      return t('Commands:');
    default:
      return title;
  }
}

/** With what can be chosen, and what holds where nothing is. */
function describedOption({ argChoices, defaultValue, description }: Option): string {
  const choices = argChoices?.map((choice) => JSON.stringify(choice)).join(', ');
  if (choices === undefined) return description;
  return defaultValue === undefined
    ? t('{0} (choices: {1})', description, choices)
    : t('{0} (choices: {1}, default: {2})', description, choices, JSON.stringify(defaultValue));
}

/** A line that tells where more is said, as it follows an error. */
export function moreAbout(command: string): string {
  return t('Run "{0}" to see its options.', `${command} --help`);
}

/**
 * What a status of the process means, below the help of a command.
 * @param meanings by status, from 0
 */
export function statusHelp(meanings: ReadonlyMap<number, string>): string {
  return ['', t('Exit status:'), ...[...meanings].map(([status, meaning]) => `  ${status}  ${meaning}`)].join('\n');
}

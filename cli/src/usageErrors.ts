/** Wrong arguments, told in the language that is spoken: commander tells them as ready sentences of English. */
import { t } from '@vscode/l10n';
import { enumeration, sentences } from '../../server/src/words.ts';

/**
 * What commander 14 says (lib/command.js, lib/option.js), and how it is said here. The values go in as commander wrote them; in
 * English both are the same, as test/cli/chinese.test.ts checks.
 */
const SAID: readonly (readonly [RegExp, (...values: readonly string[]) => string])[] = [
  [/^unknown option '(.*)'$/s, (flag) => t("unknown option '{0}'", flag ?? '')],
  [/^unknown command '(.*)'$/s, (name) => t("unknown command '{0}'", name ?? '')],
  [/^missing required argument '(.*)'$/s, (name) => t("missing required argument '{0}'", name ?? '')],
  [/^option '(.*)' argument missing$/s, (flags) => t("option '{0}' argument missing", flags ?? '')],
  [
    /^option '([^']*)' cannot be used with option '([^']*)'$/s,
    (one, other) => t("option '{0}' cannot be used with option '{1}'", one ?? '', other ?? ''),
  ],
  [
    /^option '([^']*)' argument '(.*)' is invalid\. (.*)$/s,
    (flags, value, why) =>
      sentences(t("option '{0}' argument '{1}' is invalid.", flags ?? '', value ?? ''), advice(why)),
  ],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/s,
    (command, expected, got) =>
      expected === '1'
        ? t("too many arguments for '{0}'. Expected 1 argument but got {1}.", command ?? '', got ?? '')
        : t(
            "too many arguments for '{0}'. Expected {1} arguments but got {2}.",
            command ?? '',
            expected ?? '',
            got ?? '',
          ),
  ],
];

/**
 * Says what is wrong with the arguments.
 * @param message as commander would print it: "error: unknown option '--x'", with a suggestion on a second line
 */
export function usageError(message: string): string {
  const [, told = message, suggested] =
    /^(?:error: )?(.*?)(?:\n\(Did you mean (?:one of )?([^\n]*)\?\))?\n?$/s.exec(message) ?? [];
  const sentence = spoken(told);
  if (suggested === undefined) return sentence;
  const names = suggested.split(', ');
  const question =
    names.length === 1 ? t('(Did you mean {0}?)', suggested) : t('(Did you mean one of {0}?)', enumeration(names));
  return `${sentence}\n${question}`;
}

function spoken(told: string): string {
  for (const [pattern, say] of SAID) {
    const match = pattern.exec(told);
    if (match !== null) return say(...match.slice(1));
  }
  return told;
}

/** What an option takes. Our own parsers have said it already. */
function advice(text = ''): string {
  const [, choices] = /^Allowed choices are (.*)\.$/s.exec(text) ?? [];
  return choices === undefined ? text : t('Allowed choices are {0}.', enumeration(choices.split(', ')));
}

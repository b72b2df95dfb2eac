import type { Rule } from '../rule.ts';
import { otherReading } from '../yamlReading.ts';

/** The text is what counts here, but other YAML readers of the same file see another value. */
export const unquotedVersion: Rule = {
  code: 'unquoted-version',
  severity: 'warning',
  title: 'Other YAML readers see another value',
  entry: ({ version }) => {
    if (version?.style !== 'plain') return [];
    const { text } = version;
    const reading = otherReading(text);
    if (reading === undefined) return [];
    return [
      {
        at: version,
        message: `Without quotes, other YAML readers see ${reading} here, not the version ${text}. Write "${text}".`,
        fix: { kind: 'replace', choices: [{ title: `Quote the version: "${text}"`, newText: `"${text}"` }] },
      },
    ];
  },
};

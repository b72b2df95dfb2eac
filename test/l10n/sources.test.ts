import { expect, test } from 'vitest';
import { messagesOf } from './sources.ts';

const IMPORT = "import { t } from '@vscode/l10n';\n";

test('texts are found with where they stand', () => {
  const text = `${IMPORT}export const f = (n: number) => t('{0} pins', n) + t({ message: 'Set', comment: 'a verb' });\n`;
  expect(messagesOf('a.ts', text)).toEqual({
    messages: [
      { at: 'a.ts:2', key: '{0} pins' },
      { at: 'a.ts:2', key: 'Set/a verb', text: 'Set' },
    ],
    faults: [],
  });
});

test("the editor's own function is found too, and other functions of that name are not", () => {
  expect(messagesOf('a.ts', "import { l10n } from 'vscode';\nconst f = () => l10n.t('Go');\n").messages).toEqual([
    { at: 'a.ts:2', key: 'Go' },
  ]);
  expect(messagesOf('a.ts', "const f = (t: (text: string) => void) => t('Go');\n").messages).toEqual([]);
});

test('a text that is put together, or made before the language is known, is a fault', () => {
  const text = `${IMPORT}export const title = t('Go');\nexport const f = (name: string) => t(\`Go \${name}\`);\n`;
  expect(messagesOf('a.ts', text).faults).toEqual([
    'a.ts:2: t is called when the module is loaded. Make it a function.',
    'a.ts:3: the first argument of t is no plain text.',
  ]);
});

/** docs/settings.md: what `package.json` contributes as settings, with the texts that VS Code shows, and how others say the same. */
import { CODES } from '../../server/src/analysis/finding.ts';

/** A setting as package.json describes it: the parts that are used here. */
export interface SettingSchema {
  readonly type: string;
  readonly scope: string;
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly items?: { readonly type: string };
  readonly properties?: { readonly [key: string]: { readonly enum: readonly string[]; readonly description: string } };
  readonly description?: string;
  readonly markdownDescription?: string;
}

export interface SettingsPageInput {
  /** `contributes.configuration.properties` of package.json. */
  readonly settings: { readonly [name: string]: SettingSchema };
  /** package.nls.json. */
  readonly texts: { readonly [key: string]: string };
}

/** Where the pages are, as the texts of settings link to them. */
const DOCS = 'https://github.com/stackpin/stackpin/blob/main/docs/';

/** What each scope of VS Code means, in words. */
const SCOPES: { readonly [scope: string]: string } = {
  resource: 'for a user, a workspace or a single folder of it',
  window: 'for a user or a workspace',
  machine: 'for a user or a machine, and by no workspace',
};

/** The server reads all but these. */
const OF_THE_CLIENT = ['stackpin.catalog.mirror', 'stackpin.trace.server'];

/** Settings as JSON, as other editors pass them; a test has the server read it. */
export const EXAMPLE_SETTINGS = {
  severity: { 'outdated-patch': 'off', unsupported: 'error' },
  catalogs: ['catalogs/acme.catalog.yaml'],
} as const;

/** The page as Markdown. */
export function settingsPage({ settings, texts }: SettingsPageInput): string {
  const names = Object.keys(settings);
  const inVsCode = Object.fromEntries(
    Object.entries(EXAMPLE_SETTINGS).map(([key, value]) => [`stackpin.${key}`, value]),
  );
  const parts = [
    '# Settings',
    '<!-- Written by `npm run docs` from package.json and package.nls.json; a test compares it with them. -->',
    `There are ${names.length}: ${names.map((name) => `[${name}](#${anchor(name)})`).join(', ')}. What a manifest asks of its own pins stands in the manifest, under [\`policy\`](manifest.md#policy), so that it is the same for everybody. The command line takes options instead: [cli.md](cli.md).`,
    'In VS Code they are in the settings, in `settings.json` like this:',
    json(inVsCode),
    ...names.flatMap((name) => section(name, settings[name], texts)),
    '## Other editors',
    `The language server asks the editor for the section \`stackpin\` (\`workspace/configuration\`), or takes \`settings.stackpin\` of \`workspace/didChangeConfiguration\`: [language-server.md](language-server.md#settings) says which counts. An editor that has neither passes the same keys as \`initializationOptions\`:`,
    json(EXAMPLE_SETTINGS),
    `${OF_THE_CLIENT.map(code).join(' and ')} are for VS Code alone. \`initializationOptions\` knows more keys, \`asOf\`, \`bundledCatalog\`, \`catalogUpdates\` and \`updatedCatalog\`, which are [described there](language-server.md#settings). What is unknown or wrong is written to the log once and ignored.`,
    'In Neovim 0.11, for example:',
    [
      '```lua',
      "vim.lsp.config('stackpin', {",
      '  settings = {',
      '    stackpin = {',
      "      severity = { ['outdated-patch'] = 'off', unsupported = 'error' },",
      "      catalogs = { 'catalogs/acme.catalog.yaml' },",
      '    },',
      '  },',
      '})',
      '```',
    ].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(name: string, schema: SettingSchema | undefined, texts: SettingsPageInput['texts']): string[] {
  if (schema === undefined) return [];
  const facts = [
    `- Type: ${typeOf(schema)}`,
    ...(schema.enum === undefined ? [] : [`- Values: ${schema.enum.map(code).join(', ')}`]),
    `- Default: ${code(JSON.stringify(schema.default))}`,
    `- Can be set ${SCOPES[schema.scope] ?? schema.scope}`,
  ];
  return [
    `## ${name}`,
    translated(schema.markdownDescription ?? schema.description ?? '', texts).replaceAll(DOCS, ''),
    facts.join('\n'),
    ...keys(schema, texts),
  ];
}

/** The keys of a setting that is an object: the codes. */
function keys({ properties }: SettingSchema, texts: SettingsPageInput['texts']): string[] {
  if (properties === undefined) return [];
  const names = Object.keys(properties);
  const values = properties[names[0] ?? '']?.enum ?? [];
  const rows = names.map((name) => {
    const isCode = (CODES as readonly string[]).includes(name);
    return [
      isCode ? `[${name}](diagnostics/${name}.md)` : code(name),
      translated(properties[name]?.description ?? '', texts),
    ];
  });
  return [`Each key takes one of ${values.map(code).join(', ')}:`, table(['key', 'meaning'], rows)];
}

function typeOf({ type, items }: SettingSchema): string {
  return type === 'array' && items !== undefined ? `list of ${items.type}s` : type;
}

/** The text behind `%key%`. */
function translated(text: string, texts: SettingsPageInput['texts']): string {
  const key = /^%(.+)%$/.exec(text)?.[1];
  const found = key === undefined ? text : texts[key];
  if (found === undefined) throw new Error(`package.nls.json has no text "${key}".`);
  return found;
}

/** GitHub's anchor of a heading. */
function anchor(name: string): string {
  return name.toLowerCase().replaceAll('.', '');
}

function code(text: string): string {
  return `\`${text}\``;
}

function json(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

// Compiles the public schemas into plain functions, so that nothing evaluates code at run time and no schema compiler ships.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { GENERATED_BUNDLED, inputsOf, packagesOf } from './bundled.mjs';

const TYPES = `/** What a compiled validator reports; the shape of Ajv's error objects. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly schemaPath: string;
  readonly params: { readonly [name: string]: unknown };
  readonly message?: string;
}
/** Tells whether data fits; \`errors\` holds what does not, until the next call. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
`;

/** What each module exports: `validate`, also as the default, checks a whole document, the others a part of it. */
const EXPORTS = {
  stack: { validate: '', validateComponent: '#/$defs/component' },
  catalog: { validate: '', validateComponent: '#/$defs/component', validateId: '#/$defs/id' },
  config: { validate: '' },
};

/**
 * Writes server/generated/validate-<name>.js and its types for each schema.
 * @param {URL} root the project's folder
 */
export async function compileSchemas(root) {
  /** @type {{ [file: string]: string[] }} */
  const bundled = {};
  for (const [name, parts] of Object.entries(EXPORTS)) {
    const schema = JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8'));
    const ajv = new Ajv2020({
      allErrors: true,
      strict: true,
      strictRequired: false,
      strictTypes: false,
      code: { source: true, esm: true },
    });
    ajv.addSchema(schema);
    const references = Object.entries(parts).map(([part, pointer]) => [part, `${schema.$id}${pointer}`]);
    const code = `${standaloneCode(ajv, Object.fromEntries(references))};export default validate;`;
    // The generated code requires Ajv's small run-time helpers; bundling leaves one file with none of Ajv's compiler.
    const { outputFiles, metafile } = await build({
      absWorkingDir: fileURLToPath(root),
      preserveSymlinks: true,
      metafile: true,
      stdin: { contents: code, resolveDir: fileURLToPath(root), loader: 'js' },
      bundle: true,
      format: 'esm',
      write: false,
      legalComments: 'none',
    });
    writeFileSync(new URL(`server/generated/validate-${name}.js`, root), outputFiles[0].text);
    bundled[`validate-${name}.js`] = packagesOf(Object.values(metafile.outputs).flatMap(inputsOf));
    const declarations = Object.keys(parts).map((part) => `export declare const ${part}: Validate;\n`);
    writeFileSync(
      new URL(`server/generated/validate-${name}.d.ts`, root),
      `${TYPES}${declarations.join('')}export default validate;\n`,
    );
  }
  writeFileSync(new URL(GENERATED_BUNDLED, root), JSON.stringify(bundled));
}

// Compiles the public schemas into plain functions, so that nothing evaluates code at run time and no schema compiler ships.
import { readFileSync, writeFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const TYPES = `/** What the compiled validator reports; the shape of Ajv's error objects. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly schemaPath: string;
  readonly params: { readonly [name: string]: unknown };
  readonly message?: string;
}
declare const validate: { (data: unknown): boolean; errors?: readonly SchemaError[] | null };
export default validate;
`;

/**
 * Writes server/generated/validate-<name>.js and its types for each schema.
 * @param {URL} root the project's folder
 */
export async function compileSchemas(root) {
  for (const name of ['stack', 'catalog']) {
    const schema = JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8'));
    const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, code: { source: true, esm: true } });
    const code = standaloneCode(ajv, ajv.compile(schema));
    const target = new URL(`server/generated/validate-${name}.js`, root);
    // The generated code requires Ajv's small run-time helpers; bundling leaves one file with none of Ajv's compiler.
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: root.pathname, loader: 'js' },
      bundle: true,
      format: 'esm',
      write: false,
      legalComments: 'none',
    });
    writeFileSync(target, outputFiles[0].text);
    writeFileSync(new URL(`server/generated/validate-${name}.d.ts`, root), TYPES);
  }
}

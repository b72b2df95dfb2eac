// Writes what is derived from the sources and not kept in git: server/generated/ (compiled schema validators, the catalog bundle).
import { mkdirSync } from 'node:fs';
import { buildCatalog } from './build-catalog.mjs';
import { compileSchemas } from './compile-schemas.mjs';

const root = new URL('..', import.meta.url);
mkdirSync(new URL('server/generated/', root), { recursive: true });
await compileSchemas(root);
await buildCatalog(root);

// Writes what is derived from the sources and not kept in git: server/generated/ (compiled schema validators, the catalog bundle, the names of images).
import { mkdirSync } from 'node:fs';
import { buildCatalog } from './build-catalog.mjs';
import { buildImages } from './build-images.mjs';
import { compileSchemas } from './compile-schemas.mjs';

const root = new URL('..', import.meta.url);
mkdirSync(new URL('server/generated/', root), { recursive: true });
await compileSchemas(root);
await buildCatalog(root);
buildImages(root);

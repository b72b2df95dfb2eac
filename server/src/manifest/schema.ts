/** What schemas/stack.schema.json says of a place in a manifest. */
import stackSchema from '../../../schemas/stack.schema.json';
import { type SchemaReader, schemaReader } from './jsonSchema.ts';

/** The schema of manifests. */
export const STACK_SCHEMA: SchemaReader = schemaReader(stackSchema);

export const { schemaAt, keyInfo, keysAt } = STACK_SCHEMA;

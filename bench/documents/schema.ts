/** What a schema can say of the same documents: our schema, and of each known component its versions. */
import schema from '../../schemas/stack.schema.json';
import type { KnownPin } from './known.ts';

/** A schema for servers that check YAML by one. Names that it does not list may have any version, as in ours. */
export function schemaWith(pins: readonly KnownPin[]): object {
  const { $id: _ours, $defs, ...rest } = schema;
  const { component, components } = $defs;
  const known = pins.map(({ id, name }) => {
    const version = { $ref: `#/$defs/${definition(id)}` };
    const long = { type: 'object', additionalProperties: false, properties: { ...component.properties, version } };
    return [id, { title: name, description: component.description, oneOf: [version, long] }] as const;
  });
  const enums = pins.map(({ id, name, versions }) => [
    definition(id),
    { title: `Version of ${name}`, type: 'string', enum: versions },
  ]);
  return {
    ...rest,
    $defs: {
      ...$defs,
      ...Object.fromEntries(enums),
      components: { ...components, properties: Object.fromEntries(known) },
    },
  };
}

function definition(id: string): string {
  return `versions-of-${id}`;
}

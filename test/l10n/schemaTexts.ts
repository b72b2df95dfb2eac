/** What the schemas say to people: titles, descriptions, and the names of layers. */
import catalogSchema from '../../schemas/catalog.schema.json';
import stackSchema from '../../schemas/stack.schema.json';

/** Each text once. */
export function schemaTexts(): readonly string[] {
  const texts = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if ((key === 'title' || key === 'description') && typeof child === 'string') texts.add(child);
      else visit(child);
    }
  };
  for (const schema of [stackSchema, catalogSchema]) visit(schema);
  for (const layer of stackSchema.$defs.component.properties.layer.enum) texts.add(layer.replaceAll('-', ' '));
  return [...texts];
}

/** The benchmark: measures all parts of the plan in one run, and prints what came of it. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { knownPins } from './documents/known.ts';
import { schemaWith } from './documents/schema.ts';
import { MOST_KNOWN } from './documents/stack.ts';
import { noFigures } from './figures.ts';
import { editTables } from './measures/edits.ts';
import { requestTable } from './measures/requests.ts';
import { burstTable } from './measures/bursts.ts';
import { typingTable } from './measures/typing.ts';
import { memoryTable } from './measures/memory.ts';
import { startTable } from './measures/start.ts';
import { measureSize, sizeTable } from './measures/size.ts';
import { readPlan, USAGE } from './plan.ts';
import { asText } from './report/table.ts';
import { measureServers } from './sessions.ts';
import { servers } from './servers.ts';
import { bundledCatalog } from '../test/support/compiled.ts';

const plan = readPlan(process.argv.slice(2));
if (typeof plan === 'string') { console.error(plan, USAGE); process.exit(2); }
const figures = noFigures();
const failures: string[] = [];
const pins = knownPins(bundledCatalog(), MOST_KNOWN + 1);
const schema = resolve('bench/.work/peers.schema.json');
writeFileSync(schema, JSON.stringify(schemaWith(pins)));
const { all, reference } = servers({ pins, schema });
const chosen = all.filter(({ name }) => plan.servers.length === 0 || plan.servers.includes(name));
await measureServers(chosen, { plan, figures, failures, tell: (m) => console.error(m) });
const columns = { figures, names: chosen.map(({ name }) => name), reference };
measureSize(figures);
for (const t of [sizeTable(figures), startTable(columns, plan), memoryTable(columns, plan), ...editTables(columns, plan), requestTable(columns, plan), burstTable(columns, plan), typingTable(columns, plan)]) console.log(asText(t));
console.log(failures);

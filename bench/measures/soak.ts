/** Long sessions: whether memory stays where it is and nothing gets lost, in many edits, many clients and many file events. */
import { type Figures, quantile } from '../figures.ts';
import type { Plan } from '../plan.ts';
import { type Columns, headOf, rowOf } from '../report/beside.ts';
import { shown, type Table } from '../report/table.ts';
import { OURS, type Server } from '../servers.ts';
import type { Tell } from '../sessions.ts';
import { soakClients } from '../soak/clients.ts';
import { slopeOf, soakEdits } from '../soak/edits.ts';
import { soakFiles } from '../soak/fileStorm.ts';

/** Servers that push, and that take documents as they are. */
export function soaked(servers: readonly Server[]): readonly Server[] {
  return servers.filter(({ name, pulls }) => !pulls && name !== 'actions');
}

/** Edits that a server is given: others take some hundred times as long for each. */
function editsOf({ name }: Server, { soak }: Plan): number {
  return name === OURS ? soak.edits : soak.othersEdits;
}

/** Runs all of it, one server after another. */
export async function measureSoak(servers: readonly Server[], plan: Plan, figures: Figures, tell: Tell): Promise<void> {
  const { documents, every, clients, manifests, bursts } = plan.soak;
  for (const server of soaked(servers)) {
    const { name: of } = server;
    const add = (what: string, ...values: readonly number[]) => figures.add({ of, what: `soak.${what}` }, ...values);
    const edits = editsOf(server, plan);
    tell(`soak, ${edits} edits over ${documents} documents: ${of}`);
    const long = await soakEdits(server, documents, edits, every);
    for (const [at, resident] of long.line) {
      figures.add({ of, what: 'soak.line', lines: at }, resident);
      tell(`${of}: ${at} edits, ${resident.toFixed(0)} MiB`);
    }
    add('edits', edits);
    add('start', long.start);
    add('opened', long.opened);
    add('closed', long.closed);
    add('slope', slopeOf(long.line));
    add('requests', long.requests);
    add('right', long.right);
    tell(`soak, ${clients} clients one after another: ${of}`);
    const many = await soakClients(server, clients);
    add('clean', many.clean);
    add('first', ...many.times.slice(0, 5));
    add('last', ...many.times.slice(-5));
  }
  const ours = servers.find(({ name }) => name === OURS);
  if (ours === undefined) return;
  tell(`soak, file events in a workspace of ${manifests} manifests`);
  for (const [what, value] of Object.entries(await soakFiles(ours, manifests, bursts)))
    figures.add({ of: OURS, what: `soak.files.${what}` }, value);
}

/** The memory line, what stands around it, and the file events. */
export function soakTables(columns: Columns, plan: Plan, figures: Figures): readonly Table[] {
  const { documents, edits, every, clients, manifests, bursts } = plan.soak;
  const own: Columns = {
    ...columns,
    names: columns.names.filter((of) => figures.values({ of, what: 'soak.edits' }).length > 0),
  };
  const row = (title: string, what: string) => rowOf(own, title, `soak.${what}`, 0);
  const whole = (values: readonly number[]) => Math.round(quantile(values, 0.5) ?? 0).toLocaleString('en');
  const count = (title: string, what: string) => rowOf(own, title, `soak.${what}`, 0, whole);
  const looks = Array.from({ length: Math.floor(edits / every) }, (_, at) => (at + 1) * every);
  const files = (what: string) => shown(figures.median({ of: OURS, what: `soak.files.${what}` }));
  return [
    {
      title: `A long session: edits over ${documents} documents`,
      note: 'Resident memory in MiB. The slope is that of the second half of the line, in MiB for 10,000 edits; requests run beside the edits.',
      head: headOf(own, ''),
      rows: [
        count('edits', 'edits'),
        row('nothing open', 'start'),
        row('all open', 'opened'),
        ...looks.map((at) => rowOf(own, `after ${at.toLocaleString('en')} edits`, 'soak.line', at)),
        row('all closed again', 'closed'),
        row('slope', 'slope'),
        count('requests answered', 'requests'),
        count(`documents right at the end, of ${documents}`, 'right'),
        count(`clients one after another that ended well, of ${clients}`, 'clean'),
        row('the first five of them to right diagnostics, ms', 'first'),
        row('the last five', 'last'),
      ],
    },
    {
      title: `File events in a workspace of ${manifests.toLocaleString('en')} manifests`,
      note: `${bursts} bursts, each of a third of the files: changed, gone, or there again; edits and questions go on meanwhile.`,
      head: ['', OURS],
      rows: [
        ['file events', files('events')],
        ['requests answered', files('requests')],
        ['edits followed by right diagnostics', files('edits')],
        ['files told wrongly', files('wrong')],
        ['MiB after the first index', files('start')],
        ['MiB after the last burst', files('end')],
      ],
    },
  ];
}

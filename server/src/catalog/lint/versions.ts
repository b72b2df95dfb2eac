/** Versions and lines can be read under the scheme of their component, stand in order, and stand once. */
import { t } from '@vscode/l10n';
import { compareVersions, parseVersion, type Scheme, type Version } from '../../version/index.ts';
import type { Line } from '../model.ts';
import type { Path } from '../read.ts';
import type { Subject, Told } from './subject.ts';

/** Lines, versions, and what else is one: withdrawn versions, chart versions' keys, removals, stops. */
export function checkVersions(subject: Subject): Told[] {
  const { written, scheme } = subject;
  const lines = written.versions?.lines ?? [];
  const seen = new Map<string, string>();
  const names = new Set<string>();
  const told = lines.flatMap((line, index) => {
    const path = ['versions', 'lines', index];
    const double = names.has(line.line);
    names.add(line.line);
    return [
      ...readable([...path, 'line'], line.line, scheme),
      ...(double ? [twice([...path, 'line'], t('Line "{0}" stands twice. Merge the two.', line.line))] : []),
      ...orderOf(line, path, scheme, seen),
      ...withdrawnOf(line, path, subject),
    ];
  });
  return [...told, ...lineOrder(lines, scheme), ...elsewhere(subject)];
}

function readable(path: Path, text: string, scheme: Scheme): Told[] {
  if (parseVersion(text, scheme) !== undefined) return [];
  const message = t('"{0}" is no version in the scheme {1}. Correct it or the scheme.', text, scheme);
  return [{ code: 'bad-version', severity: 'error', path, message }];
}

function twice(path: Path, message: string): Told {
  return { code: 'double-name', severity: 'warning', path, message };
}

/** @param seen the line of each version met so far */
function orderOf(line: Line, path: Path, scheme: Scheme, seen: Map<string, string>): Told[] {
  let before: Version | undefined;
  return line.versions.flatMap((text, index) => {
    const at = [...path, 'versions', index];
    const told = readable(at, text, scheme);
    const version = parseVersion(text, scheme);
    const order = version === undefined || before === undefined ? -1 : compareVersions(before, version);
    if (order > 0) {
      const message = t('"{0}" stands after "{1}", which is newer. Sort oldest first.', text, before?.text ?? '');
      told.push({ code: 'version-order', severity: 'warning', path: at, message });
    } else if (order === 0 && before?.text !== text) {
      told.push(twice(at, t('"{0}" is the same version as "{1}". Keep one.', text, before?.text ?? '')));
    }
    const other = seen.get(text);
    if (other === line.line) told.push(twice(at, t('"{0}" stands in this line twice. Remove one.', text)));
    else if (other !== undefined) told.push(twice(at, t('"{0}" stands in line "{1}" too. Keep one.', text, other)));
    seen.set(text, line.line);
    before = version ?? before;
    return told;
  });
}

/** Newest first, by number or by day: an older line can have come out later. Lines that are mere names have no order. */
function lineOrder(lines: readonly Line[], scheme: Scheme): Told[] {
  let before: { readonly version: Version; readonly line: Line } | undefined;
  return lines.flatMap((line, index): Told[] => {
    const version = parseVersion(line.line, scheme);
    if (version === undefined) return [];
    const above = before;
    before = { version, line };
    if (above === undefined || compareVersions(version, above.version) <= 0) return [];
    // `2.568` below `2` is a part of it that goes on longer.
    if (above.version.release.every((number, place) => version.release[place] === number)) return [];
    const [day, dayAbove] = [line.released, above.line.released];
    if (day !== undefined && dayAbove !== undefined && day <= dayAbove) return [];
    const message = t('Line "{0}" stands below "{1}", which is older. Sort newest first.', line.line, above.line.line);
    return [{ code: 'version-order', severity: 'warning', path: ['versions', 'lines', index, 'line'], message }];
  });
}

/** What was taken back stays listed, here or below. */
function withdrawnOf({ line, withdrawn = [] }: Line, path: Path, { merged }: Subject): Told[] {
  const listed = merged.versions.lines.filter((one) => one.line === line).flatMap(({ versions }) => versions);
  return withdrawn.flatMap(({ version }, index): Told[] => {
    if (listed.includes(version)) return [];
    const at = [...path, 'withdrawn', index, 'version'];
    const message = t('"{0}" is not among the versions of line "{1}". Add it to "versions" too.', version, line);
    return [{ code: 'unknown-reference', severity: 'error', path: at, message }];
  });
}

function elsewhere({ written, scheme }: Subject): Told[] {
  return [
    ...(written.removals ?? []).flatMap(({ since }, index) => readable(['removals', index, 'since'], since, scheme)),
    ...(written.upgrade?.stops ?? []).flatMap((stop, index) => readable(['upgrade', 'stops', index], stop, scheme)),
    ...(written.charts ?? []).flatMap(({ versions }, index) =>
      Object.keys(versions).flatMap((version) => readable(['charts', index, 'versions', version], version, scheme)),
    ),
  ];
}

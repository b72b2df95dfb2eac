// The time that is written where a package has to have one. https://reproducible-builds.org/specs/source-date-epoch/
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** 1980-01-01, the first day that a zip file knows. */
const FIRST = 315_532_800;

/**
 * SOURCE_DATE_EPOCH; without it when the commit was made; outside of a repository always the same day.
 * @param {URL} root of the repository
 * @returns seconds since 1970, UTC
 */
export function sourceDateEpoch(root) {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given === undefined || given === '') return Math.max(commitTime(fileURLToPath(root)) ?? FIRST, FIRST);
  if (!/^\d{1,11}$/.test(given) || Number(given) < FIRST)
    throw new Error(`SOURCE_DATE_EPOCH is "${given}". Write seconds since 1970, from ${FIRST} on.`);
  return Number(given);
}

/** Undefined where the folder is not the top of a repository. */
function commitTime(/** @type {string} */ cwd) {
  const git = (/** @type {string[]} */ ...args) => spawnSync('git', args, { cwd, encoding: 'utf8' });
  const top = git('rev-parse', '--show-prefix');
  if (top.status !== 0 || top.stdout.trim() !== '') return undefined;
  const time = git('log', '-1', '--format=%ct').stdout.trim();
  return /^\d+$/.test(time) ? Number(time) : undefined;
}

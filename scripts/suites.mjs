/**
 * How does a suite of tests run, and what came of it? Every suite ends as {name, passed, failed, skipped, files};
 * one whose tests have names also lists those that failed, `failures`, a line for each.
 */

import fs from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { ROOT, runPackage } from './child.mjs';
import { say } from './terminal.mjs';

const REPORTS = path.join(ROOT, '.muster', 'reports');

/** Runs checks that pass or fail as a whole: each step is the file of a package and its arguments. */
export async function runCheck(name, steps) {
  const started = begin(name);
  for (const [file, ...args] of steps) {
    const { code } = await runPackage(file, args, { show: true });
    if (code !== 0) return end({ name, passed: 0, failed: 1, skipped: 0, files: null }, started);
  }
  return end({ name, passed: 1, failed: 0, skipped: 0, files: null }, started);
}

/** Runs one vitest project. */
export async function runVitest(name, project, args = []) {
  const started = begin(name);
  const report = freshReport(project);
  const { code } = await runPackage(
    'vitest/vitest.mjs',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { show: true },
  );
  return end({ name, ...countVitest(readReport(report), code) }, started);
}

/** Runs the browser stories. */
export async function runPlaywright(name, env, args = []) {
  const started = begin(name);
  const report = freshReport('stories');
  const { code } = await runPackage('@playwright/test/cli.js', ['test', '--reporter=list,json', ...args], {
    show: true,
    env: {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      FORCE_COLOR: '0',
    },
  });
  return end({ name, ...countPlaywright(readReport(report), code) }, started);
}

/** Counts a vitest report; a file that did not even load, or a runner that died, is one failure. */
export function countVitest(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, files: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    files: report.testResults.length,
    failures: report.testResults.flatMap(failuresOfFile),
  };
}

/** Counts a Playwright report; a story that passed only on a second try has failed. */
export function countPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, files: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky;
  return {
    passed: expected,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped,
    files: report.suites.length,
    failures: report.suites.flatMap(failuresOfSuite),
  };
}

/** A vitest file's failed tests; the file itself when it did not load. */
function failuresOfFile({ name = '', status, message = '', assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const where = path.relative(ROOT, name);
  if (failed.length === 0) return status === 'failed' ? [failureLine(where, message)] : [];
  return failed.map(({ fullName = '', failureMessages = [] }) =>
    failureLine(`${where} › ${fullName}`, failureMessages[0]),
  );
}

/** The stories of a Playwright suite, and of the suites in it, that failed at least once. */
function failuresOfSuite({ specs = [], suites = [] }) {
  const own = specs
    .filter(({ ok, tests }) => !ok || tests.some((test) => test.status === 'flaky'))
    .map(({ file, line, title, tests }) => {
      const errors = tests.flatMap((test) => test.results.flatMap((result) => result.errors));
      return failureLine(`${file}:${line} › ${title}`, errors[0]?.message);
    });
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

/** `where: what`, on one line and without a terminal's colours. */
function failureLine(where, message = '') {
  const words = stripVTControlCharacters(message).replace(/\s+/gu, ' ').trim().slice(0, 300);
  return words === '' ? where : `${where}: ${words}`;
}

/** Prints a line for each suite and, last on standard output, exactly `N passed, M failed`; fails the process if any failed. */
export function closeWith(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log('');
  for (const { name, passed, failed, skipped, files, seconds, failures = [] } of results) {
    const where = files === null ? '' : ` in ${files} files`;
    const left = skipped > 0 ? `, ${skipped} skipped` : '';
    console.log(
      `${failed > 0 ? 'FAIL' : 'ok  '}  ${name}: ${passed} passed, ${failed} failed${left}${where} (${seconds} s)`,
    );
    for (const failure of failures) console.log(`FAIL    ${failure}`);
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed') > 0 || sum('passed') === 0) process.exitCode = 1;
}

function begin(name) {
  say(name);
  return Date.now();
}

function end(result, started) {
  return { ...result, seconds: Math.round((Date.now() - started) / 1000) };
}

function freshReport(name) {
  fs.mkdirSync(REPORTS, { recursive: true });
  const file = path.join(REPORTS, `${name}.json`);
  fs.rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

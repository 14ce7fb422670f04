/** Do the scripts count honestly, and explain what went wrong? */

import { describe, expect, it } from 'vitest';

import { checkNode } from './ensure.mjs';
import { explain } from './install.mjs';
import { countPlaywright, countVitest } from './suites.mjs';

const vitest = (over: object) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  ...over,
});

describe('counting', () => {
  it('takes passed, failed and skipped tests from a vitest report', () => {
    expect(countVitest(vitest({}), 0)).toEqual({ passed: 3, failed: 0, skipped: 1, files: 1, failures: [] });
  });

  it('counts a file that does not load as a failure', () => {
    const report = vitest({ testResults: [{ status: 'failed', assertionResults: [] }] });
    expect(countVitest(report, 1).failed).toBe(1);
  });

  it('counts a failed file once for each failed test in it', () => {
    const testResults = [
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }] },
    ];
    expect(countVitest(vitest({ numFailedTests: 2, testResults }), 1).failed).toBe(2);
  });

  it('never takes a runner that died for a success', () => {
    expect(countVitest(null, 0).failed).toBe(1);
    expect(countVitest(vitest({}), 1).failed).toBe(1);
    expect(countPlaywright(null, 0).failed).toBe(1);
    expect(
      countPlaywright({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] }, 1).failed,
    ).toBe(1);
  });

  it('counts a story that passed only on a second try as failed', () => {
    const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 4 };
    expect(countPlaywright({ stats, suites: [{}] }, 1)).toEqual({
      passed: 2,
      failed: 2,
      skipped: 4,
      files: 1,
      failures: [],
    });
  });

  it('names what failed, with the first words of why', () => {
    const failureMessages = ['\u001b[31mexpected 2\u001b[39m\n  to be 1'];
    const testResults = [
      {
        name: '',
        status: 'failed',
        assertionResults: [{ status: 'failed', fullName: 'adds', failureMessages }],
      },
      { name: '', status: 'failed', message: 'no such file', assertionResults: [] },
    ];
    expect(countVitest(vitest({ testResults }), 1).failures).toEqual([
      ' › adds: expected 2 to be 1',
      ': no such file',
    ]);
    const story = (title: string, ok: boolean, status: string) => ({
      ...{ file: 'a.spec.ts', line: 3, title, ok },
      tests: [{ status, results: [{ errors: ok ? [] : [{ message: 'gone\naway' }] }] }],
    });
    const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 0 };
    const inner = { specs: [story('b', true, 'flaky'), story('c', true, 'expected')] };
    const suites = [{ specs: [story('a', false, 'unexpected')], suites: [inner] }];
    expect(countPlaywright({ stats, suites }, 1).failures).toEqual([
      'a.spec.ts:3 › a: gone away',
      'a.spec.ts:3 › b',
    ]);
  });
});

describe('explaining', () => {
  it.each([
    [
      'npm error code EAI_AGAIN\nnpm error request to https://registry failed',
      'could not reach the package registry',
    ],
    ['gyp ERR! find Python', 'apt-get install -y python3 make g++'],
    ['npm error code ENOSPC', 'The disk is full'],
    ['npm error code EACCES', 'may not write here'],
    [
      'npm ci can only install packages when your package.json and package-lock.json are in sync',
      'npm install',
    ],
    ['npm error something else', 'its last words'],
  ])('says what to do about %j', (output, cure) => {
    expect(explain(output)).toContain(cure);
  });

  it('refuses a Node that is too old and says which one it takes', () => {
    expect(() => checkNode('18.20.0')).toThrow(/Node 20\.19 or newer; this is Node 18\.20\.0/);
    expect(() => checkNode('20.18.3')).toThrow(/or newer/);
    for (const version of ['20.19.0', '22.0.0', '24.1.0']) expect(() => checkNode(version)).not.toThrow();
  });
});

/** How well are agents of one role found, beside names alone and beside cosines of words, on labelled agents? */

import fs from 'node:fs';
import path from 'node:path';

import { readAgentFile } from '@/lib/agent-file';
import { createProfile, createSimilarityIndex, listStems, type Profile } from '@/lib/similarity';

import { type Agreement, rateClusters } from '../lib/similarity/golden/pairwise';
import { linkGroups } from '../lib/similarity/linkage';
import { table } from './measure';

const GOLDEN = path.resolve('lib/similarity/golden');
const CORPUS = path.resolve(process.env.MUSTER_SHARED ?? '../shared', 'corpus');

interface Labelled {
  id: string;
  role: string;
  text: string;
  profile: Profile;
}

function readLabels(file: string, folder: string, columns: { role: number; file: number }): Labelled[] {
  const rows = fs.readFileSync(path.join(GOLDEN, file), 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => {
    const cells = row.split('\t');
    const id = cells[columns.file] ?? '';
    const text = fs.readFileSync(path.join(folder, id), 'utf8');
    return { id, role: cells[columns.role] ?? '', text, profile: createProfile(text) };
  });
}

function clusterWithMuster(agents: readonly Labelled[]): string[][] {
  const index = createSimilarityIndex();
  for (const { id, profile } of agents) index.add(id, profile);
  return finish(index.clusters()).map(({ members }) => members);
}

function finish<Result>(search: Generator<unknown, Result>): Result {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const GENERIC = new Set(listStems('expert pro specialist senior agent assistant helper engineer developer'));

/** Agents whose names are the same but for words of titles in general. */
function clusterByName(agents: readonly Labelled[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const { id, text } of agents) {
    const stems = listStems(readAgentFile(text).effective.name ?? id);
    const name = [...new Set(stems.filter((stem) => !GENERIC.has(stem)))].sort().join(' ');
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return [...groups.values()];
}

type Vector = Map<string, number>;

/** The recipe that we began with: a mean of TF-IDF cosines over body, description and name, complete linkage. */
function clusterByWords(agents: readonly Labelled[], threshold: number): string[][] {
  const counted = agents.map(({ text }) => {
    const { effective, body } = readAgentFile(text);
    const description = (effective.description ?? '').replace(/<example>[\s\S]*$/, '');
    return [text.slice(body.from, body.to), description, effective.name ?? ''].map((part) =>
      countStems(part),
    );
  });
  const having: Vector = new Map();
  for (const parts of counted)
    for (const stem of new Set(parts.flatMap((part) => [...part.keys()])))
      having.set(stem, (having.get(stem) ?? 0) + 1);
  const vectors = counted.map((parts) => parts.map((part) => weigh(part, having, agents.length)));
  const links = [];
  for (let b = 0; b < vectors.length; b++)
    for (let a = 0; a < b; a++) {
      const strength = [0.4, 0.35, 0.25].reduce(
        (sum, share, part) => sum + share * cosine(vectors[a]?.[part], vectors[b]?.[part]),
        0,
      );
      if (strength >= threshold) links.push({ a, b, strength });
    }
  return finish(linkGroups(agents.length, links, 1)).map((members) =>
    members.map((at) => agents[at]?.id ?? ''),
  );
}

function countStems(text: string): Vector {
  const counts: Vector = new Map();
  for (const stem of listStems(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function weigh(counts: Vector, having: Vector, documents: number): Vector {
  const weights = [...counts].map(([stem, count]): [string, number] => [
    stem,
    (1 + Math.log(count)) * Math.log(1 + documents / (having.get(stem) ?? 1)),
  ]);
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weights.map(([stem, weight]) => [stem, weight / length]));
}

function cosine(a: Vector = new Map(), b: Vector = new Map()): number {
  let sum = 0;
  for (const [stem, weight] of a) sum += weight * (b.get(stem) ?? 0);
  return sum;
}

const show = ({ precision, recall, f1 }: Agreement): string[] =>
  [precision, recall, f1].map((value) => value.toFixed(3));

function rate(title: string, agents: readonly Labelled[]): void {
  const labels = new Map(agents.map(({ id, role }) => [id, role]));
  const language = new Map(agents.map(({ id, profile }) => [id, profile.language ?? 'en']));
  const found = clusterWithMuster(agents);
  const pairs = rateClusters(labels, found).pairs;
  console.log(
    `\n${title}: ${agents.length} agents, ${new Set(labels.values()).size} roles, ${pairs} pairs\n`,
  );
  const bySame = (a: string, b: string) => language.get(a) === language.get(b);
  table(
    ['way', 'precision', 'recall', 'F1'],
    [
      ['names without words of titles', ...show(rateClusters(labels, clusterByName(agents)))],
      ...[0.25, 0.3, 0.35].map((threshold) => [
        `cosines of words, complete linkage at ${threshold}`,
        ...show(rateClusters(labels, clusterByWords(agents, threshold))),
      ]),
      ['Muster', ...show(rateClusters(labels, found))],
      ['Muster, pairs in one language', ...show(rateClusters(labels, found, bySame))],
      ['Muster, pairs in two languages', ...show(rateClusters(labels, found, (a, b) => !bySame(a, b)))],
      ...[...new Set(language.values())].sort().flatMap((code) => {
        const own = rateClusters(
          labels,
          found,
          (a, b) => language.get(a) === code || language.get(b) === code,
        );
        return own.pairs >= 5 ? [[`Muster, pairs with ${code} (${own.pairs})`, ...show(own)]] : [];
      }),
    ],
  );
}

const golden = readLabels('roles.tsv', path.join(GOLDEN, 'files'), { role: 0, file: 1 });
rate('Golden agents', golden);
if (fs.existsSync(CORPUS)) rate('Real agents', readLabels('corpus-roles.tsv', CORPUS, { role: 0, file: 1 }));
else console.log('\nno corpus beside the checkout: golden agents alone');

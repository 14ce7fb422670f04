import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, it } from 'vitest';

import { sqliteKit } from '../kit';
import { defineTables } from './tables';

/** The columns of each index, key and unique column of a table, in their order. */
function indexed(table: SQLiteTable): string[][] {
  const { columns, indexes, primaryKeys } = getTableConfig(table);
  return [
    ...indexes.map(({ config }) => config.columns.map((column) => ('name' in column ? column.name : ''))),
    ...primaryKeys.map((key) => key.columns.map(({ name }) => name)),
    ...columns.filter(({ primary, isUnique }) => primary || isUnique).map(({ name }) => [name]),
  ];
}

/** Where a row goes that others point to, an engine looks for them: without an index through all rows of all workspaces. */
it('finds whatever points to a row that can go along an index', () => {
  const slow = Object.values(defineTables(sqliteKit)).flatMap((each) => {
    const table = each as unknown as SQLiteTable;
    const { name, foreignKeys } = getTableConfig(table);
    return foreignKeys.flatMap((key) => {
      const { columns, foreignTable } = key.reference();
      const wanted = columns.map((column) => column.name);
      const parent = getTableConfig(foreignTable).name;
      // People never go.
      if (parent === 'users') return [];
      const isFound = indexed(table).some((has) => wanted.every((column, at) => has[at] === column));
      return isFound ? [] : [`${name}: ${wanted.join(', ')}`];
    });
  });
  expect(slow).toEqual([]);
});

import { afterAll, beforeAll, describe } from 'vitest';

import type { Store } from './database';
import { agentsContract } from './testing/agents-contract';
import { auditContract } from './testing/audit-contract';
import { bulkContract } from './testing/bulk-contract';
import { commentsContract } from './testing/comments-contract';
import { type Opened, TEST_ENGINES } from './testing/engines';
import { filtersContract } from './testing/filters-contract';
import { guardsContract } from './testing/guards-contract';
import { identityContract } from './testing/identity-contract';
import { importsContract } from './testing/imports-contract';
import { labelsContract } from './testing/labels-contract';
import { liveContract } from './testing/live-contract';
import { mergesContract } from './testing/merges-contract';
import { placesContract } from './testing/places-contract';
import { profilesContract } from './testing/profiles-contract';
import { proposalsContract } from './testing/proposals-contract';
import { searchContract } from './testing/search-contract';
import { storeContract } from './testing/store-contract';
import { templatesContract } from './testing/templates-contract';
import { textsContract } from './testing/texts-contract';

/** PGlite starts in two seconds, on a busy machine in many more. */
const OPEN_TIMEOUT_MS = 120_000;

describe.each(TEST_ENGINES)('on $name', (engine) => {
  let opened: Opened;
  const store = (): Store => opened.store;
  beforeAll(async () => {
    opened = await engine.open();
  }, OPEN_TIMEOUT_MS);
  afterAll(() => opened.dispose());

  describe('texts', () => textsContract(store));
  describe('templates', () => templatesContract(store));
  describe('agents', () => agentsContract(store));
  describe('filters', () => filtersContract(store));
  describe('places', () => placesContract(store, engine));
  describe('search', () => searchContract(store));
  describe('identity', () => identityContract(store));
  describe('profiles', () => profilesContract(store, engine));
  describe('imports', () => importsContract(store));
  describe('changes of many', () => bulkContract(store));
  describe('labels', () => labelsContract(store));
  describe('comments', () => commentsContract(store));
  describe('merges', () => mergesContract(store));
  describe('records', () => auditContract(store));
  describe('live', () => liveContract(store));
  describe('proposals', () => proposalsContract(store));
  describe('guards', () => guardsContract(store));
  describe('store', () => storeContract(store, engine));
});

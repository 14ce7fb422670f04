import { describe, expect, it } from 'vitest';

import { can, canManage, isAtLeast, isKeptWhileDue, listPermissions } from './permissions';
import { ROLES } from './roles';

describe('can', () => {
  it('is the table that the documentation shows', () => {
    const table = listPermissions().map((permission) => [
      permission,
      ROLES.filter((role) => can(role, permission)).join(' '),
    ]);
    expect(Object.fromEntries(table)).toEqual({
      'workspace:read': 'owner admin editor viewer',
      'workspace:rename': 'owner admin',
      'workspace:transfer': 'owner',
      'agent:read': 'owner admin editor viewer',
      'agent:create': 'owner admin editor',
      'agent:save': 'owner admin editor',
      'agent:delete': 'owner admin editor',
      'agent:restore': 'owner admin editor',
      'agent:archive': 'owner admin editor',
      'agent:tag': 'owner admin editor',
      'agent:label': 'owner admin editor',
      'agent:publish': 'owner admin',
      'agent:purge': 'owner admin',
      'agent:export': 'owner admin editor viewer',
      'template:read': 'owner admin editor viewer',
      'template:edit': 'owner admin editor',
      'duplicates:read': 'owner admin editor viewer',
      'duplicates:dismiss': 'owner admin editor',
      'merge:read': 'owner admin editor viewer',
      'merge:edit': 'owner admin editor',
      'comment:read': 'owner admin editor viewer',
      'comment:write': 'owner admin editor viewer',
      'comment:delete-any': 'owner admin',
      'inbox:read': 'owner admin editor viewer',
      'proposal:read': 'owner admin editor viewer',
      'proposal:edit': 'owner admin editor',
      'proposal:review': 'owner admin editor viewer',
      'proposal:publish': 'owner admin editor',
      'publishing:set': 'owner admin',
      'member:list': 'owner admin editor viewer',
      'member:invite': 'owner admin',
      'member:remove': 'owner admin',
      'member:change-role': 'owner admin',
      'member:leave': 'owner admin editor viewer',
      'member:reset-password': 'owner',
      'activity:read': 'owner admin editor viewer',
      'audit:read': 'owner admin',
      'workspace:export': 'owner',
      'workspace:delete': 'owner',
    });
  });

  it('never gives a lower role what a higher one has not', () => {
    for (const permission of listPermissions()) {
      for (const role of ROLES) {
        for (const higher of ROLES.filter((other) => isAtLeast(other, role))) {
          if (can(role, permission)) expect(can(higher, permission)).toBe(true);
        }
      }
    }
  });
});

describe('canManage', () => {
  it('lets nobody touch or make somebody above', () => {
    expect(canManage('admin', 'owner', 'viewer')).toBe(false);
    expect(canManage('admin', 'owner', null)).toBe(false);
    expect(canManage('admin', 'editor', 'owner')).toBe(false);
    expect(canManage('admin', 'admin', 'editor')).toBe(true);
    expect(canManage('admin', 'viewer', null)).toBe(true);
    expect(canManage('owner', 'owner', 'admin')).toBe(true);
    expect(canManage('owner', 'editor', 'owner')).toBe(true);
  });
});

describe('isKeptWhileDue', () => {
  it('lets a workspace that is to be deleted be read and exported, and its deletion be called off', () => {
    const kept = listPermissions().filter(isKeptWhileDue);
    for (const permission of [
      'agent:read',
      'agent:export',
      'audit:read',
      'workspace:export',
      'workspace:delete',
    ])
      expect(kept).toContain(permission);
    const refused = listPermissions().filter((permission) => !isKeptWhileDue(permission));
    for (const permission of [
      'agent:save',
      'agent:create',
      'member:invite',
      'merge:edit',
      'workspace:rename',
    ])
      expect(refused).toContain(permission);
  });
});

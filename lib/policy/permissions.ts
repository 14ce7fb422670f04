/** May a member with this role do this? One table, roles × permissions. */

import { ROLES, type Role } from './roles';

const ALL = ROLES;
const EDITORS = ['owner', 'admin', 'editor'] as const satisfies readonly Role[];
const ADMINS = ['owner', 'admin'] as const satisfies readonly Role[];
const OWNERS = ['owner'] as const satisfies readonly Role[];

const TABLE = {
  'workspace:read': ALL,
  'workspace:rename': ADMINS,
  'workspace:transfer': OWNERS,
  'agent:read': ALL,
  'agent:create': EDITORS,
  'agent:save': EDITORS,
  'agent:delete': EDITORS,
  'agent:restore': EDITORS,
  'agent:archive': EDITORS,
  'agent:tag': EDITORS,
  'agent:label': EDITORS,
  'agent:publish': ADMINS,
  'agent:purge': ADMINS,
  'agent:export': ALL,
  'template:read': ALL,
  'template:edit': EDITORS,
  'duplicates:read': ALL,
  'duplicates:dismiss': EDITORS,
  'merge:read': ALL,
  'merge:edit': EDITORS,
  /** Whoever reads an agent may say something about it: what is said changes no agent. */
  'comment:read': ALL,
  'comment:write': ALL,
  'comment:delete-any': ADMINS,
  'inbox:read': ALL,
  'proposal:read': ALL,
  'proposal:edit': EDITORS,
  /** Whose approval counts is the policy's to say. */
  'proposal:review': ALL,
  'proposal:publish': EDITORS,
  'publishing:set': ADMINS,
  'member:list': ALL,
  'member:invite': ADMINS,
  'member:remove': ADMINS,
  'member:change-role': ADMINS,
  'member:leave': ALL,
  'member:reset-password': OWNERS,
  'activity:read': ALL,
  'audit:read': ADMINS,
  'workspace:export': OWNERS,
  'workspace:delete': OWNERS,
} as const satisfies Record<string, readonly Role[]>;

/** Something that a member of a workspace may or may not do. */
export type Permission = keyof typeof TABLE;

/** Returns all permissions, in the order of the table. */
export function listPermissions(): Permission[] {
  return Object.keys(TABLE) as Permission[];
}

/** Says whether a member with this role may do this in the workspace. */
export function can(role: Role, permission: Permission): boolean {
  return (TABLE[permission] as readonly Role[]).includes(role);
}

/** What stays allowed while a workspace waits for its deletion, beside reading and taking out. */
const KEPT_WHILE_DUE: ReadonlySet<string> = new Set(['workspace:delete', 'member:leave']);

/** Says whether this is still allowed in a workspace that is going to be deleted: it may be read and exported. */
export function isKeptWhileDue(permission: Permission): boolean {
  return /:(?:read|list|export)$/.test(permission) || KEPT_WHILE_DUE.has(permission);
}

/** Says whether the first role stands at least as high as the second. */
export function isAtLeast(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(other);
}

/**
 * Says whether a member may change or remove another whose role is `present`, giving it `next` (null to remove).
 * Nobody manages someone above, nor lifts anybody above, the own role.
 */
export function canManage(actor: Role, present: Role, next: Role | null): boolean {
  return isAtLeast(actor, present) && (next === null || isAtLeast(actor, next));
}

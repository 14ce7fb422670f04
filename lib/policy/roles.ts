/** Which roles are there? From the most to the least that a member may do. */

export const ROLES = ['owner', 'admin', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What somebody with this role can do, after "you can". */
export const ROLE_DEEDS: Record<Role, string> = {
  owner: 'do everything, also change who owns it',
  admin: 'write agents and manage members',
  editor: 'write, import and export agents',
  viewer: 'read and export agents',
};

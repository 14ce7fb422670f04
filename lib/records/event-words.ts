/** What does each event say in a sentence? One row an event: what it belongs to, what it is called, and its words. */

import { listed, many, type Part, say, type Telling } from './telling';

/** What an event belongs to, to filter by. */
export const EVENT_GROUPS = [
  'agents',
  'merges',
  'reviews',
  'templates',
  'people',
  'workspace',
  'account',
] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

interface EventRow {
  group: EventGroup;
  /** As it is done: "save an agent". */
  verb: string;
  words: (t: Telling) => Part[];
  /** What is not work on what the workspace shares: the audit tells of it, the activity does not. */
  quiet?: true;
}

type Words = EventRow['words'];

const row = (group: EventGroup, verb: string, words: Words): EventRow => ({ group, verb, words });
const quiet = (group: EventGroup, verb: string, words: Words): EventRow => ({
  ...row(group, verb, words),
  quiet: true,
});

/** Verb and past of what is done to one or many agents. */
const moved = (verb: string, past: string, after = '') =>
  row('agents', verb, (t) => say`${past} ${t.agents()}${after}`);
const titled = (group: EventGroup, verb: string, past: string, what: string) =>
  row(group, verb, (t) => say`${past} the ${what} ${t.subject(`that is gone`)}`);

/** What a review says. */
const VERDICTS: Readonly<Record<string, string>> = {
  approved: 'approved',
  'changes-requested': 'asked for changes of',
  commented: 'commented on',
};

const ROLE_ARTICLE = (role: string) => `${/^[aeo]/.test(role) ? 'an' : 'a'} ${role}`;

export const EVENTS: Readonly<Record<string, EventRow>> = {
  'agent.created': row('agents', 'create an agent', (t) => say`created ${t.subject('an agent')}`),
  'agent.saved': row('agents', 'save an agent', (t) => {
    const version = t.number('number') > 0 ? say` as ${t.version()}` : '';
    const joined = t.is('kind', 'merged') ? ', joined with what others had saved' : '';
    return say`saved ${t.subject('an agent')}${version}${joined}`;
  }),
  'agent.imported': row('agents', 'import agents', (t) => {
    const replaced = t.number('replaced');
    return say`imported ${t.agents()}${replaced > 0 ? `, ${replaced} of them as new versions` : ''}`;
  }),
  'agent.duplicated': row(
    'agents',
    'duplicate an agent',
    (t) => say`duplicated ${t.of('from', 'an agent')} as ${t.subject('an agent')}`,
  ),
  'agent.deleted': moved('move agents to the bin', 'moved', ' to the bin'),
  'agent.restored': moved('bring agents back from the bin', 'brought', ' back from the bin'),
  'agent.archived': moved('archive agents', 'archived'),
  'agent.unarchived': moved('bring agents back from the archive', 'brought', ' back from the archive'),
  'agent.purged': row('agents', 'delete agents for good', (t) => {
    const gone = many(Math.max(1, t.count('agents')), 'agent');
    const days = t.number('afterDays');
    return say`deleted ${gone} for good${days > 0 ? `, after ${days} days in the bin` : ''}`;
  }),
  'agent.tagged': row('agents', 'tag agents', (t) => {
    const tags = (sign: string) =>
      t.entries().flatMap(([key]) => (key.startsWith(`${sign} `) ? [key.slice(sign.length + 1)] : []));
    const said = [
      ...(tags('added').length > 0 ? [`tagged with ${listed(tags('added'))}`] : []),
      ...(tags('removed').length > 0 ? [`took off the tag ${listed(tags('removed'))}`] : []),
    ];
    return say`${said.join(' and ') || 'changed the tags'}: ${t.subject(agentsTagged(t))}`;
  }),
  'agents.changed': row(
    'agents',
    'change many agents',
    (t) => say`changed ${t.agents()}: ${t.text('change')}`,
  ),
  'agents.change-undone': row(
    'agents',
    'undo a change of many agents',
    (t) => say`undid a change of ${t.agents()}: ${t.text('change')}`,
  ),
  'samples.added': moved('add the samples', 'added the samples'),
  'agent.exported': quiet('agents', 'export agents', (t) => {
    const which = t.is('all') ? `all ${many(t.number('count'), 'agent')}` : t.agents();
    const version = t.number('number') > 0 ? ` at v${t.number('number')}` : '';
    const label = t.text('label') === '' ? '' : ` by the label ${t.text('label')}`;
    return say`exported ${which}${version}${label}`;
  }),

  'version.restored': row(
    'agents',
    'restore a version',
    (t) => say`restored ${t.version('restored')} of ${t.subject('an agent')} as ${t.version()}`,
  ),
  'label.put': row(
    'agents',
    'put a label on a version',
    (t) => say`put the label ${t.text('label')} on ${t.version()} of ${t.subject('an agent')}`,
  ),
  'label.removed': row(
    'agents',
    'take a label off',
    (t) => say`took the label ${t.text('label')} off ${t.subject('an agent')}`,
  ),

  'comment.created': row('reviews', 'comment', (t) => say`commented on ${t.subject('an agent')}`),
  'comment.edited': row(
    'reviews',
    'edit a comment',
    (t) => say`edited a comment on ${t.subject('an agent')}`,
  ),
  'comment.deleted': row(
    'reviews',
    'delete a comment',
    (t) => say`deleted a comment on ${t.subject('an agent')}`,
  ),
  'thread.resolved': row(
    'reviews',
    'resolve comments',
    (t) => say`resolved comments on ${t.subject('an agent')}`,
  ),
  'thread.reopened': row(
    'reviews',
    'reopen comments',
    (t) => say`reopened comments on ${t.subject('an agent')}`,
  ),
  'proposal.created': row(
    'reviews',
    'propose changes',
    (t) => say`proposed ${t.subject('changes')}: ${t.agents()}`,
  ),
  'proposal.revised': row(
    'reviews',
    'revise a proposal',
    (t) => say`brought newer versions into the proposal ${t.subject('of changes')}`,
  ),
  'proposal.reviewed': row('reviews', 'review a proposal', (t) => {
    const verdict = VERDICTS[t.text('verdict')] ?? 'reviewed';
    return say`${verdict} the proposal ${t.subject('of changes')}`;
  }),
  'proposal.published': titled('reviews', 'publish a proposal', 'published', 'proposal'),
  'proposal.unpublished': titled('reviews', 'undo a publication', 'took back the publication of', 'proposal'),
  'proposal.withdrawn': titled('reviews', 'withdraw a proposal', 'withdrew', 'proposal'),
  'inbox.marked': quiet('account', 'mark notifications', () => say`marked notifications`),
  'publishing.set': row('workspace', 'set how is published', (t) =>
    t.is('enabled') ? say`set how changes are reviewed and published` : say`turned publishing off`,
  ),

  'template.created': titled('templates', 'create a template', 'created', 'template'),
  'template.changed': titled('templates', 'change a template', 'changed', 'template'),
  'template.deleted': titled('templates', 'delete a template', 'deleted', 'template'),

  'duplicates.dismissed': row(
    'merges',
    'say that agents are not duplicates',
    (t) => say`said of ${many(t.count('pairs'), 'pair')} that they are not duplicates`,
  ),
  'duplicates.undismissed': row(
    'merges',
    'take back that agents are not duplicates',
    (t) => say`took back that ${many(t.count('pairs'), 'pair')} are not duplicates`,
  ),
  'merge.created': row(
    'merges',
    'begin a merge',
    (t) => say`began the merge ${t.subject('of agents')} of ${t.agents()}`,
  ),
  'merge.saved': quiet(
    'merges',
    'decide in a merge',
    (t) => say`decided in the merge ${t.subject('of agents')}`,
  ),
  'merge.rebased': row(
    'merges',
    'bring newer versions into a merge',
    (t) => say`brought newer versions into the merge ${t.subject('of agents')}`,
  ),
  'merge.discarded': titled('merges', 'discard a merge', 'discarded', 'merge'),
  'merge.finished': row('merges', 'finish a merge', (t) => {
    const sources = many(t.count('sources'), 'agent');
    return say`finished the merge ${t.subject('of agents')}: ${sources} became ${t.of('agentId', 'one')}`;
  }),
  'merge.undone': row(
    'merges',
    'undo a merge',
    (t) =>
      say`undid the merge ${t.subject('of agents')} and brought ${many(t.count('sources'), 'agent')} back`,
  ),

  'member.joined': row('people', 'join a workspace', (t) => say`joined as ${ROLE_ARTICLE(t.text('role'))}`),
  'member.role-changed': row(
    'people',
    'change the role of a member',
    (t) =>
      say`made ${t.subject('a member')} ${ROLE_ARTICLE(t.text('role'))}; was ${ROLE_ARTICLE(t.text('before'))}`,
  ),
  'member.removed': row('people', 'remove a member', (t) => say`removed ${t.subject('a member')}`),
  'member.left': row('people', 'leave a workspace', () => say`left the workspace`),
  'invitation.created': quiet('people', 'invite people', (t) => {
    const as = `as ${t.text('role')}, open for ${many(t.number('days'), 'day')}`;
    const invited = t.texts('emails');
    if (invited.length > 0) return say`invited ${listed(invited)} ${as}`;
    return say`made an invitation for ${many(t.number('maxUses'), 'person', 'people')} ${as}`;
  }),
  'invitation.sent-again': quiet(
    'people',
    'send an invitation again',
    (t) => say`sent the invitation of ${listed(t.texts('emails')) || 'somebody'} again`,
  ),
  'invitation.revoked': quiet('people', 'revoke an invitation', () => say`revoked an invitation`),

  'workspace.created': row('workspace', 'create a workspace', () => say`created the workspace`),
  'workspace.renamed': row(
    'workspace',
    'rename a workspace',
    (t) => say`renamed the workspace from ${t.text('before')} to ${t.text('name')}`,
  ),
  'workspace.handed-over': row(
    'workspace',
    'hand a workspace over',
    (t) => say`made ${t.subject('a member')} the owner in their place`,
  ),
  'workspace.export-begun': quiet(
    'workspace',
    'begin to export the whole workspace',
    () => say`began to export the whole workspace`,
  ),
  'workspace.exported': quiet(
    'workspace',
    'export the whole workspace',
    (t) => say`exported the whole workspace, ${many(t.number('files'), 'file')}`,
  ),
  'workspace.export-stopped': quiet(
    'workspace',
    'stop exporting the whole workspace',
    () => say`did not take the whole export of the workspace`,
  ),
  'workspace.deletion-asked': row(
    'workspace',
    'delete a workspace',
    (t) => say`asked for the workspace to be deleted in ${many(t.number('days'), 'day')}`,
  ),
  'workspace.deletion-called-off': row(
    'workspace',
    'call off the deletion of a workspace',
    () => say`called the deletion of the workspace off`,
  ),
  'workspace.deletion-begun': quiet(
    'workspace',
    'begin to delete a workspace for good',
    (t) => say`began to delete the workspace with ${many(t.number('agents'), 'agent')}`,
  ),
  'workspace.deleted': row(
    'workspace',
    'delete a workspace for good',
    (t) => say`deleted the workspace ${t.text('name')} with ${many(t.number('agents'), 'agent')}`,
  ),
  'installation.claimed': row('workspace', 'make the first account', () => say`set up this installation`),
  'audit.exported': quiet(
    'workspace',
    'export the audit',
    (t) =>
      say`exported the audit as ${t.is('format', 'csv') ? 'CSV' : 'JSON Lines'}${t.count('filter') > 0 ? ', filtered' : ''}`,
  ),

  'session.started': quiet('account', 'sign in', (t) => say`signed in${by(t)}`),
  'session.ended': quiet('account', 'end a session', () => say`ended a session`),
  'session.others-ended': quiet(
    'account',
    'end all other sessions',
    (t) => say`ended ${many(t.number('ended'), 'other session')}`,
  ),
  'user.signed-up': quiet('account', 'make an account', (t) => say`made an account${by(t)}`),
  'user.renamed': quiet('account', 'change the own name', () => say`changed their name`),
  'user.password-changed': quiet('account', 'change the password', (t) =>
    t.is('first') ? say`set a password` : say`changed the password`,
  ),
  'user.provider-connected': quiet(
    'account',
    'connect a way to sign in',
    (t) => say`connected ${t.text('provider')} to sign in`,
  ),
  'user.provider-disconnected': quiet(
    'account',
    'disconnect a way to sign in',
    (t) => say`disconnected ${t.text('provider')}`,
  ),
  'user.reset-asked': quiet(
    'account',
    'ask for a new password',
    () => say`asked for a link to set a new password`,
  ),
  'user.reset-link-made': quiet(
    'account',
    'make a link for a new password',
    (t) => say`made a link to set the password of ${t.subject('somebody')}`,
  ),
  'user.password-reset': quiet(
    'account',
    'set a password by a link',
    () => say`set a new password by a link`,
  ),
  'user.address-link-asked': quiet(
    'account',
    'ask for a link to confirm an address',
    () => say`asked for a link to confirm their address`,
  ),
  'user.address-confirmed': quiet('account', 'confirm an address', () => say`confirmed their address`),
  'user.notifications-changed': quiet(
    'account',
    'choose notifications',
    () => say`chose what comes by e-mail`,
  ),
  'mail.sent': quiet('account', 'send an e-mail', (t) => say`sent an e-mail${about(t)}`),
  'user.exported': quiet('account', 'download the own data', () => say`downloaded their data`),
  'user.hint-noted': quiet('account', 'put a hint away', () => say`put a hint away`),
  'provider.asked': quiet(
    'account',
    'begin to sign in by a provider',
    () => say`began to sign in by a provider`,
  ),
};

const LETTERS = new Map([
  ['invitation', ' with an invitation'],
  ['password-reset', ' about the password'],
  ['notification', ' about what happened'],
  ['address', ' to confirm an address'],
]);

const about = (t: Telling): string => LETTERS.get(t.text('kind')) ?? '';

const by = (t: Telling): string => (t.text('provider') ? ` by ${t.text('provider')}` : '');

function agentsTagged(t: Telling): string {
  const ids = new Set(t.entries().flatMap(([, value]) => (Array.isArray(value) ? value : [])));
  return many(Math.max(1, ids.size), 'agent');
}

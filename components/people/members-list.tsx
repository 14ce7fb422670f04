'use client';
/** Who belongs to the workspace, as what, and who may change that? */

import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import type {
  Action,
  ChangeMemberRoleInput,
  CreateResetLinkInput,
  LeaveWorkspaceInput,
  MemberRow as Member,
  RemoveMemberInput,
  ResetLink,
  TransferOwnershipInput,
} from '@/lib/contract';
import type { Role } from '@/lib/policy';

import { MemberRow, type Question } from './member-row';
import { ResetLinkDialog } from './reset-link-dialog';

export interface MembersListProps {
  workspace: { slug: string; name: string };
  members: readonly Member[];
  me: { id: string; role: Role };
  canChange: boolean;
  canRemove: boolean;
  canTransfer: boolean;
  canReset: boolean;
  changeMemberRole: Action<ChangeMemberRoleInput, unknown>;
  removeMember: Action<RemoveMemberInput, unknown>;
  leaveWorkspace: Action<LeaveWorkspaceInput, unknown>;
  transferOwnership: Action<TransferOwnershipInput, unknown>;
  createResetLink: Action<CreateResetLinkInput, ResetLink>;
}

interface Asked {
  question: Question;
  member: Member;
}

export function MembersList(props: MembersListProps) {
  const { members, me, canChange, canRemove, canTransfer, canReset } = props;
  const [asked, setAsked] = useState<Asked | null>(null);
  const deeds = useDeeds(props, () => setAsked(null));
  return (
    <>
      {deeds.error && !asked && (
        <div className="mb-3">
          <Notice tone="bad">{deeds.error.message}</Notice>
        </div>
      )}
      <ul aria-label="Members" className="divide-y divide-line border-t border-line">
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            workspace={props.workspace.slug}
            {...{ member, me, canChange, canRemove, canTransfer, canReset }}
            busy={deeds.busy}
            onRole={(role) => deeds.changeRole(member, role)}
            onAsk={(question) => {
              deeds.clear();
              setAsked({ question, member });
            }}
          />
        ))}
      </ul>
      <Questions asked={asked} {...props} deeds={deeds} onClose={() => setAsked(null)} />
      {asked?.question === 'reset' && (
        <ResetLinkDialog
          workspace={props.workspace.slug}
          member={asked.member}
          createResetLink={props.createResetLink}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function useDeeds(props: MembersListProps, onDone: () => void) {
  const { slug: workspace } = props.workspace;
  const router = useRouter();
  const nameOf = (userId: string) => props.members.find((each) => each.userId === userId)?.name ?? '';
  const done = (text: string) => {
    showToast({ text, tone: 'good' });
    onDone();
    router.refresh();
  };
  const changing = useAction(props.changeMemberRole, () => done('Role changed'));
  const removing = useAction(props.removeMember, (_, { userId }) => done(`${nameOf(userId)} removed`));
  const handing = useAction(props.transferOwnership, (_, { userId }) =>
    done(`${nameOf(userId)} owns the workspace now; you are an admin`),
  );
  // A full load: nothing of the workspace stays in memory.
  const leaving = useAction(props.leaveWorkspace, () => window.location.assign('/'));
  const all = [changing, removing, handing, leaving];
  return {
    busy: all.some(({ busy }) => busy),
    error: all.find(({ error }) => error)?.error ?? null,
    clear: () => {
      for (const each of all) each.clear();
    },
    changeRole: ({ userId }: Member, role: Role) => changing.run({ workspace, userId, role }),
    remove: ({ userId }: Member) => removing.run({ workspace, userId }),
    transfer: ({ userId }: Member) => handing.run({ workspace, userId }),
    leave: () => leaving.run({ workspace }),
  };
}

interface QuestionsProps extends MembersListProps {
  asked: Asked | null;
  deeds: ReturnType<typeof useDeeds>;
  onClose: () => void;
}

/** What has to be answered first; what went wrong is said where it was asked. */
function Questions({ asked, workspace, members, me, deeds, onClose }: QuestionsProps) {
  const { question, member } = asked ?? { question: null, member: null };
  const name = member?.name ?? '';
  const isOnlyOwner = me.role === 'owner' && members.filter(({ role }) => role === 'owner').length === 1;
  const frame = (of: Question) => ({
    open: question === of,
    onOpenChange: (open: boolean) => !open && onClose(),
    busy: deeds.busy,
  });
  const problem = deeds.error && <span className="mt-2 block text-bad">{deeds.error.message}</span>;
  return (
    <>
      <AlertDialog
        {...frame('remove')}
        title={`Remove ${name}?`}
        confirm="Remove"
        onConfirm={() => member && deeds.remove(member)}
      >
        Access ends at once, and so do the invitations that {name} made. The agents and versions that {name}{' '}
        wrote stay.
        {problem}
      </AlertDialog>
      <AlertDialog
        {...frame('transfer')}
        title={`Make ${name} the owner in your place?`}
        confirm="Hand over"
        onConfirm={() => member && deeds.transfer(member)}
      >
        {name} may then do everything in {workspace.name}. You become an admin, and only an owner can undo it.
        {problem}
      </AlertDialog>
      {isOnlyOwner ? (
        <Dialog
          {...frame('leave')}
          size="narrow"
          title="Hand the workspace over first"
          footer={<DialogClose render={<Button>Close</Button>} />}
        >
          You are the only owner of {workspace.name}. In the menu of another member choose “Make them the
          owner in my place”, then leave.
        </Dialog>
      ) : (
        <AlertDialog
          {...frame('leave')}
          title={`Leave ${workspace.name}?`}
          confirm="Leave"
          onConfirm={deeds.leave}
        >
          Your access ends at once. The agents and versions that you wrote stay, and you need a new invitation
          to come back.
          {problem}
        </AlertDialog>
      )}
    </>
  );
}

'use client';
/** From where are agents imported? */

import { ClipboardPaste, File, FileArchive, Folder, Upload } from 'lucide-react';

import { ActionMenu } from '@/components/ui/action-menu';

import type { ImportWay } from './import-door';

export interface ImportMenuProps {
  onOpen: (way: ImportWay) => void;
}

export function ImportMenu({ onOpen }: ImportMenuProps) {
  return (
    <ActionMenu
      icon={<Upload className="size-4" />}
      actions={[
        { label: 'Files…', icon: <File />, onSelect: () => onOpen('files') },
        { label: 'Folder…', icon: <Folder />, onSelect: () => onOpen('folder') },
        {
          label: 'Zip…',
          icon: <FileArchive />,
          detail: 'Of a folder, or of a repository as GitHub gives it',
          onSelect: () => onOpen('zip'),
        },
        {
          label: 'Paste…',
          icon: <ClipboardPaste />,
          detail: 'The text of one agent',
          apart: true,
          onSelect: () => onOpen('paste'),
        },
      ]}
    >
      Import
    </ActionMenu>
  );
}

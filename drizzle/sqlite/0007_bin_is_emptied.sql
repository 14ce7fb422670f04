-- An agent goes only from the bin, or with its workspace; its versions go with it, and texts when nothing says them any more.
CREATE TRIGGER `agents_no_delete` BEFORE DELETE ON `agents`
WHEN OLD.`deleted_at` IS NULL AND EXISTS (SELECT 1 FROM `workspaces` WHERE `id` = OLD.`workspace_id`) BEGIN
	SELECT RAISE(ABORT, 'agents are deleted from the bin only');
END;
--> statement-breakpoint
DROP TRIGGER `versions_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `versions_no_delete` BEFORE DELETE ON `versions`
WHEN EXISTS (SELECT 1 FROM `agents` WHERE `id` = OLD.`agent_id`)
	AND EXISTS (SELECT 1 FROM `workspaces` WHERE `id` = OLD.`workspace_id`) BEGIN
	SELECT RAISE(ABORT, 'versions are immutable');
END;
--> statement-breakpoint
DROP TRIGGER `texts_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `texts_no_delete` BEFORE DELETE ON `texts`
WHEN EXISTS (SELECT 1 FROM `workspaces` WHERE `id` = OLD.`workspace_id`)
	AND (
		EXISTS (SELECT 1 FROM `versions` WHERE `workspace_id` = OLD.`workspace_id` AND `text_sha` = OLD.`sha256`)
		OR EXISTS (SELECT 1 FROM `templates` WHERE `workspace_id` = OLD.`workspace_id` AND `text_sha` = OLD.`sha256`)
	) BEGIN
	SELECT RAISE(ABORT, 'texts are immutable');
END;

-- Full-text search over agents.search_text. FTS5 wants a stable integer key, which a table with text ids
-- does not have (VACUUM may renumber its hidden one), so the keys have a table of their own.
CREATE TABLE `agent_search_keys` (
	`key` integer PRIMARY KEY,
	`agent_id` text NOT NULL UNIQUE
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `agent_search` USING fts5(
	words,
	content='',
	contentless_delete=1,
	tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
);
--> statement-breakpoint
CREATE TRIGGER `agents_search_insert` AFTER INSERT ON `agents` BEGIN
	INSERT INTO `agent_search_keys` (`agent_id`) VALUES (NEW.`id`);
	INSERT INTO `agent_search` (rowid, words)
		SELECT `key`, NEW.`search_text` FROM `agent_search_keys` WHERE `agent_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `agents_search_update` AFTER UPDATE OF `search_text` ON `agents`
WHEN NEW.`search_text` IS NOT OLD.`search_text` BEGIN
	DELETE FROM `agent_search`
		WHERE rowid = (SELECT `key` FROM `agent_search_keys` WHERE `agent_id` = OLD.`id`);
	INSERT INTO `agent_search` (rowid, words)
		SELECT `key`, NEW.`search_text` FROM `agent_search_keys` WHERE `agent_id` = NEW.`id`;
END;
--> statement-breakpoint
CREATE TRIGGER `agents_search_delete` AFTER DELETE ON `agents` BEGIN
	DELETE FROM `agent_search`
		WHERE rowid = (SELECT `key` FROM `agent_search_keys` WHERE `agent_id` = OLD.`id`);
	DELETE FROM `agent_search_keys` WHERE `agent_id` = OLD.`id`;
END;
--> statement-breakpoint
-- Versions and texts never change, and go only together with their workspace. Audit events never change nor go.
CREATE TRIGGER `versions_no_update` BEFORE UPDATE ON `versions` BEGIN
	SELECT RAISE(ABORT, 'versions are immutable');
END;
--> statement-breakpoint
CREATE TRIGGER `versions_no_delete` BEFORE DELETE ON `versions`
WHEN EXISTS (SELECT 1 FROM `workspaces` WHERE `id` = OLD.`workspace_id`) BEGIN
	SELECT RAISE(ABORT, 'versions are immutable');
END;
--> statement-breakpoint
CREATE TRIGGER `texts_no_update` BEFORE UPDATE ON `texts` BEGIN
	SELECT RAISE(ABORT, 'texts are immutable');
END;
--> statement-breakpoint
CREATE TRIGGER `texts_no_delete` BEFORE DELETE ON `texts`
WHEN EXISTS (SELECT 1 FROM `workspaces` WHERE `id` = OLD.`workspace_id`) BEGIN
	SELECT RAISE(ABORT, 'texts are immutable');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_events_no_update` BEFORE UPDATE ON `audit_events` BEGIN
	SELECT RAISE(ABORT, 'audit_events are immutable');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_events_no_delete` BEFORE DELETE ON `audit_events` BEGIN
	SELECT RAISE(ABORT, 'audit_events are immutable');
END;

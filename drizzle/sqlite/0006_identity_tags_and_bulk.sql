CREATE TABLE `accounts` (
	`provider` text NOT NULL,
	`subject` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`provider`, `subject`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE TABLE `agent_tags` (
	`workspace_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`agent_id`, `tag`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `agent_tags_by_tag` ON `agent_tags` (`workspace_id`,`tag`,`agent_id`);--> statement-breakpoint
CREATE TABLE `bulk_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`kind` text NOT NULL,
	`summary` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`undone_at` integer,
	`items` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_changes_in_order` ON `bulk_changes` (`workspace_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`text_sha` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workspace_id`,`text_sha`) REFERENCES `texts`(`workspace_id`,`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `templates_in_order` ON `templates` (`workspace_id`,`title`,`id`);--> statement-breakpoint
-- The table is made anew, so that its longest column is the last: SQLite walks through a row up to what it reads.
CREATE TABLE `agents_in_order` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`current_version_id` text NOT NULL,
	`file_name` text,
	`origin_path` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`deleted_at` integer,
	`archived_at` integer,
	`merged_into` text,
	`name` text,
	`title` text NOT NULL,
	`sort_key` text NOT NULL,
	`description` text NOT NULL,
	`model` text,
	`color` text,
	`tools` text NOT NULL,
	`loads` integer NOT NULL,
	`problem` text,
	`description_tokens` integer NOT NULL,
	`body_tokens` integer NOT NULL,
	`problems` text NOT NULL,
	`facts_recipe` integer NOT NULL,
	`search_text` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `agents_in_order`
	(`id`, `workspace_id`, `current_version_id`, `file_name`, `origin_path`, `created_at`, `created_by`, `updated_at`, `updated_by`, `deleted_at`, `archived_at`, `merged_into`, `name`, `title`, `sort_key`, `description`, `model`, `color`, `tools`, `loads`, `problem`, `description_tokens`, `body_tokens`, `problems`, `facts_recipe`, `search_text`)
	SELECT `id`, `workspace_id`, `current_version_id`, `file_name`, `origin_path`, `created_at`, `created_by`, `updated_at`, `updated_by`, `deleted_at`, `archived_at`, `merged_into`, `name`, `title`, `sort_key`, `description`, `model`, `color`, `tools`, `loads`, `problem`, `description_tokens`, `body_tokens`, '[]', 0, `search_text` FROM `agents`;
--> statement-breakpoint
DROP TABLE `agents`;
--> statement-breakpoint
ALTER TABLE `agents_in_order` RENAME TO `agents`;
--> statement-breakpoint
CREATE INDEX `agents_in_title_order` ON `agents` (`workspace_id`,`deleted_at`,`archived_at`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `agents_in_update_order` ON `agents` (`workspace_id`,`deleted_at`,`archived_at`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_name` ON `agents` (`workspace_id`,`name`,`loads`,`deleted_at`,`archived_at`,`id`);--> statement-breakpoint
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
ALTER TABLE `users` ADD `email_verified_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `hints_seen` text;
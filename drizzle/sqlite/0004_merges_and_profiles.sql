CREATE TABLE `distinct_pairs` (
	`workspace_id` text NOT NULL,
	`agent_a` text NOT NULL,
	`agent_b` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `agent_a`, `agent_b`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_a`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_b`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	`result_agent_id` text,
	`result_version_id` text,
	`sources` text NOT NULL,
	`decisions` text NOT NULL,
	`proposal` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `merges_in_update_order` ON `merges` (`workspace_id`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `merges_by_result` ON `merges` (`workspace_id`,`result_agent_id`,`result_version_id`);--> statement-breakpoint
CREATE TABLE `profiles` (
	`agent_id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`version_id` text NOT NULL,
	`recipe` integer NOT NULL,
	`sequence` integer NOT NULL,
	`profile` text NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `profiles_in_change_order` ON `profiles` (`workspace_id`,`sequence`,`agent_id`);--> statement-breakpoint
DROP INDEX `agents_in_title_order`;--> statement-breakpoint
DROP INDEX `agents_in_update_order`;--> statement-breakpoint
DROP INDEX `agents_by_name`;--> statement-breakpoint
ALTER TABLE `agents` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `agents` ADD `merged_into` text;--> statement-breakpoint
CREATE INDEX `agents_in_title_order` ON `agents` (`workspace_id`,`deleted_at`,`archived_at`,`sort_key`,`id`);--> statement-breakpoint
CREATE INDEX `agents_in_update_order` ON `agents` (`workspace_id`,`deleted_at`,`archived_at`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `agents_by_name` ON `agents` (`workspace_id`,`name`,`loads`,`deleted_at`,`archived_at`,`id`);--> statement-breakpoint
ALTER TABLE `workspaces` ADD `profile_sequence` integer DEFAULT 0 NOT NULL;
CREATE TABLE `audit_subjects` (
	`workspace_id` text NOT NULL,
	`subject_id` text NOT NULL,
	`at` integer NOT NULL,
	`event_id` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `subject_id`, `at`, `event_id`)
);
--> statement-breakpoint
CREATE INDEX `audit_events_of_event` ON `audit_events` (`workspace_id`,`event`,`at`);--> statement-breakpoint
CREATE INDEX `audit_events_by_outcome` ON `audit_events` (`workspace_id`,`outcome`,`at`);
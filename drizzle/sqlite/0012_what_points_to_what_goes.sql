DROP INDEX `notifications_of_person`;--> statement-breakpoint
CREATE INDEX `notifications_in_order` ON `notifications` (`workspace_id`,`user_id`,`created_at`);--> statement-breakpoint
DROP INDEX `proposal_agents_of_agent`;--> statement-breakpoint
CREATE INDEX `proposal_agents_of_workspace` ON `proposal_agents` (`workspace_id`,`proposal_id`);--> statement-breakpoint
CREATE INDEX `proposal_agents_of_agent` ON `proposal_agents` (`agent_id`,`workspace_id`);--> statement-breakpoint
DROP INDEX `review_requests_of_person`;--> statement-breakpoint
CREATE INDEX `review_requests_of_workspace` ON `review_requests` (`workspace_id`,`proposal_id`);--> statement-breakpoint
CREATE INDEX `review_requests_of_person` ON `review_requests` (`user_id`,`workspace_id`);--> statement-breakpoint
CREATE INDEX `comments_of_workspace` ON `comments` (`workspace_id`,`thread_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `distinct_pairs_of_a` ON `distinct_pairs` (`agent_a`);--> statement-breakpoint
CREATE INDEX `distinct_pairs_of_b` ON `distinct_pairs` (`agent_b`);--> statement-breakpoint
CREATE INDEX `live_documents_of_workspace` ON `live_documents` (`workspace_id`);--> statement-breakpoint
CREATE INDEX `live_updates_of_workspace` ON `live_updates` (`workspace_id`,`agent_id`,`sequence`);--> statement-breakpoint
CREATE INDEX `reviews_of_workspace` ON `reviews` (`workspace_id`,`proposal_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `templates_text` ON `templates` (`workspace_id`,`text_sha`);
--> statement-breakpoint
-- The versions of a workspace that was given up go a few at a time, before their agents.
DROP TRIGGER `versions_no_delete`;
--> statement-breakpoint
CREATE TRIGGER `versions_no_delete` BEFORE DELETE ON `versions`
WHEN EXISTS (SELECT 1 FROM `agents` WHERE `id` = OLD.`agent_id`)
	AND EXISTS (SELECT 1 FROM `workspaces` WHERE `id` = OLD.`workspace_id` AND `deletion_due_at` IS NULL) BEGIN
	SELECT RAISE(ABORT, 'versions are immutable');
END;

ALTER TABLE `notifications` ADD `unmailed_since` integer;--> statement-breakpoint
CREATE INDEX `notifications_unmailed` ON `notifications` (`unmailed_since`);
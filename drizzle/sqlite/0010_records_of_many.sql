-- What was done to several agents at once is found from each of them, also what was done before this table was there.
INSERT OR IGNORE INTO `audit_subjects` (`workspace_id`, `subject_id`, `at`, `event_id`)
	SELECT e.`workspace_id`, j.`value`, e.`at`, e.`id`
	FROM `audit_events` e, json_each(e.`details`, '$.agents') j
	WHERE e.`workspace_id` IS NOT NULL AND e.`subject_id` IS NULL AND j.`type` = 'text';
--> statement-breakpoint
CREATE TRIGGER `audit_subjects_no_update` BEFORE UPDATE ON `audit_subjects` BEGIN
	SELECT RAISE(ABORT, 'audit_subjects are immutable');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_subjects_no_delete` BEFORE DELETE ON `audit_subjects` BEGIN
	SELECT RAISE(ABORT, 'audit_subjects are immutable');
END;

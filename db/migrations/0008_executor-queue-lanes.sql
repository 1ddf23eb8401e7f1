DROP INDEX "executor_queue_run_at_index";--> statement-breakpoint
ALTER TABLE "executor_queue" ADD COLUMN "function_id" text;--> statement-breakpoint
ALTER TABLE "executor_queue" ADD COLUMN "lane_key" text;--> statement-breakpoint
ALTER TABLE "executor_queue" ADD COLUMN "lane_limit" integer;--> statement-breakpoint
ALTER TABLE "executor_queue" ADD COLUMN "second_lane_key" text;--> statement-breakpoint
ALTER TABLE "executor_queue" ADD COLUMN "second_lane_limit" integer;--> statement-breakpoint
UPDATE "executor_queue" q SET "function_id" = r."function_id", "lane_key" = r."lane_key", "lane_limit" = r."lane_limit", "second_lane_key" = r."second_lane_key", "second_lane_limit" = r."second_lane_limit" FROM "executor_runs" r WHERE r."id" = q."run_id";--> statement-breakpoint
ALTER TABLE "executor_queue" ALTER COLUMN "function_id" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "executor_queue_run_at_position_index" ON "executor_queue" USING btree ("run_at","position");
ALTER TABLE "executor_queue" ADD COLUMN "throttle_key" text;--> statement-breakpoint
ALTER TABLE "executor_queue" ADD COLUMN "throttle_interval_ms" double precision;--> statement-breakpoint
ALTER TABLE "executor_queue" ADD COLUMN "throttle_tolerance_ms" double precision;
ALTER TABLE "executor_queue" DROP COLUMN "throttle_key";
ALTER TABLE "executor_queue" DROP COLUMN "throttle_interval_ms";
ALTER TABLE "executor_queue" DROP COLUMN "throttle_tolerance_ms";

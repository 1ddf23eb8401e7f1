DROP INDEX "executor_queue_run_at_position_index";
ALTER TABLE "executor_queue" DROP COLUMN "function_id";
ALTER TABLE "executor_queue" DROP COLUMN "lane_key";
ALTER TABLE "executor_queue" DROP COLUMN "lane_limit";
ALTER TABLE "executor_queue" DROP COLUMN "second_lane_key";
ALTER TABLE "executor_queue" DROP COLUMN "second_lane_limit";
CREATE INDEX "executor_queue_run_at_index" ON "executor_queue" USING btree ("run_at");

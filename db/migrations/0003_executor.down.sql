DROP TABLE "executor_marks";
DROP TABLE "executor_schedules";
DROP TABLE "executor_queue";
DROP TABLE "executor_steps";
DROP TABLE "executor_runs";
DROP TABLE "executor_events";

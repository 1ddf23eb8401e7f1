CREATE TABLE "executor_events" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"payload" json NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "executor_marks" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "executor_queue" (
	"run_id" uuid NOT NULL,
	"step_id" text DEFAULT '' NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"kind" text DEFAULT 'call' NOT NULL,
	"position" bigserial NOT NULL,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"interruptions" integer DEFAULT 0 NOT NULL,
	"lease_id" uuid,
	"lease_until" timestamp with time zone,
	CONSTRAINT "executor_queue_run_id_step_id_pk" PRIMARY KEY("run_id","step_id")
);
--> statement-breakpoint
CREATE TABLE "executor_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"function_id" text NOT NULL,
	"event_id" text NOT NULL,
	"user_id" text,
	"status" text DEFAULT 'active' NOT NULL,
	"singleton_key" text,
	"lane_key" text,
	"lane_limit" integer,
	"second_lane_key" text,
	"second_lane_limit" integer,
	"output" json,
	"error" json,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "executor_schedules" (
	"function_id" text NOT NULL,
	"cron" text NOT NULL,
	"last_slot" timestamp with time zone NOT NULL,
	CONSTRAINT "executor_schedules_function_id_cron_pk" PRIMARY KEY("function_id","cron")
);
--> statement-breakpoint
CREATE TABLE "executor_steps" (
	"run_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"name" text NOT NULL,
	"position" bigserial NOT NULL,
	"output" json,
	"error" json,
	"attempts" integer NOT NULL,
	"finished_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "executor_steps_run_id_step_id_pk" PRIMARY KEY("run_id","step_id")
);
--> statement-breakpoint
ALTER TABLE "executor_queue" ADD CONSTRAINT "executor_queue_run_id_executor_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."executor_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "executor_runs" ADD CONSTRAINT "executor_runs_event_id_executor_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."executor_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "executor_steps" ADD CONSTRAINT "executor_steps_run_id_executor_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."executor_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "executor_events_received_at_index" ON "executor_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "executor_marks_at_index" ON "executor_marks" USING btree ("at");--> statement-breakpoint
CREATE INDEX "executor_queue_run_at_index" ON "executor_queue" USING btree ("run_at");--> statement-breakpoint
CREATE INDEX "executor_queue_lease_id_index" ON "executor_queue" USING btree ("lease_id");--> statement-breakpoint
CREATE UNIQUE INDEX "executor_runs_one_active_singleton" ON "executor_runs" USING btree ("singleton_key") WHERE "executor_runs"."status" = 'active';--> statement-breakpoint
CREATE INDEX "executor_runs_user_id_created_at_index" ON "executor_runs" USING btree ("user_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "executor_runs_status_created_at_index" ON "executor_runs" USING btree ("status","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "executor_runs_event_id_index" ON "executor_runs" USING btree ("event_id");
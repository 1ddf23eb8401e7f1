CREATE TABLE "listed_jobs" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"score" double precision DEFAULT -1 NOT NULL,
	"sort_at" timestamp with time zone NOT NULL,
	"pay" double precision DEFAULT -1 NOT NULL,
	"pay_currency" text,
	"band" text,
	"is_eligible" boolean DEFAULT true NOT NULL,
	"state" text DEFAULT 'inbox' NOT NULL,
	"is_closed" boolean DEFAULT false NOT NULL,
	"workplace" text NOT NULL,
	"employment_type" text,
	"seniority" text,
	"countries" text[] NOT NULL,
	"sources" text[] DEFAULT '{}'::text[] NOT NULL
);
--> statement-breakpoint
DROP INDEX "jobs_user_id_sort_at_id_index";--> statement-breakpoint
DROP INDEX "jobs_salary_idx";--> statement-breakpoint
DROP INDEX "matches_user_id_score_job_id_index";--> statement-breakpoint
ALTER TABLE "job_states" ADD COLUMN "previous_reason" text;--> statement-breakpoint
ALTER TABLE "job_states" ADD COLUMN "previous_note" text;--> statement-breakpoint
ALTER TABLE "job_states" ADD COLUMN "change_id" uuid;--> statement-breakpoint
ALTER TABLE "listed_jobs" ADD CONSTRAINT "listed_jobs_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listed_jobs" ADD CONSTRAINT "listed_jobs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listed_jobs_user_id_score_job_id_index" ON "listed_jobs" USING btree ("user_id","score" DESC NULLS LAST,"job_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "listed_jobs_user_id_sort_at_job_id_index" ON "listed_jobs" USING btree ("user_id","sort_at" DESC NULLS LAST,"job_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "listed_jobs_user_id_pay_job_id_index" ON "listed_jobs" USING btree ("user_id","pay" DESC NULLS LAST,"job_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "jobs_user_id_id_index" ON "jobs" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "job_states_user_id_change_id_index" ON "job_states" USING btree ("user_id","change_id");
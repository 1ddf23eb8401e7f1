DROP INDEX "job_states_user_id_change_id_index";
DROP INDEX "jobs_user_id_id_index";
DROP TABLE "listed_jobs";
ALTER TABLE "job_states" DROP COLUMN "change_id";
ALTER TABLE "job_states" DROP COLUMN "previous_note";
ALTER TABLE "job_states" DROP COLUMN "previous_reason";
CREATE INDEX "matches_user_id_score_job_id_index" ON "matches" USING btree ("user_id","score" DESC NULLS LAST,"job_id" DESC NULLS LAST);
CREATE INDEX "jobs_salary_idx" ON "jobs" USING btree ("user_id","salary_annual_max" desc nulls last,"id" DESC NULLS LAST);
CREATE INDEX "jobs_user_id_sort_at_id_index" ON "jobs" USING btree ("user_id","sort_at" DESC NULLS LAST,"id" DESC NULLS LAST);

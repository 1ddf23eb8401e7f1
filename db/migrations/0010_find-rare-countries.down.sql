DROP INDEX "listed_jobs_countries_idx";

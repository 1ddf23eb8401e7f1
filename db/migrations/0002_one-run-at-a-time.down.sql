DROP INDEX "runs_active_idx";

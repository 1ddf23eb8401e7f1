DROP FUNCTION note_data_change() CASCADE;
DROP TABLE "data_changes", "data_versions";
DROP FUNCTION bump_data_version();

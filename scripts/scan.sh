#!/usr/bin/env bash
# Lets sqlmap and wapiti at a server of its own on loopback, signed in, and prints what they find.
#   scripts/scan.sh              both, every operation
#   scripts/scan.sh sqlmap jobs  sqlmap at the operations with "jobs" in their path
#   scripts/scan.sh wapiti
# Debian and Ubuntu: apt-get install sqlmap wapiti postgresql. LEVEL and RISK are sqlmap's (3 and 2).
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in sqlmap wapiti pg_config; do
  command -v "$tool" >/dev/null || { echo "$tool is not installed: apt-get install sqlmap wapiti postgresql" >&2; exit 2; }
done
node --input-type=module -e 'const s = await import("./scripts/setup.mjs"); await s.ensureInstalled(); await s.ensureBuilt()'
exec npx tsx --conditions=react-server scripts/scan.ts "$@"

#!/bin/sh
# Runs before azd provisions anything: an app without a configuration that works is of no use, and is billed.
# With arguments, they are run in the place of alerts check.
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- dotnet run --project src/NewsAlerts.Local -- check

if [ ! -f alerts.yaml ]; then
  echo 'Nothing is provisioned: alerts.yaml is missing. Copy alerts.sample.yaml to alerts.yaml and edit it.' >&2
  exit 1
fi

# The variables in SECRET_SETTINGS come from the key vault.
if ! "$@" "--elsewhere=${SECRET_SETTINGS:-}"; then
  echo 'Nothing is provisioned: alerts.yaml has the errors above. Mend them, then run azd again.' >&2
  exit 1
fi

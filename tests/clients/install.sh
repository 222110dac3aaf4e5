#!/bin/sh
# Installs what the tests in this folder need and pip does not bring: git and vim, from Debian's packages, where they are missing.
set -eu
missing=""
for program in git vim; do
  command -v "$program" >/dev/null || missing="$missing $program"
done
[ -z "$missing" ] && exit 0
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo"
$as_root apt-get update -qq
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $missing

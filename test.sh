#!/usr/bin/env bash
# Runs every test but the storms:  ./test.sh
# Runs the storms alone:           ./test.sh --storms
# All but the storms are meant to take a quarter of an hour on two cores; a slow machine is given an hour.
# The last line says how many passed and failed. A crash, a skipped test or a project without tests counts as a failure.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

case "${1:-}" in
  "") filter=(-trait- Category=Storm -reporter quiet) ;;
  --storms) filter=(-trait Category=Storm -reporter default -showLiveOutput) ;;
  *) sed -n 2,4p "$0"; exit 2 ;;
esac

limit=3600
passed=0 failed=0
finish() { echo "$passed passed, $failed failed"; [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; exit; }

# The browser, its libraries, the database and the mail server that the tests drive, from the system's packages.
missing=()
command -v chromium-headless-shell >/dev/null || missing+=(chromium-headless-shell)
command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
command -v npm >/dev/null || missing+=(npm)
/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
if [ ${#missing[@]} -gt 0 ]; then
  root=(); [ "$(id -u)" -eq 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q && DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" \
    || echo "Could not install ${missing[*]}: the tests that need it will fail." >&2
fi

# One compiler for all projects takes half the time of one for each.
dotnet build EssConsult.sln -nologo -m -v q -clp:ErrorsOnly -p:UseSharedCompilation=true || { failed=1; finish; }
dotnet build-server shutdown --vbcscompiler >/dev/null

# No test lives long enough to be repaid for a profile of its code: a third of the processors' time without.
export DOTNET_TieredPGO=0 DOTNET_gcConcurrent=0

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
count() { sed -n "s/^<assemblies.*<assembly [^>]* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -1; }

for project in tests/*.Tests; do
  name=$(basename "$project")
  started=$SECONDS
  timeout --kill-after=10 $((limit - SECONDS > 10 ? limit - SECONDS : 10)) \
    "$project/bin/Debug/net10.0/$name" "${filter[@]}" -noLogo -noColor -noAutoReporters -result-xml "$results/$name.xml"
  code=$?
  p=0 f=1
  if [ -s "$results/$name.xml" ]; then
    p=$(count "$results/$name.xml" passed)
    f=$(($(count "$results/$name.xml" failed) + $(count "$results/$name.xml" errors) + $(count "$results/$name.xml" skipped)))
    [ "$code" -eq 0 ] || [ "$f" -gt 0 ] || f=1
    [ "$p" -gt 0 ] || [ "$f" -gt 0 ] || [ "${1:-}" = --storms ] || { echo "$name ran no test." >&2; f=1; }
  else
    echo "$name ended with code $code and no results." >&2
  fi
  echo "$name: $p passed, $f failed, $((SECONDS - started)) s"
  passed=$((passed + p)) failed=$((failed + f))
done

[ "$passed" -gt 0 ] || failed=$((failed > 0 ? failed : 1))
finish

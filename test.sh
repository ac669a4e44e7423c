#!/usr/bin/env bash
# Runs every test but the storms:  ./test.sh
# Runs the storms alone:           ./test.sh --storms
# The last line says how many passed and failed. A crash, a skipped test or a project without tests counts as a failure.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

case "${1:-}" in
  "") filter=(-trait- Category=Storm) limit=880 storms= ;;
  --storms) filter=(-trait Category=Storm) limit=3600 storms=yes ;;
  *) sed -n 2,4p "$0"; exit 2 ;;
esac

passed=0 failed=0
finish() { echo "$passed passed, $failed failed"; [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; exit; }

# The browser, the database and the mail server that the tests drive, from the system's packages.
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || missing+=(python3-aiosmtpd)
if [ ${#missing[@]} -gt 0 ]; then
  root=(); [ "$(id -u)" -eq 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q && DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" \
    || echo "Could not install ${missing[*]}: the tests that need it will fail." >&2
fi

dotnet build EssConsult.sln -nologo -m -v q -clp:ErrorsOnly || { failed=1; finish; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
count() { sed -n "s/^<assemblies.*<assembly [^>]* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -1; }

# Runs one project and says what came of it; the last line of its report is what the sum below reads.
run() {
  local project=$1 name started=$SECONDS code p=0 f=1
  name=$(basename "$project")
  timeout --kill-after=10 $((limit - SECONDS > 10 ? limit - SECONDS : 10)) \
    "$project/bin/Debug/net10.0/$name" "${filter[@]}" -noLogo -noColor -noAutoReporters -reporter quiet -result-xml "$results/$name.xml"
  code=$?
  if [ -s "$results/$name.xml" ]; then
    p=$(count "$results/$name.xml" passed)
    f=$(($(count "$results/$name.xml" failed) + $(count "$results/$name.xml" errors) + $(count "$results/$name.xml" skipped)))
    [ "$code" -eq 0 ] || [ "$f" -gt 0 ] || f=1
    [ "$p" -gt 0 ] || [ "$f" -gt 0 ] || [ -n "$storms" ] || { echo "$name ran no test." >&2; f=1; }
  else
    echo "$name ended with code $code and no results." >&2
  fi
  echo "$name: $p passed, $f failed, $((SECONDS - started)) s"
}

# A browser waits more than it computes: its tests run beside the others. Storms have the machine to themselves.
browser=tests/EssConsult.Browser.Tests
[ -n "$storms" ] || run "$browser" > "$results/browser.log" 2>&1 &
for project in tests/*.Tests; do
  [ -z "$storms" ] && [ "$project" = "$browser" ] || run "$project" 2>&1 | tee "$results/$(basename "$project").log"
done
wait
[ -n "$storms" ] || cat "$results/browser.log"

projects=$(ls -d tests/*.Tests | wc -l) heard=0
while read -r p f; do
  passed=$((passed + p)) failed=$((failed + f)) heard=$((heard + 1))
done < <(sed -n 's/^EssConsult\..*: \([0-9]*\) passed, \([0-9]*\) failed, .*/\1 \2/p' "$results"/*.log)

[ "$heard" -eq "$projects" ] || { echo "$((projects - heard)) projects did not report." >&2; failed=$((failed + projects - heard)); }
[ "$passed" -gt 0 ] || failed=$((failed > 0 ? failed : 1))
finish

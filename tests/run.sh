# Runs the test assemblies; sourced by ./noroshi. The last line printed is "N passed, N failed, N skipped".
# shellcheck shell=bash

# One line per class of outcome while a test assembly runs: failures and skips as they happen, a count every few seconds.
progress() {
  local line done=0 shown=0
  while IFS= read -r line; do
    case "$line" in
      *' [FINISHED] Time:'*)
        done=$((done + 1))
        if ((SECONDS - shown >= 15)); then
          shown=$SECONDS
          printf '    … %d finished\n' "$done"
        fi
        ;;
      *' [STARTING]' | '{"Timestamp"'*) ;; # what nodes under test log stays in the log file
      '  Discovering:'* | '  Discovered:'* | '  Starting:'* | '  Finished:'* | xUnit.net*) ;;
      *) printf '%s\n' "$line" ;;
    esac
  done
}

# Adds the totals of one result file to passed, failed and skipped. No file means that the process died.
count() {
  local name=$1 file=$2 head
  head=$(grep -o '<assembly [^>]*>' "$file" 2>/dev/null | head -n 1) || true
  if [ -z "$head" ]; then
    say "$name ended without a result: that counts as a failure (artifacts/tests/$name.log)."
    failed=$((failed + 1))
    return
  fi
  passed=$((passed + $(attribute "$head" passed)))
  failed=$((failed + $(attribute "$head" failed) + $(attribute "$head" errors)))
  skipped=$((skipped + $(attribute "$head" skipped) + $(attribute "$head" not-run)))
}

attribute() {
  local value
  value=$(printf '%s\n' "$1" | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p")
  printf '%s\n' "${value:-0}"
}

run_assembly() {
  local name=$1 log=$results/$1.log status=0 failed_before=$failed
  shift
  printf '\n== %s\n' "$name"
  rm -f "$results/$name.xml"
  (cd "$root" && exec dotnet "artifacts/bin/$name/release/$name.dll" -noColor -noLogo -reporter verbose -xml "$results/$name.xml" "$@") \
    </dev/null 2>&1 | tee "$log" | progress || status=$?
  count "$name" "$results/$name.xml"
  if [ "$status" -ne 0 ] && [ "$failed" -eq "$failed_before" ]; then
    say "$name ended with code $status although no test failed: that counts as a failure."
    failed=$((failed + 1))
  fi
}

# Every skipped test with its reason, so that nobody mistakes a skip for a pass.
list_skips() {
  local reasons
  reasons=$(cat "$results"/*.log | grep -A 1 -F ' [SKIP]' | grep -v '^--$' || true)
  [ -n "$reasons" ] && printf '\nSkipped:\n%s\n' "$reasons"
  return 0
}

run_tests() {
  local mode=all
  local -a assemblies=(Noroshi.Tests Noroshi.SystemTests Noroshi.BrowserTests) pass=()
  while [ $# -gt 0 ]; do
    case "$1" in
      --fast) mode=fast ;;
      --long) mode=long ;;
      --help | -h)
        echo "usage: noroshi test [--fast|--long] [-- test runner options]"
        return 0
        ;;
      --)
        shift
        pass=("$@")
        break
        ;;
      *) die "unknown option '$1'; usage: noroshi test [--fast|--long] [-- test runner options]" ;;
    esac
    shift
  done

  local passed=0 failed=0 skipped=0 began=$SECONDS results=$root/artifacts/tests
  need_tools
  if [ "$mode" = fast ]; then
    assemblies=(Noroshi.Tests)
  else
    need_packages chromium fonts-noto-cjk postgresql-15
  fi
  [ "$mode" = long ] && export NOROSHI_LONG=1
  if [ "$mode" = fast ]; then
    build tests-fast tests/Noroshi.Tests "$root/artifacts/bin/Noroshi.Tests/release/Noroshi.Tests.dll" src tests bench
  else
    build tests Noroshi.slnx "$root/artifacts/bin/Noroshi.BrowserTests/release/Noroshi.BrowserTests.dll" src tests bench
  fi
  rm -rf "$results"
  mkdir -p "$results"

  local assembly
  for assembly in "${assemblies[@]}"; do
    run_assembly "$assembly" "${pass[@]+"${pass[@]}"}"
  done

  list_skips
  [ "$mode" = fast ] && printf '\nNot run (--fast): Noroshi.SystemTests, Noroshi.BrowserTests.\n'
  printf '\nTime: %d s\n' $((SECONDS - began))
  if [ $((passed + failed)) -eq 0 ]; then
    say "No test ran: that is a failure."
    failed=1
  fi
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ]
}

#!/usr/bin/env bash
# Collects what Defender for Servers Onboarding Planner reads, with the Azure CLI. It only reads: every Azure call is a
# list, a show, a GET or a Resource Graph query. It can be stopped at any time and started again: what is there is kept.
set -u
set -o pipefail

HERE=$(cd "$(dirname "$0")" && pwd)
API='https://management.azure.com'
PRICING='providers/Microsoft.Security/pricings'
VERSION='api-version=2024-01-01'
# Resource Graph answers 1,000 rows a page and takes lists of subscriptions up to some hundreds:
# https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data
PAGE=1000
BATCH=200

usage() {
  cat <<'USAGE'
@@usage@@
  bash collect.sh [--tenant ID] [--subscription ID]... [--out FOLDER] [--parallel N]
                  [--skip-vm-list] [--skip-machine-plans] [--skip-network] [--defender]
USAGE
}

say() { printf '%s\n' "$*"; }
note() { printf '%s\n' "$*" >> "$LOG"; }
not_read() {
  say "  @@notRead@@: $*"
  note "@@notRead@@: $*"
}
lower() { tr '[:upper:]' '[:lower:]'; }
one_line() { tr -d '\r' | tr '\n' ' '; }

# Runs a command into a file; the file appears only when the command succeeded. An empty list says nothing of what was
# asked: where an address is given, it is kept beside the empty list; else no file is left.
into() {
  file=$1
  address=$2
  shift 2
  if [ -f "$file" ] || [ -f "$STATE/$(basename "$file").empty" ]; then return 0; fi
  if ! "$@" > "$file.part" 2>> "$LOG.errors"; then
    rm -f "$file.part"
    not_read "$(basename "$file")"
    return 1
  fi
  if [ "$(one_line < "$file.part" | tr -d ' ')" != '[]' ]; then
    mv "$file.part" "$file"
  elif [ -n "$address" ]; then
    printf '{ "url": "%s", "value": [] }\n' "$address" > "$file"
    rm -f "$file.part"
  else
    rm -f "$file.part"
    : > "$STATE/$(basename "$file").empty"
  fi
}

# Asks one machine for its plan. Answers are kept one file each until all are there: a stop loses nothing.
one_machine() {
  id=$1
  sum=$(printf '%s' "$id" | lower | cksum | tr ' ' '-')
  answer="$STATE/machines/$sum-$(basename "$id").json"
  if [ -s "$answer" ]; then return 0; fi
  if az rest --method get --url "$API$id/$PRICING/VirtualMachines?$VERSION" -o json > "$answer.part" 2>> "$LOG.errors"; then
    mv "$answer.part" "$answer"
  else
    rm -f "$answer.part"
    note "@@notRead@@: $id"
  fi
}

if [ "${1:-}" = '--one-machine' ]; then
  STATE=$2
  LOG=$3
  one_machine "$4"
  exit 0
fi

OUT="$HERE/results-$(date +%Y%m%d)"
TENANT=''
CHOSEN=''
PARALLEL=4
VM_LIST=yes
MACHINE_PLANS=yes
NETWORK=yes
DEFENDER=no
while [ $# -gt 0 ]; do
  case "$1" in
    --out) OUT=$2; shift 2 ;;
    --tenant) TENANT=$2; shift 2 ;;
    --subscription) CHOSEN="$CHOSEN $(printf '%s' "$2" | lower)"; shift 2 ;;
    --parallel) PARALLEL=$2; shift 2 ;;
    --skip-vm-list) VM_LIST=no; shift ;;
    --skip-machine-plans) MACHINE_PLANS=no; shift ;;
    --skip-network) NETWORK=no; shift ;;
    --defender) DEFENDER=yes; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage; exit 2 ;;
  esac
done
case "$PARALLEL" in [1-8]) ;; *) say "--parallel 1-8"; exit 2 ;; esac

STATE="$OUT.state"
LOG="$OUT.log"
mkdir -p "$OUT" "$STATE/machines" || exit 2
: > "$LOG"

if ! command -v az > /dev/null; then say "@@noAz@@"; exit 2; fi
if ! az account show -o none 2>> "$LOG.errors"; then say "@@notSignedIn@@"; exit 2; fi
if ! az extension show --name resource-graph -o none 2>> "$LOG.errors"; then say "@@noGraph@@"; exit 2; fi
if [ -z "$TENANT" ]; then TENANT=$(az account show --query tenantId -o tsv | tr -d '\r'); fi

say "@@subscriptions@@"
if ! az account list --query "[?tenantId=='$TENANT' && state=='Enabled'].{id:id, name:name, tenantId:tenantId, state:state}" -o json > "$OUT/subscriptions.json" 2>> "$LOG.errors"; then
  not_read 'subscriptions.json'
  exit 2
fi
IDS=$(sed -n 's/^    "id": "\(.*\)",\{0,1\}$/\1/p' "$OUT/subscriptions.json" | tr -d '\r' | lower)
if [ -n "$CHOSEN" ]; then
  KEPT=''
  for id in $CHOSEN; do
    if printf '%s\n' "$IDS" | grep -qx "$id"; then KEPT="$KEPT $id"; else not_read "subscription $id"; fi
  done
  IDS=$KEPT
fi
if [ -z "$(printf '%s' "$IDS" | tr -d ' \n')" ]; then say "@@noSubscription@@"; exit 2; fi

# One query over one batch of subscriptions, page after page. A token that comes twice would never end: it is an error.
graph() {
  name=$1
  batch=$2
  shift 2
  if [ -f "$STATE/$name-$batch.done" ]; then return 0; fi
  token=''
  page=1
  while :; do
    file="$OUT/$name-$batch-$page.json"
    if [ -z "$token" ]; then
      az graph query -q "@$HERE/queries/$name.kql" --first "$PAGE" --subscriptions "$@" -o json > "$file.part" 2>> "$LOG.errors"
    else
      az graph query -q "@$HERE/queries/$name.kql" --first "$PAGE" --skip-token "$token" --subscriptions "$@" -o json > "$file.part" 2>> "$LOG.errors"
    fi || { rm -f "$file.part"; not_read "$name ($batch, $page)"; return 1; }
    # What was asked stands beside the answer, so that an answer without rows says something too.
    asked=$(grep -v '^//' "$HERE/queries/$name.kql" | one_line)
    scopes=$(printf ', "%s"' "$@")
    { printf '{\n  "query": "%s",\n  "subscriptions": [%s],\n' "$asked" "${scopes#, }"; sed '1d' "$file.part"; } > "$file"
    rm -f "$file.part"
    next=$(sed -n 's/^  "skip_token": "\(.*\)",\{0,1\}$/\1/p' "$file" | tr -d '\r')
    if [ -z "$next" ]; then break; fi
    if [ "$next" = "$token" ]; then not_read "$name ($batch, $page): skip_token"; return 1; fi
    token=$next
    page=$((page + 1))
  done
  : > "$STATE/$name-$batch.done"
}

graph_all() {
  batch=1
  count=0
  list=''
  for id in $IDS; do
    list="$list $id"
    count=$((count + 1))
    if [ "$count" -eq "$BATCH" ]; then
      # shellcheck disable=SC2086 # a list of GUIDs
      graph "$1" "$batch" $list
      batch=$((batch + 1))
      count=0
      list=''
    fi
  done
  # shellcheck disable=SC2086
  if [ -n "$list" ]; then graph "$1" "$batch" $list; fi
}

say "@@queries@@"
for query in @@planQueries@@; do graph_all "$query"; done
if [ "$NETWORK" = yes ]; then
  for query in @@networkQueries@@; do graph_all "$query"; done
fi

say "@@plans@@"
for id in $IDS; do
  for plan in VirtualMachines CloudPosture; do
    into "$STATE/plan-$id-$plan.json" '' az rest --method get --url "$API/subscriptions/$id/$PRICING/$plan?$VERSION" -o json
  done
done
for answer in "$STATE"/plan-*.json; do
  if [ -f "$answer" ]; then one_line < "$answer"; printf '\n'; fi
done > "$OUT/subscription-plans.jsonl"
if [ ! -s "$OUT/subscription-plans.jsonl" ]; then rm -f "$OUT/subscription-plans.jsonl"; fi

say "@@policies@@"
for id in $IDS; do
  into "$OUT/policy-assignment-list-$id.json" "$API/subscriptions/$id/providers/Microsoft.Authorization/policyAssignments" az policy assignment list --disable-scope-strict-match --subscription "$id" -o json
  into "$OUT/policy-exemption-list-$id.json" '' az policy exemption list --disable-scope-strict-match --subscription "$id" -o json
done

if [ "$VM_LIST" = yes ]; then
  say "@@vmList@@"
  for id in $IDS; do
    into "$OUT/vm-list-$id.json" "$API/subscriptions/$id/providers/Microsoft.Compute/virtualMachines" az vm list -d --subscription "$id" -o json
  done
fi
if az extension show --name connectedmachine -o none 2>> "$LOG.errors"; then
  for id in $IDS; do
    into "$OUT/connectedmachine-list-$id.json" "$API/subscriptions/$id/providers/Microsoft.HybridCompute/machines" az connectedmachine list --subscription "$id" -o json
  done
else
  say "  @@noConnectedMachine@@"
fi

# A machine can only differ from its subscription where exceptions are possible: not under enforce "True", and not where
# the plan is Free and nothing is covered. FullyCovered hides downgrades, so those subscriptions are asked too.
may_differ() {
  answer="$STATE/plan-$1-VirtualMachines.json"
  if [ ! -f "$answer" ]; then return 0; fi
  if grep -q '"enforce": "True"' "$answer"; then return 1; fi
  if grep -q '"pricingTier": "Free"' "$answer" && grep -q '"resourcesCoverageStatus": "NotCovered"' "$answer"; then return 1; fi
  return 0
}

if [ "$MACHINE_PLANS" = yes ]; then
  ASK="$STATE/machines-to-ask.txt"
  : > "$ASK"
  for id in $IDS; do
    if may_differ "$id"; then
      cat "$OUT"/virtual-machines-*.json "$OUT"/scale-sets-*.json "$OUT"/arc-machines-*.json 2> /dev/null |
        sed -n 's/^      "id": "\(.*\)",\{0,1\}$/\1/p' | tr -d '\r' | grep -i "^/subscriptions/$id/" >> "$ASK"
    else
      say "  @@same@@: $id"
    fi
  done
  say "@@machinePlans@@: $(wc -l < "$ASK" | tr -d ' ')"
  tr '\n' '\0' < "$ASK" | xargs -0 -n 1 -P "$PARALLEL" bash "$0" --one-machine "$STATE" "$LOG"
  for answer in "$STATE"/machines/*.json; do
    if [ -f "$answer" ]; then one_line < "$answer"; printf '\n'; fi
  done > "$OUT/machine-plans.jsonl"
  if [ ! -s "$OUT/machine-plans.jsonl" ]; then rm -f "$OUT/machine-plans.jsonl"; fi
fi

if [ "$DEFENDER" = yes ]; then
  say "@@defender@@"
  skip=0
  while :; do
    file="$OUT/defender-machines-$skip.json"
    into "$file" '' az rest --method get --resource 'https://api.securitycenter.microsoft.com' --url 'https://api.security.microsoft.com/api/machines' --url-parameters '$top=10000' "\$skip=$skip" -o json || { say "  @@noDefender@@"; break; }
    rows=$(grep -c '^      "computerDnsName"' "$file")
    if [ "$rows" -lt 10000 ]; then break; fi
    skip=$((skip + 10000))
  done
fi

say ''
say "@@done@@: $OUT"
if [ -s "$LOG" ]; then
  say "@@gaps@@: $LOG"
  exit 1
fi
rm -f "$LOG"

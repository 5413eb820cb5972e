# Collects what Defender for Servers Onboarding Planner reads, with the Azure CLI from PowerShell. It only reads: every
# Azure call is a list, a show, a GET or a Resource Graph query. It can be stopped and started again: what is there is kept.
param(
    [string] $Tenant = '',
    [string[]] $Subscription = @(),
    [string] $Out = '',
    [switch] $SkipVmList,
    [switch] $SkipMachinePlans,
    [switch] $SkipNetwork,
    [switch] $Defender
)
. (Join-Path $PSScriptRoot 'common.ps1')
[IO.File]::WriteAllText($Log, '')
$Api = 'https://management.azure.com'

# The CLI writes in the ANSI code page of Windows, whatever the console thinks; elsewhere in UTF-8.
if ($env:OS -eq 'Windows_NT') {
    [Console]::OutputEncoding = [Text.Encoding]::GetEncoding([Globalization.CultureInfo]::CurrentCulture.TextInfo.ANSICodePage)
}

# Runs az and gives its whole answer as one text, or null when it failed.
function Invoke-Az([string[]] $Arguments) {
    $lines = & az @Arguments 2>> "$Log.errors"
    if ($LASTEXITCODE -ne 0) { return $null }
    return ($lines -join "`n")
}

function Invoke-Query([string] $File, [string] $Query, [string[]] $Ids, [string] $Token) {
    $list = @('graph', 'query', '-q', "@$File", '--first', "$PageSize", '-o', 'json')
    if ($Token) { $list += @('--skip-token', $Token) }
    return Invoke-Az ($list + @('--subscriptions') + $Ids)
}

# Keeps an answer as a file, once. For an empty list the address that was asked is kept, or nothing where there is none.
function Save-Answer([string] $Path, [string[]] $Arguments, [string] $Address = '') {
    $empty = Join-Path $State ((Split-Path $Path -Leaf) + '.empty')
    if ((Test-Path -LiteralPath $Path) -or (Test-Path -LiteralPath $empty)) { return }
    $answer = Invoke-Az $Arguments
    if ($null -eq $answer) {
        Write-NotRead (Split-Path $Path -Leaf)
    } elseif ($answer.Trim() -ne '[]') {
        Save-Text $Path $answer
    } elseif ($Address) {
        Save-Empty $Path $Address
    } else {
        Save-Text $empty ''
    }
}

function Save-Plan([string] $Path, [string] $Scope, [string] $Plan) {
    Save-Answer $Path @('rest', '--method', 'get', '--url', "$Api$Scope/$Pricing/${Plan}?$Version", '-o', 'json')
}

if (-not (Get-Command az -ErrorAction SilentlyContinue)) { Write-Host "@@noAz@@"; exit 2 }
$account = Invoke-Az @('account', 'show', '-o', 'json')
if ($null -eq $account) { Write-Host "@@notSignedIn@@"; exit 2 }
if ($null -eq (Invoke-Az @('extension', 'show', '--name', 'resource-graph', '-o', 'json'))) { Write-Host "@@noGraph@@"; exit 2 }
if (-not $Tenant) { $Tenant = ($account | ConvertFrom-Json).tenantId }

Write-Host "@@subscriptions@@"
$filter = "[?tenantId=='$Tenant' && state=='Enabled'].{id:id, name:name, tenantId:tenantId, state:state}"
$list = Invoke-Az @('account', 'list', '--query', $filter, '-o', 'json')
if ($null -eq $list) { Write-NotRead 'subscriptions.json'; exit 2 }
Save-Text (Join-Path $Out 'subscriptions.json') $list
$Ids = @(Select-Subscriptions @(($list | ConvertFrom-Json) | ForEach-Object { $_.id }) $Subscription)
if ($Ids.Count -eq 0) { Write-Host "@@noSubscription@@"; exit 2 }

Write-Host "@@queries@@"
Save-Queries ('@@planQueries@@'.Split(' ')) $Ids
if (-not $SkipNetwork) { Save-Queries ('@@networkQueries@@'.Split(' ')) $Ids }

Write-Host "@@plans@@"
foreach ($id in $Ids) {
    foreach ($plan in 'VirtualMachines', 'CloudPosture') { Save-Plan (Join-Path $State "plan-$id-$plan.json") "/subscriptions/$id" $plan }
}
Join-Answers (Join-Path $State 'plan-*.json') (Join-Path $Out 'subscription-plans.jsonl')

Write-Host "@@policies@@"
foreach ($id in $Ids) {
    Save-Answer (Join-Path $Out "policy-assignment-list-$id.json") @('policy', 'assignment', 'list', '--disable-scope-strict-match', '--subscription', $id, '-o', 'json') "$Api/subscriptions/$id/providers/Microsoft.Authorization/policyAssignments"
    Save-Answer (Join-Path $Out "policy-exemption-list-$id.json") @('policy', 'exemption', 'list', '--disable-scope-strict-match', '--subscription', $id, '-o', 'json')
}

if (-not $SkipVmList) {
    Write-Host "@@vmList@@"
    foreach ($id in $Ids) {
        Save-Answer (Join-Path $Out "vm-list-$id.json") @('vm', 'list', '-d', '--subscription', $id, '-o', 'json') "$Api/subscriptions/$id/providers/Microsoft.Compute/virtualMachines"
    }
}
if ($null -eq (Invoke-Az @('extension', 'show', '--name', 'connectedmachine', '-o', 'json'))) {
    Write-Host "  @@noConnectedMachine@@"
} else {
    foreach ($id in $Ids) {
        Save-Answer (Join-Path $Out "connectedmachine-list-$id.json") @('connectedmachine', 'list', '--subscription', $id, '-o', 'json') "$Api/subscriptions/$id/providers/Microsoft.HybridCompute/machines"
    }
}

if (-not $SkipMachinePlans) {
    $toAsk = @(Get-MachinesToAsk $Ids)
    Write-Host "@@machinePlans@@: $($toAsk.Count)"
    foreach ($id in $toAsk) { Save-Plan (Get-AnswerPath $id) $id 'VirtualMachines' }
    Join-Answers (Join-Path $Machines '*.json') (Join-Path $Out 'machine-plans.jsonl')
}

if ($Defender) {
    Write-Host "@@defender@@"
    for ($skip = 0; ; $skip += 10000) {
        $path = Join-Path $Out "defender-machines-$skip.json"
        Save-Answer $path @('rest', '--method', 'get', '--resource', 'https://api.securitycenter.microsoft.com', '--url', 'https://api.security.microsoft.com/api/machines', '--url-parameters', '$top=10000', "`$skip=$skip", '-o', 'json')
        if (-not (Test-Path -LiteralPath $path)) { Write-Host "  @@noDefender@@"; break }
        if (@(([IO.File]::ReadAllText($path) | ConvertFrom-Json).value).Count -lt 10000) { break }
    }
}

exit (Complete-Collection)

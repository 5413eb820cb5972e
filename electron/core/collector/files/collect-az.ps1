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
Set-StrictMode -Version 2

$Api = 'https://management.azure.com'
$Pricing = 'providers/Microsoft.Security/pricings'
$Version = 'api-version=2024-01-01'
# Resource Graph answers 1,000 rows a page and takes lists of subscriptions up to some hundreds:
# https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data
$PageSize = 1000
$BatchSize = 200

if (-not $Out) { $Out = Join-Path $PSScriptRoot ('results-' + (Get-Date -Format 'yyyyMMdd')) }
$Out = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out)
$State = "$Out.state"
$Log = "$Out.log"
$null = New-Item -ItemType Directory -Force -Path $Out, (Join-Path $State 'machines')
[IO.File]::WriteAllText($Log, '')

# The CLI writes in the ANSI code page of Windows, whatever the console thinks; elsewhere in UTF-8.
if ($env:OS -eq 'Windows_NT') {
    [Console]::OutputEncoding = [Text.Encoding]::GetEncoding([Globalization.CultureInfo]::CurrentCulture.TextInfo.ANSICodePage)
}

function Save-Text([string] $Path, [string] $Text) {
    [IO.File]::WriteAllText($Path, $Text, (New-Object Text.UTF8Encoding $false))
}

function Write-NotRead([string] $What) {
    Write-Host "  @@notRead@@: $What"
    Add-Content -Path $Log -Value "@@notRead@@: $What" -Encoding UTF8
}

# Runs az and gives its whole answer as one text, or null when it failed.
function Invoke-Az([string[]] $Arguments) {
    $lines = & az @Arguments 2>> "$Log.errors"
    if ($LASTEXITCODE -ne 0) { return $null }
    return ($lines -join "`n")
}

# Keeps an answer as a file, once. An empty list says nothing of what was asked: where an address is given, it is kept
# beside the empty list; else no file is left.
function Save-Answer([string] $Path, [string[]] $Arguments, [string] $Address = '') {
    $empty = Join-Path $State ((Split-Path $Path -Leaf) + '.empty')
    if ((Test-Path -LiteralPath $Path) -or (Test-Path -LiteralPath $empty)) { return }
    $answer = Invoke-Az $Arguments
    if ($null -eq $answer) {
        Write-NotRead (Split-Path $Path -Leaf)
    } elseif ($answer.Trim() -ne '[]') {
        Save-Text $Path $answer
    } elseif ($Address) {
        Save-Text $Path "{ `"url`": `"$Address`", `"value`": [] }"
    } else {
        Save-Text $empty ''
    }
}

function Join-Answers([string] $Filter, [string] $Path) {
    $lines = @(Get-ChildItem -Path $Filter | ForEach-Object { ([IO.File]::ReadAllText($_.FullName) -replace '[\r\n]+', ' ') })
    if ($lines.Count -gt 0) { Save-Text $Path (($lines -join "`n") + "`n") }
}

# What was asked stands beside the answer, so that an answer without rows says something too.
function Add-Question([string] $Answer, [string] $Query, [string[]] $Ids) {
    $asked = (($Query -split "`n" | Where-Object { $_ -notlike '//*' }) -join ' ').Replace("`r", '').Trim()
    $scopes = ($Ids | ForEach-Object { "`"$_`"" }) -join ', '
    return "{ `"query`": `"$asked`", `"subscriptions`": [$scopes], " + $Answer.TrimStart().Substring(1)
}

# One query over one batch of subscriptions, page after page. A token that comes twice would never end: it is an error.
function Save-Query([string] $Name, [int] $BatchNumber, [string[]] $Ids) {
    $done = Join-Path $State "$Name-$BatchNumber.done"
    if (Test-Path -LiteralPath $done) { return }
    $query = Join-Path (Join-Path $PSScriptRoot 'queries') "$Name.kql"
    $token = ''
    for ($pageNumber = 1; ; $pageNumber++) {
        $arguments = @('graph', 'query', '-q', "@$query", '--first', "$PageSize", '-o', 'json')
        if ($token) { $arguments += @('--skip-token', $token) }
        $answer = Invoke-Az ($arguments + @('--subscriptions') + $Ids)
        if ($null -eq $answer) { Write-NotRead "$Name ($BatchNumber, $pageNumber)"; return }
        Save-Text (Join-Path $Out "$Name-$BatchNumber-$pageNumber.json") (Add-Question $answer ([IO.File]::ReadAllText($query)) $Ids)
        $parsed = $answer | ConvertFrom-Json
        $next = ''
        if ($parsed.PSObject.Properties.Name -contains 'skip_token') { $next = $parsed.skip_token }
        if (-not $next) { break }
        if ($next -eq $token) { Write-NotRead "$Name ($BatchNumber, $pageNumber): skip_token"; return }
        $token = $next
    }
    Save-Text $done ''
}

function Save-QueryAll([string] $Name) {
    for ($start = 0; $start -lt $Ids.Count; $start += $BatchSize) {
        $end = [Math]::Min($start + $BatchSize, $Ids.Count) - 1
        Save-Query $Name ($start / $BatchSize + 1) $Ids[$start..$end]
    }
}

# A machine can only differ from its subscription where exceptions are possible: not under enforce "True", and not where
# the plan is Free and nothing is covered. FullyCovered hides downgrades, so those subscriptions are asked too.
function Test-MayDiffer([string] $Id) {
    $path = Join-Path $State "plan-$Id-VirtualMachines.json"
    if (-not (Test-Path -LiteralPath $path)) { return $true }
    $text = [IO.File]::ReadAllText($path)
    if ($text -match '"enforce": "True"') { return $false }
    return -not (($text -match '"pricingTier": "Free"') -and ($text -match '"resourcesCoverageStatus": "NotCovered"'))
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
$Ids = @(($list | ConvertFrom-Json) | ForEach-Object { $_.id.ToLowerInvariant() })
if ($Subscription.Count -gt 0) {
    $chosen = @($Subscription | ForEach-Object { $_.ToLowerInvariant() })
    foreach ($id in $chosen) { if ($Ids -notcontains $id) { Write-NotRead "subscription $id" } }
    $Ids = @($Ids | Where-Object { $chosen -contains $_ })
}
if ($Ids.Count -eq 0) { Write-Host "@@noSubscription@@"; exit 2 }

Write-Host "@@queries@@"
foreach ($query in '@@planQueries@@'.Split(' ')) { Save-QueryAll $query }
if (-not $SkipNetwork) { foreach ($query in '@@networkQueries@@'.Split(' ')) { Save-QueryAll $query } }

Write-Host "@@plans@@"
foreach ($id in $Ids) {
    foreach ($plan in 'VirtualMachines', 'CloudPosture') {
        Save-Answer (Join-Path $State "plan-$id-$plan.json") @('rest', '--method', 'get', '--url', "$Api/subscriptions/$id/$Pricing/${plan}?$Version", '-o', 'json')
    }
}
Join-Answers (Join-Path $State 'plan-*.json') (Join-Path $Out 'subscription-plans.jsonl')

Write-Host "@@policies@@"
foreach ($id in $Ids) {
    Save-Answer (Join-Path $Out "policy-assignment-list-$id.json") @('policy', 'assignment', 'list', '--disable-scope-strict-match', '--subscription', $id, '-o', 'json') "$Api/subscriptions/$id/providers/Microsoft.Authorization/policyAssignments"
    Save-Answer (Join-Path $Out "policy-exemption-list-$id.json") @('policy', 'exemption', 'list', '--disable-scope-strict-match', '--subscription', $id, '-o', 'json')
}

if (-not $SkipVmList) {
    Write-Host "@@vmList@@"
    foreach ($id in $Ids) { Save-Answer (Join-Path $Out "vm-list-$id.json") @('vm', 'list', '-d', '--subscription', $id, '-o', 'json') "$Api/subscriptions/$id/providers/Microsoft.Compute/virtualMachines" }
}
if ($null -eq (Invoke-Az @('extension', 'show', '--name', 'connectedmachine', '-o', 'json'))) {
    Write-Host "  @@noConnectedMachine@@"
} else {
    foreach ($id in $Ids) { Save-Answer (Join-Path $Out "connectedmachine-list-$id.json") @('connectedmachine', 'list', '--subscription', $id, '-o', 'json') "$Api/subscriptions/$id/providers/Microsoft.HybridCompute/machines" }
}

if (-not $SkipMachinePlans) {
    $asked = @($Ids | Where-Object { Test-MayDiffer $_ })
    foreach ($id in $Ids) { if ($asked -notcontains $id) { Write-Host "  @@same@@: $id" } }
    $machines = @(
        foreach ($name in 'virtual-machines', 'scale-sets', 'arc-machines') {
            foreach ($file in Get-ChildItem -Path (Join-Path $Out "$name-*.json")) {
                (([IO.File]::ReadAllText($file.FullName)) | ConvertFrom-Json).data | Where-Object { $asked -contains $_.subscriptionId } | ForEach-Object { $_.id }
            }
        }
    )
    Write-Host "@@machinePlans@@: $($machines.Count)"
    $sha = [Security.Cryptography.SHA256]::Create()
    foreach ($id in $machines) {
        $sum = [BitConverter]::ToString($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($id.ToLowerInvariant()))).Replace('-', '').Substring(0, 24)
        Save-Answer (Join-Path (Join-Path $State 'machines') "$sum.json") @('rest', '--method', 'get', '--url', "$Api$id/$Pricing/VirtualMachines?$Version", '-o', 'json')
    }
    Join-Answers (Join-Path (Join-Path $State 'machines') '*.json') (Join-Path $Out 'machine-plans.jsonl')
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

Write-Host ''
Write-Host "@@done@@: $Out"
if ((Get-Item -LiteralPath $Log).Length -gt 0) {
    Write-Host "@@gaps@@: $Log"
    exit 1
}
Remove-Item -LiteralPath $Log

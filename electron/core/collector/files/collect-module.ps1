# Collects what Defender for Servers Onboarding Planner reads, with the Az PowerShell module (Az.Accounts alone). It only
# reads: GET requests, and the one POST by which Resource Graph takes a query. It can be stopped and started again.
param(
    [string] $Tenant = '',
    [string[]] $Subscription = @(),
    [string] $Out = '',
    [switch] $SkipMachinePlans,
    [switch] $SkipNetwork
)
Set-StrictMode -Version 2

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

function Save-Text([string] $Path, [string] $Text) {
    [IO.File]::WriteAllText($Path, $Text, (New-Object Text.UTF8Encoding $false))
}

function Write-NotRead([string] $What) {
    Write-Host "  @@notRead@@: $What"
    Add-Content -Path $Log -Value "@@notRead@@: $What" -Encoding UTF8
}

# One request; gives the body as text, or null when it failed. 429 and 503 wait as long as the service asks.
function Invoke-Read([string] $Path, [string] $Query = '') {
    for ($try = 1; $try -le 4; $try++) {
        if ($Query) {
            $answer = Invoke-AzRestMethod -Method POST -Path $Path -Payload $Query
        } else {
            $answer = Invoke-AzRestMethod -Method GET -Path $Path
        }
        if ($answer.StatusCode -eq 200) { return $answer.Content }
        if (@(429, 503) -notcontains $answer.StatusCode) { break }
        Start-Sleep -Seconds (5 * $try)
    }
    Add-Content -Path "$Log.errors" -Value "$($answer.StatusCode) $Path $($answer.Content)" -Encoding UTF8
    return $null
}

function Save-Answer([string] $File, [string] $Path) {
    if (Test-Path -LiteralPath $File) { return }
    $answer = Invoke-Read $Path
    if ($null -eq $answer) {
        Write-NotRead (Split-Path $File -Leaf)
    } elseif ($answer -match '^\s*\{\s*"value"\s*:\s*\[\s*\]\s*\}\s*$') {
        # An empty list says nothing of what was asked: the address is kept beside it.
        Save-Text $File "{ `"url`": `"$Path`", `"value`": [] }"
    } else {
        Save-Text $File $answer
    }
}

# A list of Azure Resource Manager: follows nextLink as long as it stays at the same service.
function Save-List([string] $Name, [string] $Path) {
    $number = 1
    while ($Path) {
        $file = Join-Path $Out "$Name-$number.json"
        Save-Answer $file $Path
        if (-not (Test-Path -LiteralPath $file)) { return }
        $page = [IO.File]::ReadAllText($file) | ConvertFrom-Json
        $Path = ''
        if (($page.PSObject.Properties.Name -contains 'nextLink') -and $page.nextLink) {
            $link = [Uri] $page.nextLink
            if ($link.Host -like 'management.*') { $Path = $link.PathAndQuery } else { Write-NotRead "${Name}: nextLink" }
        }
        $number++
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
    $query = [IO.File]::ReadAllText((Join-Path (Join-Path $PSScriptRoot 'queries') "$Name.kql"))
    $token = ''
    for ($pageNumber = 1; ; $pageNumber++) {
        $options = @{ '$top' = $PageSize; resultFormat = 'objectArray' }
        if ($token) { $options['$skipToken'] = $token }
        $body = @{ subscriptions = $Ids; query = $query; options = $options } | ConvertTo-Json -Depth 5
        $answer = Invoke-Read '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01' $body
        if ($null -eq $answer) { Write-NotRead "$Name ($BatchNumber, $pageNumber)"; return }
        Save-Text (Join-Path $Out "$Name-$BatchNumber-$pageNumber.json") (Add-Question $answer $query $Ids)
        $parsed = $answer | ConvertFrom-Json
        $next = ''
        if ($parsed.PSObject.Properties.Name -contains '$skipToken') { $next = $parsed.'$skipToken' }
        if (-not $next) {
            if ("$($parsed.resultTruncated)" -eq 'true') { Write-NotRead "$Name ($BatchNumber, $pageNumber): resultTruncated"; return }
            break
        }
        if ($next -eq $token) { Write-NotRead "$Name ($BatchNumber, $pageNumber): skipToken"; return }
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
    if ($text -match '"enforce"\s*:\s*"True"') { return $false }
    return -not (($text -match '"pricingTier"\s*:\s*"Free"') -and ($text -match '"resourcesCoverageStatus"\s*:\s*"NotCovered"'))
}

if (-not (Get-Command Invoke-AzRestMethod -ErrorAction SilentlyContinue)) { Write-Host "@@noModule@@ Az.Accounts"; exit 2 }
$context = Get-AzContext
if ($null -eq $context) { Write-Host "@@notSignedIn@@"; exit 2 }
if (-not $Tenant) { $Tenant = $context.Tenant.Id }

Write-Host "@@subscriptions@@"
$found = @(Get-AzSubscription -TenantId $Tenant | Where-Object { "$($_.State)" -eq 'Enabled' })
$list = @($found | ForEach-Object { @{ id = $_.Id; name = $_.Name; tenantId = $_.TenantId; state = "$($_.State)" } })
Save-Text (Join-Path $Out 'subscriptions.json') (ConvertTo-Json -InputObject $list -Depth 3)
$Ids = @($found | ForEach-Object { $_.Id.ToLowerInvariant() })
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
        Save-Answer (Join-Path $State "plan-$id-$plan.json") "/subscriptions/$id/$Pricing/${plan}?$Version"
    }
}
Join-Answers (Join-Path $State 'plan-*.json') (Join-Path $Out 'subscription-plans.jsonl')

Write-Host "@@policies@@"
foreach ($id in $Ids) {
    Save-List "policy-assignment-list-$id" "/subscriptions/$id/providers/Microsoft.Authorization/policyAssignments?api-version=2022-06-01"
    Save-List "policy-exemption-list-$id" "/subscriptions/$id/providers/Microsoft.Authorization/policyExemptions?api-version=2022-07-01-preview"
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
        Save-Answer (Join-Path (Join-Path $State 'machines') "$sum.json") "$id/$Pricing/VirtualMachines?$Version"
    }
    Join-Answers (Join-Path (Join-Path $State 'machines') '*.json') (Join-Path $Out 'machine-plans.jsonl')
}

Write-Host ''
Write-Host "@@done@@: $Out"
if ((Get-Item -LiteralPath $Log).Length -gt 0) {
    Write-Host "@@gaps@@: $Log"
    exit 1
}
Remove-Item -LiteralPath $Log

# What the collectors have in common. Not run by itself: they load it, after $Out is set.
Set-StrictMode -Version 2

$Pricing = 'providers/Microsoft.Security/pricings'
$Version = 'api-version=2024-01-01'
# Resource Graph answers 1,000 rows a page and takes lists of subscriptions up to some hundreds:
# https://learn.microsoft.com/azure/governance/resource-graph/concepts/work-with-data
$PageSize = 1000
$BatchSize = 200

if (-not $Out) { $Out = Join-Path $PSScriptRoot ('results-' + (Get-Date -Format 'yyyyMMdd')) }
$Out = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out)
# Beside the results, since it is not to be handed over.
$State = "$Out.state"
$Log = "$Out.log"
$Machines = Join-Path $State 'machines'
$null = New-Item -ItemType Directory -Force -Path $Out, $Machines

function Save-Text([string] $Path, [string] $Text) {
    [IO.File]::WriteAllText($Path, $Text, (New-Object Text.UTF8Encoding $false))
}

function Write-NotRead([string] $What) {
    Write-Host "  @@notRead@@: $What"
    Add-Content -Path $Log -Value "@@notRead@@: $What" -Encoding UTF8
}

# An empty list says nothing of what was asked: the address is kept beside it.
function Save-Empty([string] $Path, [string] $Address) {
    Save-Text $Path "{ `"url`": `"$Address`", `"value`": [] }"
}

# One answer a line.
function Join-Answers([string] $Filter, [string] $Path) {
    $lines = @(Get-ChildItem -Path $Filter | ForEach-Object { ([IO.File]::ReadAllText($_.FullName) -replace '[\r\n]+', ' ') })
    if ($lines.Count -gt 0) { Save-Text $Path (($lines -join "`n") + "`n") }
}

function Get-Property($Value, [string] $Name) {
    if ($Value.PSObject.Properties.Name -contains $Name) { return $Value.$Name }
    return $null
}

# What was asked stands beside the answer, so that an answer without rows says something too.
function Add-Question([string] $Answer, [string] $Query, [string[]] $Ids) {
    $asked = (($Query -split "`n" | Where-Object { $_ -notlike '//*' }) -join ' ').Replace("`r", '').Trim()
    $scopes = ($Ids | ForEach-Object { "`"$_`"" }) -join ', '
    return "{ `"query`": `"$asked`", `"subscriptions`": [$scopes], " + $Answer.TrimStart().Substring(1)
}

# One query over one batch of subscriptions, page after page, by the script's own Invoke-Query (file, query, ids, token).
# A token that comes twice would never end: it is an error.
function Save-Query([string] $Name, [int] $BatchNumber, [string[]] $Ids) {
    $done = Join-Path $State "$Name-$BatchNumber.done"
    if (Test-Path -LiteralPath $done) { return }
    $file = Join-Path (Join-Path $PSScriptRoot 'queries') "$Name.kql"
    $query = [IO.File]::ReadAllText($file)
    $token = ''
    for ($pageNumber = 1; ; $pageNumber++) {
        $answer = Invoke-Query $file $query $Ids $token
        if (-not $answer) { Write-NotRead "$Name ($BatchNumber, $pageNumber)"; return }
        Save-Text (Join-Path $Out "$Name-$BatchNumber-$pageNumber.json") (Add-Question $answer $query $Ids)
        $parsed = $answer | ConvertFrom-Json
        $next = Get-Property $parsed 'skip_token'
        if (-not $next) { $next = Get-Property $parsed '$skipToken' }
        if (-not $next) {
            if ("$(Get-Property $parsed 'resultTruncated')" -eq 'true') { Write-NotRead "$Name ($BatchNumber, $pageNumber): resultTruncated"; return }
            break
        }
        if ($next -eq $token) { Write-NotRead "$Name ($BatchNumber, $pageNumber): skipToken"; return }
        $token = $next
    }
    Save-Text $done ''
}

function Save-Queries([string[]] $Names, [string[]] $Ids) {
    foreach ($name in $Names) {
        for ($start = 0; $start -lt $Ids.Count; $start += $BatchSize) {
            $end = [Math]::Min($start + $BatchSize, $Ids.Count) - 1
            Save-Query $name ($start / $BatchSize + 1) $Ids[$start..$end]
        }
    }
}

# The ids that were chosen, of those that can be read; all when none was chosen.
function Select-Subscriptions([string[]] $Readable, [string[]] $Chosen) {
    $readableIds = @($Readable | ForEach-Object { $_.ToLowerInvariant() })
    if ($Chosen.Count -eq 0) { return $readableIds }
    $chosenIds = @($Chosen | ForEach-Object { $_.ToLowerInvariant() })
    foreach ($id in $chosenIds) { if ($readableIds -notcontains $id) { Write-NotRead "subscription $id" } }
    return @($readableIds | Where-Object { $chosenIds -contains $_ })
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

# Ids of the machines that have to be asked one by one.
function Get-MachinesToAsk([string[]] $Ids) {
    $asked = @($Ids | Where-Object { Test-MayDiffer $_ })
    foreach ($id in $Ids) { if ($asked -notcontains $id) { Write-Host "  @@same@@: $id" } }
    foreach ($name in 'virtual-machines', 'scale-sets', 'arc-machines') {
        foreach ($file in Get-ChildItem -Path (Join-Path $Out "$name-*.json")) {
            (([IO.File]::ReadAllText($file.FullName)) | ConvertFrom-Json).data | Where-Object { $asked -contains $_.subscriptionId } | ForEach-Object { $_.id }
        }
    }
}

# File of one machine's answer. Answers are kept one file each until all are there: a stop loses nothing.
function Get-AnswerPath([string] $Id) {
    $sum = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($Id.ToLowerInvariant()))
    return Join-Path $Machines ([BitConverter]::ToString($sum).Replace('-', '').Substring(0, 24) + '.json')
}

# Says where the results are, and whether anything is missing; gives the exit code.
function Complete-Collection {
    Write-Host ''
    Write-Host "@@done@@: $Out"
    if ((Get-Item -LiteralPath $Log).Length -eq 0) {
        Remove-Item -LiteralPath $Log
        return 0
    }
    Write-Host "@@gaps@@: $Log"
    return 1
}

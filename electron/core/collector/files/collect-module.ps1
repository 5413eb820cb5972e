# Collects what Defender for Servers Onboarding Planner reads, with the Az PowerShell module (Az.Accounts alone). It only
# reads: GET requests, and the one POST by which Resource Graph takes a query. It can be stopped and started again.
param(
    [string] $Tenant = '',
    [string[]] $Subscription = @(),
    [string] $Out = '',
    [switch] $SkipMachinePlans,
    [switch] $SkipNetwork
)
. (Join-Path $PSScriptRoot 'common.ps1')
[IO.File]::WriteAllText($Log, '')

# One request; gives the body as text, or null when it failed. 429 and 503 are tried again after a pause.
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

function Invoke-Query([string] $File, [string] $Query, [string[]] $Ids, [string] $Token) {
    $options = @{ '$top' = $PageSize; resultFormat = 'objectArray' }
    if ($Token) { $options['$skipToken'] = $Token }
    $body = @{ subscriptions = $Ids; query = $Query; options = $options } | ConvertTo-Json -Depth 5
    return Invoke-Read '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01' $body
}

function Save-Answer([string] $File, [string] $Path) {
    if (Test-Path -LiteralPath $File) { return }
    $answer = Invoke-Read $Path
    if ($null -eq $answer) {
        Write-NotRead (Split-Path $File -Leaf)
    } elseif ($answer -match '^\s*\{\s*"value"\s*:\s*\[\s*\]\s*\}\s*$') {
        Save-Empty $File $Path
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
        $next = Get-Property ([IO.File]::ReadAllText($file) | ConvertFrom-Json) 'nextLink'
        $Path = ''
        if ($next) {
            $link = [Uri] $next
            if ($link.Host -like 'management.*') { $Path = $link.PathAndQuery } else { Write-NotRead "${Name}: nextLink" }
        }
        $number++
    }
}

if (-not (Get-Command Invoke-AzRestMethod -ErrorAction SilentlyContinue)) { Write-Host "@@noModule@@ Az.Accounts"; exit 2 }
$context = Get-AzContext
if ($null -eq $context) { Write-Host "@@notSignedIn@@"; exit 2 }
if (-not $Tenant) { $Tenant = $context.Tenant.Id }

Write-Host "@@subscriptions@@"
$found = @(Get-AzSubscription -TenantId $Tenant | Where-Object { "$($_.State)" -eq 'Enabled' })
$list = @($found | ForEach-Object { @{ id = $_.Id; name = $_.Name; tenantId = $_.TenantId; state = "$($_.State)" } })
Save-Text (Join-Path $Out 'subscriptions.json') (ConvertTo-Json -InputObject $list -Depth 3)
$Ids = @(Select-Subscriptions @($found | ForEach-Object { $_.Id }) $Subscription)
if ($Ids.Count -eq 0) { Write-Host "@@noSubscription@@"; exit 2 }

Write-Host "@@queries@@"
Save-Queries ('@@planQueries@@'.Split(' ')) $Ids
if (-not $SkipNetwork) { Save-Queries ('@@networkQueries@@'.Split(' ')) $Ids }

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
    $toAsk = @(Get-MachinesToAsk $Ids)
    Write-Host "@@machinePlans@@: $($toAsk.Count)"
    foreach ($id in $toAsk) { Save-Answer (Get-AnswerPath $id) "$id/$Pricing/VirtualMachines?$Version" }
    Join-Answers (Join-Path $Machines '*.json') (Join-Path $Out 'machine-plans.jsonl')
}

exit (Complete-Collection)

# Collects the servers that Defender for Endpoint knows. It only reads. Two ways:
#   without a switch   the hunting query queries/device-info.kql through Microsoft Graph (module Microsoft.Graph.Authentication)
#   -MachinesApi       GET /api/machines through the signed-in Az context (module Az.Accounts; the app needs Machine.Read)
param(
    [string] $Out = '',
    [switch] $MachinesApi
)
. (Join-Path $PSScriptRoot 'common.ps1')

if ($MachinesApi) {
    if (-not (Get-Command Invoke-AzRestMethod -ErrorAction SilentlyContinue)) { Write-Host "@@noModule@@ Az.Accounts"; exit 2 }
    if ($null -eq (Get-AzContext)) { Write-Host "@@notSignedIn@@"; exit 2 }
    Write-Host "@@defender@@"
    # 10,000 devices a page, 100 calls a minute: https://learn.microsoft.com/defender-endpoint/api/get-machines
    for ($skip = 0; ; $skip += 10000) {
        $uri = 'https://api.security.microsoft.com/api/machines?$top=10000&$skip=' + $skip
        $answer = Invoke-AzRestMethod -Method GET -Uri $uri -ResourceId 'https://api.securitycenter.microsoft.com'
        if ($answer.StatusCode -ne 200) { Write-Host "@@noDefender@@"; exit 1 }
        Save-Text (Join-Path $Out "defender-machines-$skip.json") $answer.Content
        if (@(($answer.Content | ConvertFrom-Json).value).Count -lt 10000) { break }
    }
} else {
    if (-not (Get-Command Invoke-MgGraphRequest -ErrorAction SilentlyContinue)) { Write-Host "@@noModule@@ Microsoft.Graph.Authentication"; exit 2 }
    if ($null -eq (Get-MgContext)) { Write-Host "@@notSignedIn@@ Connect-MgGraph -Scopes ThreatHunting.Read.All"; exit 2 }
    Write-Host "@@defender@@"
    $query = [IO.File]::ReadAllText((Join-Path (Join-Path $PSScriptRoot 'queries') 'device-info.kql'))
    $body = @{ Query = $query } | ConvertTo-Json
    try {
        $answer = Invoke-MgGraphRequest -Method POST -Uri 'https://graph.microsoft.com/v1.0/security/runHuntingQuery' -Body $body -ContentType 'application/json' -OutputType Json
    } catch {
        Write-Host "@@noDefender@@"
        Write-Host $_.Exception.Message
        exit 1
    }
    Save-Text (Join-Path $Out 'device-info.json') $answer
}
Write-Host "@@done@@: $Out"

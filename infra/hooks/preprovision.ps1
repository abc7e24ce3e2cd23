# Runs before azd provisions anything: an app without a configuration that works is of no use, and is billed.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '../..')

if (-not (Test-Path -LiteralPath 'alerts.yaml' -PathType Leaf)) {
    [Console]::Error.WriteLine('Nothing is provisioned: alerts.yaml is missing. Copy alerts.sample.yaml to alerts.yaml and edit it.')
    exit 1
}

# The variables in SECRET_SETTINGS come from the key vault.
dotnet run --project src/NewsAlerts.Local -- check "--elsewhere=$env:SECRET_SETTINGS"
if ($LASTEXITCODE -ne 0) {
    [Console]::Error.WriteLine('Nothing is provisioned: alerts.yaml has the errors above. Mend them, then run azd again.')
    exit 1
}

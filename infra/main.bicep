// Everything that the service needs on Azure, in a resource group of its own: azd up.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('The name of the azd environment: it is part of the resource group\'s name, and of the hash in all other names.')
param environmentName string

@minLength(1)
@description('Where everything is. The region must offer Flex Consumption.')
@metadata({ azd: { type: 'location' } })
param location string

@description('Who deploys. May read and write the documents, queues and secrets; empty for nobody.')
param principalId string = ''

@allowed(['User', 'ServicePrincipal'])
@description('What kind of principal deploys.')
param principalType string = 'User'

@description('When feeds that are due are looked for: an NCRONTAB expression with seconds, in UTC.')
param pollSchedule string = '0 * * * * *'

@allowed(['512', '2048', '4096'])
@description('The memory of an instance, in MB.')
param instanceMemoryMB string = '2048'

@description('The most instances that run at once: 40 to 1000.')
param maximumInstances string = '40'

@description('''
Instances that are kept running and are billed for it, with commas between them: http:1 for pages, health and hubs; or a function's
name, such as SendAlerts:1. Empty for none: then the first request or message after a quiet time waits for a cold start.
''')
param alwaysReady string = ''

@allowed(['RollingUpdate', 'Recreate'])
@description('How a deployment reaches running instances: in batches that end their work first, or all at once, which breaks work off.')
param siteUpdateStrategy string = 'RollingUpdate'

@description('The variables of alerts.yaml that the key vault holds, with commas between them: SMTP_PASSWORD is the secret SMTP-PASSWORD.')
param vaultSettings string = ''

@allowed(['true', 'false'])
@description('''
Whether nobody, not even an owner, can remove the key vault for good before the 90 days after its deletion are over. It cannot be turned off
again. With it, azd up after azd down fails in the same environment until then, unless the deleted vault is recovered first, since the
vault's name stays taken; without it, azd down --purge frees the name.
''')
param purgeProtection string = 'false'

@description('The share of the app\'s own traces that is kept, from 0 to 1, each as a whole. Logs and metrics are always kept.')
param traceSamplingRatio string = '1'

@description('How many traces a second the Functions host keeps of its own, for each instance. It traces each look into an empty queue.')
param hostTracesPerSecond string = '0.1'

@description('Who gets an email when messages were given up or a configuration is refused; empty for nobody.')
param operatorEmail string = ''

var abbrs = loadJsonContent('./abbreviations.json')
var resourceToken = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource rg 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: '${abbrs.resourcesResourceGroups}${environmentName}'
  location: location
  tags: tags
}

module identity './modules/identity.bicep' = {
  name: 'identity'
  scope: rg
  params: {
    name: '${abbrs.managedIdentityUserAssignedIdentities}${resourceToken}'
    location: location
    tags: tags
  }
}

module monitoring './modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: rg
  params: {
    workspaceName: '${abbrs.operationalInsightsWorkspaces}${resourceToken}'
    applicationInsightsName: '${abbrs.insightsComponents}${resourceToken}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
  }
}

module storage './modules/storage.bicep' = {
  name: 'storage'
  scope: rg
  params: {
    name: '${abbrs.storageStorageAccounts}${resourceToken}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    principalId: principalId
    principalType: principalType
  }
}

module secrets './modules/secrets.bicep' = {
  name: 'secrets'
  scope: rg
  params: {
    name: '${abbrs.keyVaultVaults}${resourceToken}'
    location: location
    tags: tags
    appPrincipalId: identity.outputs.principalId
    principalId: principalId
    principalType: principalType
    purgeProtection: purgeProtection == 'true'
  }
}

module app './modules/app.bicep' = {
  name: 'app'
  scope: rg
  params: {
    name: '${abbrs.webSitesFunctions}${resourceToken}'
    planName: '${abbrs.webServerFarms}${resourceToken}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    queueEndpoint: storage.outputs.queueEndpoint
    packageContainerUrl: storage.outputs.packageContainerUrl
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    keyVaultName: secrets.outputs.name
    vaultSettings: empty(vaultSettings) ? [] : split(vaultSettings, ',')
    pollSchedule: pollSchedule
    instanceMemoryMB: int(instanceMemoryMB)
    maximumInstances: int(maximumInstances)
    alwaysReady: empty(alwaysReady) ? [] : split(alwaysReady, ',')
    siteUpdateStrategy: siteUpdateStrategy
    traceSamplingRatio: traceSamplingRatio
    hostTracesPerSecond: hostTracesPerSecond
  }
}

module alerting './modules/alerting.bicep' = {
  name: 'alerting'
  scope: rg
  params: {
    actionGroupName: '${abbrs.insightsActionGroups}${resourceToken}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    operatorEmail: operatorEmail
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = rg.name
output AZURE_FUNCTION_NAME string = app.outputs.name
output AZURE_STORAGE_ACCOUNT string = storage.outputs.name
output AZURE_KEY_VAULT_NAME string = secrets.outputs.name
output APPLICATIONINSIGHTS_NAME string = monitoring.outputs.applicationInsightsName

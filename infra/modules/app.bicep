// The Functions app, on Flex Consumption.
param name string
param planName string
param location string
param tags object
param identityId string
param identityClientId string
param storageName string
param queueEndpoint string
param packageContainerUrl string
param applicationInsightsConnectionString string
param keyVaultName string
param vaultSettings string[]
param pollSchedule string
param instanceMemoryMB int
param maximumInstances int
param alwaysReady string[]
param siteUpdateStrategy string
param traceSamplingRatio string
param hostTracesPerSecond string

// A key vault's names have no underscores.
var secretReferences = toObject(
  vaultSettings,
  setting => trim(setting),
  setting => '@Microsoft.KeyVault(VaultName=${keyVaultName};SecretName=${replace(trim(setting), '_', '-')})'
)

// What is triggered by requests is one group; each other function has instances of its own.
var alwaysReadyInstances = map(alwaysReady, entry => {
  name: trim(split(entry, ':')[0]) == 'http' ? 'http' : 'function:${trim(split(entry, ':')[0])}'
  instanceCount: int(trim(split(entry, ':')[1]))
})

var settings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AlertsStorage__queueServiceUri: queueEndpoint
  AlertsStorage__credential: 'managedidentity'
  AlertsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'

  // The host's sampler, and the app's.
  OTEL_TRACES_SAMPLER: 'microsoft.rate_limited'
  OTEL_TRACES_SAMPLER_ARG: hostTracesPerSecond
  TRACE_SAMPLING_RATIO: traceSamplingRatio
  POLL_SCHEDULE: pollSchedule

  // Our own pages live at the root.
  AzureWebJobsDisableHomepage: 'true'
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'alerts' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReadyInstances
      }

      // The service takes it since 2023-12-01; the compiler's types do not have it yet.
      #disable-next-line BCP037
      siteUpdateStrategy: {
        type: siteUpdateStrategy
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, secretReferences)
  }
}

output name string = app.name

// Tells the operator when something waits for a person.
param actionGroupName string
param location string
param tags object
param workspaceId string
param operatorEmail string

var rules = [
  {
    name: 'messages-given-up'
    description: 'Messages or deliveries failed for good. They are kept in poison/; find the cause, then: alerts replay.'
    query: 'AppTraces | where SeverityLevel >= 3 and Message has "is kept as poison"'
  }
  {
    name: 'configuration-refused'
    description: 'config/alerts.yaml has mistakes, and the last one without goes on. The log names each mistake.'
    query: 'AppTraces | where SeverityLevel >= 3 and Message has "is refused, and what held before goes on"'
  }
]

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(operatorEmail)) {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'newsalerts'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: operatorEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alertRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: rule.name
    location: location
    tags: tags
    properties: {
      displayName: rule.name
      description: rule.description
      severity: 2
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      // A new workspace has no such tables before the first telemetry.
      skipQueryValidation: true
      autoMitigate: true
      actions: {
        actionGroups: empty(operatorEmail) ? [] : [operators.id]
      }
    }
  }
]

namespace NewsAlerts.Rules;

internal static class QueryParser;

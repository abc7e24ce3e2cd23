namespace NewsAlerts.Alerts;

internal static class AlertId;

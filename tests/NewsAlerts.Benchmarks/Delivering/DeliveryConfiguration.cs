using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NewsAlerts.Benchmarks.Delivering;

/// <summary>The alerts.yaml of the cast: every webhook is told of every item, each mailbox of one.</summary>
internal static class DeliveryConfiguration
{
    /// <summary>The configuration.</summary>
    /// <param name="web">Where the feed and the webhooks are, without a slash at the end.</param>
    /// <param name="mailPort">Where the mail server listens.</param>
    /// <param name="key">What signs the webhooks.</param>
    /// <param name="items">How many items there will be.</param>
    public static string Of(string web, int mailPort, byte[] key, int items)
    {
        var yaml = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $$"""
            settings:
              contact: ops@example.org
              group: 0s
              allowPrivate: [127.0.0.1]
              smtp: { host: 127.0.0.1, port: {{mailPort}}, security: none, from: alerts@example.org }
            feeds:
              - { url: "{{web}}/wire", every: 1s }
            destinations:

            """));
        foreach (var cast in Cast.Webhooks)
        {
            var address = cast.Behaviour == Behaviour.Absent ? $"http://127.0.0.1:{FreePort()}" : web;
            foreach (var name in cast.Names)
            {
                yaml.Append(
                    CultureInfo.InvariantCulture,
                    $"  - {{ name: {name}, type: webhook, url: \"{address}/{name}\", secret: \"whsec_{Convert.ToBase64String(key)}\" }}\n");
            }
        }

        foreach (var name in Cast.Mailboxes.SelectMany(cast => cast.Names))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ name: {name}, type: email, to: {MailServer.AddressOf(name)} }}\n");
        }

        yaml.Append("rules:\n");
        AddRule("All", "report", Cast.Webhooks.SelectMany(cast => cast.Names));
        var mailboxes = Cast.Expected(items).Where(alert => Cast.Mailboxes.Contains(Cast.Of(alert.Destination)));
        foreach (var topic in mailboxes.GroupBy(alert => alert.Item, alert => alert.Destination))
        {
            AddRule($"Topic {topic.Key}", $"topic{topic.Key}", topic);
        }

        return yaml.ToString();

        void AddRule(string name, string query, IEnumerable<string> destinations) =>
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ name: {name}, when: {query}, notify: [{string.Join(", ", destinations)}] }}\n");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

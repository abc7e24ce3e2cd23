using System.Collections.Frozen;
using NewsAlerts.Http;

namespace NewsAlerts.Items;

/// <summary>
/// One form for the links that lead to the same article, by which the same news in several feeds is recognised. It is
/// for comparing, never for opening, and is stored for months: its rules are guarded by tests.
/// </summary>
internal static class CanonicalLink
{
    // Parameters that say where a reader came from, by who sets them. "at_" is the BBC's family, "ns_" Comscore's.
    private static readonly string[] TrackingPrefixes = ["utm_", "at_", "ns_", "mtm_", "pk_", "hsa_"];

    private static readonly FrozenSet<string> Tracking = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid",
        "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "cmp", "cmpid", "wt.mc_id", "wt_zmc", "xtor", "ocid", "smid",
        "smtyp", "ref_src", "traffic_source", "__twitter_impression", "guccounter", "guce_referrer");

    /// <summary>
    /// The canonical form: https for http, scheme and host in lower case, no default port, no fragment, no tracking
    /// parameters; the other parameters stay in their order. <c>www.</c> and a closing slash stay as they are, because
    /// without them some sites answer with another page. Null where the link is no absolute http or https URL.
    /// </summary>
    public static string? Of(string link)
    {
        if (!Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) || !WebAddress.IsWeb(uri))
        {
            return null;
        }

        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var userInfo = uri.UserInfo.Length == 0 ? "" : uri.UserInfo + "@";
        return $"https://{userInfo}{uri.IdnHost.ToLowerInvariant()}{port}{uri.AbsolutePath}{Query(uri)}";
    }

    private static string Query(Uri uri)
    {
        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !IsTracking(parameter.Split('=')[0]));
        var query = string.Join('&', kept);
        return query.Length == 0 ? "" : "?" + query;
    }

    private static bool IsTracking(string name) =>
        Tracking.Contains(name)
        || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}

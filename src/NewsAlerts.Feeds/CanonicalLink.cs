using System.Collections.Frozen;

namespace NewsAlerts.Feeds;

/// <summary>
/// One form for the links that lead to the same article, by which the same news in several feeds is recognised. It is
/// for comparing, never for opening, and is stored for months: its rules are guarded by tests.
/// </summary>
public static class CanonicalLink
{
    // Parameters that say where a reader came from, by who sets them. "at_" is the BBC's family, "ns_" Comscore's.
    private static readonly string[] TrackingPrefixes =
        ["utm_", "at_", "ns_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "__hs", "oly_", "vero_", "fb_", "guce_", "gad_", "stm_"];

    private static readonly FrozenSet<string> Tracking = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid", "igshid", "igsh",
        "li_fat_id", "rdt_cid", "srsltid", "epik", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "hsctatracking", "mkt_tok", "_openstat",
        "_ga", "_gl", "guccounter", "cmp", "cmpid", "s_cid", "icid", "intcid", "ncid", "ftag", "wt.mc_id", "wt_mc",
        "wt_mc_id", "wt_zmc", "xtor",
        "ocid", "cvid", "smid", "smtyp", "ref_src", "ref_url", "traffic_source", "__twitter_impression", "soc_src", "soc_trk",
        "tsrc", ".tsrc", "sr_share", "sref", "srnd", "wprss", "emc", "ito", "feedtype", "feedname", "spm", "trk", "trkcampaign",
        "ck_subscriber_id");

    // These say it in some places and something else in others: they count where their value is "rss" or begins so.
    private static readonly FrozenSet<string> TrackingIfRss = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "source", "src", "ref", "referrer", "referer", "from", "via", "partner", "mod", "cid", "xid", "medium", "campaign", "origin");

    /// <summary>
    /// The canonical form: the target of a redirector that states it; https for http, scheme and host in lower case, no
    /// default port, no fragment, no tracking parameters; the other parameters stay in their order. <c>www.</c> and a closing
    /// slash stay as they are, because without them some sites answer with another page. Null where the link is no absolute
    /// http or https URL.
    /// </summary>
    public static string? Of(string link)
    {
        if (!Uri.TryCreate(link.Trim(), UriKind.Absolute, out var stated) || !WebAddress.IsWeb(stated))
        {
            return null;
        }

        var uri = Redirectors.TargetOf(stated);
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        var userInfo = uri.UserInfo.Length == 0 ? "" : uri.UserInfo + "@";
        return $"https://{userInfo}{uri.IdnHost.ToLowerInvariant()}{port}{uri.AbsolutePath}{Query(uri)}";
    }

    private static string Query(Uri uri)
    {
        if (uri.Query.Length == 0)
        {
            return "";
        }

        var isMedium = uri.Host is "medium.com" || uri.Host.EndsWith(".medium.com", StringComparison.OrdinalIgnoreCase);
        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !IsTracking(parameter, isMedium));
        var query = string.Join('&', kept);
        return query.Length == 0 ? "" : "?" + query;
    }

    private static bool IsTracking(string parameter, bool isMedium)
    {
        var equals = parameter.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? (parameter, "") : (parameter[..equals], parameter[(equals + 1)..]);
        return Tracking.Contains(name)
            || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || (value.StartsWith("rss", StringComparison.OrdinalIgnoreCase) && TrackingIfRss.Contains(name))
            || (isMedium && name.Equals("source", StringComparison.OrdinalIgnoreCase));
    }
}

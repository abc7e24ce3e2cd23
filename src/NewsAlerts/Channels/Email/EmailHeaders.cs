namespace NewsAlerts.Channels.Email;

/// <summary>The headers of an email beside From, To, Date, Subject and those of its parts.</summary>
internal static class EmailHeaders
{
    /// <summary>A line has 998 characters at the most (RFC 5322 §2.1.1), and an address is not folded; the foot has it too.</summary>
    private const int LongestAddress = 950;

    /// <summary>
    /// The email's own id, that no person wrote it (RFC 3834 §5), which list it belongs to (RFC 2919), and where a mail
    /// program can end it: a page (RFC 2369 §3.2) and, by one request, the act (RFC 8058 §3.1, which wants https).
    /// </summary>
    /// <param name="destination">Whom it is for.</param>
    /// <param name="delivery">What it tells.</param>
    /// <param name="host">The host of the sender's address, in ASCII.</param>
    public static IEnumerable<(string Name, string Value)> Of(Destination destination, OutgoingMessage delivery, string host)
    {
        yield return ("Message-ID", $"<{delivery.Id}@{host}>");
        yield return ("Auto-Submitted", "auto-generated");
        if (ListId.Of(destination, host) is { } list)
        {
            yield return ("List-Id", $"<{list}>");
        }

        if (delivery.Links is { Unsubscribe: { AbsoluteUri.Length: <= LongestAddress } unsubscribe })
        {
            yield return ("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
            if (unsubscribe.Scheme == Uri.UriSchemeHttps)
            {
                yield return ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
    }
}

namespace NewsAlerts.Yaml.Values;

/// <summary>The address under which the internet reaches the service.</summary>
internal static class PublicUrl
{
    /// <summary>Why the text cannot be it; null where it can.</summary>
    public static Problem? Check(string text)
    {
        if (WebAddressText.Check(text) is { } problem)
        {
            return problem;
        }

        var address = new Uri(text);
        if (address.Query.Length + address.Fragment.Length > 0)
        {
            return new Problem("has a query or a fragment: it is the beginning of an address", Normalise(address.GetLeftPart(UriPartial.Path)));
        }

        // What only this machine can reach needs no protection on its way.
        return address.Scheme == Uri.UriSchemeHttps || WebAddressText.IsPrivate(text)
            ? null
            : new Problem("is not protected: it starts with https://", $"https://{address.Authority}{address.AbsolutePath.TrimEnd('/')}");
    }

    /// <summary>The address without a slash at its end, so that a path can follow.</summary>
    public static string Normalise(string text) => text.TrimEnd('/');
}

namespace NewsAlerts.Local.Demo.Sites;

/// <summary>Writes a site's feed in one format.</summary>
internal interface IDemoFormat
{
    /// <summary>What people call the format.</summary>
    string Name { get; }

    /// <summary>The media type that it is served as.</summary>
    string MediaType { get; }

    /// <summary>Writes the feed, in the site's encoding.</summary>
    byte[] Write(FrontPage page);
}

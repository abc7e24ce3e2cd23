namespace NewsAlerts.Configuration;

/// <summary>The address under which the internet reaches the endpoints of this process, so that hubs may be told to call them.</summary>
internal sealed class PublicSite(CurrentConfiguration configuration)
{
    private volatile bool _isOpen;

    /// <summary>The configured address, without a slash at its end; null where there is none, or this process serves nothing.</summary>
    public string? Address => _isOpen ? configuration.Snapshot.Configuration.Settings.PublicUrl : null;

    /// <summary>Says that this process serves the endpoints from now on: others may be told to call us.</summary>
    public void Open() => _isOpen = true;
}

namespace NewsAlerts.HostTests.Support;

/// <summary>Where an installation keeps everything.</summary>
public enum Place
{
    /// <summary>In its data folder.</summary>
    Files,

    /// <summary>In a storage account, which is one of Azurite.</summary>
    Azure,
}

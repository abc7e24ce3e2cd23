namespace NewsAlerts.HostTests.Support;

/// <summary>Where an installation keeps everything, and which host works there.</summary>
public enum Place
{
    /// <summary>In its data folder.</summary>
    Files,

    /// <summary>In a storage account, which is one of Azurite.</summary>
    Azure,

    /// <summary>In a storage account, too, and the Functions app works on it in the place of the local program.</summary>
    Functions,
}

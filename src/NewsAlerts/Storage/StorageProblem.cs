namespace NewsAlerts.Storage;

/// <summary>What can be wrong with the storage, as codes for programs. They never change.</summary>
public static class StorageProblem
{
    /// <summary>The setting that names the storage is missing or cannot be read.</summary>
    public const string Setting = "storage.setting";

    /// <summary>It cannot be reached: its name does not exist, or nothing answers there.</summary>
    public const string Unreachable = "storage.unreachable";

    /// <summary>It does not know us: the key, the signature or the identity is wrong.</summary>
    public const string Identity = "storage.identity";

    /// <summary>It knows us, and does not let us: a role or a permission is missing.</summary>
    public const string Permission = "storage.permission";

    /// <summary>Its network rules do not let us in.</summary>
    public const string Network = "storage.network";

    /// <summary>It is turned off.</summary>
    public const string Disabled = "storage.disabled";

    /// <summary>It has more to do than it may, or is being changed: it is there again soon.</summary>
    public const string Busy = "storage.busy";

    /// <summary>There is no room left in it.</summary>
    public const string Full = "storage.full";

    /// <summary>It does not do what was asked of it, for a reason that no repetition mends.</summary>
    public const string Refused = "storage.refused";
}

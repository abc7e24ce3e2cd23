namespace NewsAlerts.Names.People;

/// <summary>What the words beside a family name say about it.</summary>
internal enum NameVerdict
{
    /// <summary>It is no name of a person, or of one who is not known.</summary>
    Nobody,

    /// <summary>It is somebody else's: another given name stands beside it.</summary>
    Another,

    /// <summary>It stands alone.</summary>
    Alone,

    /// <summary>It is the person's: the given name, its initial or an office stands beside it.</summary>
    Person,
}

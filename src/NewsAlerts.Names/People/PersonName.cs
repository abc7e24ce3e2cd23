namespace NewsAlerts.Names.People;

/// <summary>A person's name in its parts.</summary>
/// <param name="Given">The given names and initials, as written; none for a single name.</param>
/// <param name="Family">The words of the family name that are always there.</param>
/// <param name="HasArticle">Whether an Arabic article, which is left out of the family name, stood before it.</param>
/// <param name="IsFamilyFirst">Whether the family name comes first where the person comes from.</param>
internal sealed record PersonName(
    IReadOnlyList<string> Given,
    IReadOnlyList<string> Family,
    bool IsFamilyFirst,
    bool HasArticle = false);

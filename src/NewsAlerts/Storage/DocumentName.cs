namespace NewsAlerts.Storage;

/// <summary>What a document may be called, in every store.</summary>
internal static class DocumentName
{
    /// <summary>Refuses a name that is not segments of <c>a-z 0-9 . _ -</c>, none of them hidden, joined by slashes.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Check(string name)
    {
        var valid = name.Length > 0
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-' or '/')
            && name.Split('/').All(segment => segment.Length > 0 && segment[0] != '.');
        if (!valid)
        {
            throw new ArgumentException($"'{name}' is not a document name: a-z 0-9 . _ - and slashes", nameof(name));
        }
    }
}

namespace NewsAlerts.Storage;

/// <summary>How many bytes texts take in JSON, at the most.</summary>
internal static class JsonSize
{
    /// <summary>A text with its quotes and a comma: what is not ASCII, or not safe in HTML, is written in six bytes.</summary>
    public static int Of(string? text) => 3 + (text?.Sum(c => char.IsAsciiLetterOrDigit(c) || c == ' ' ? 1 : 6) ?? 0);
}

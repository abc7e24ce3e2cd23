using System.Buffers;

namespace NewsAlerts.Feeds.Markup;

/// <summary>The characters that divide the inside of a tag.</summary>
internal static class MarkupCharacters
{
    /// <summary>What ends the name of an element.</summary>
    public static readonly SearchValues<char> ElementNameEnd = SearchValues.Create(" \t\r\n\f/");

    /// <summary>What stands between attributes.</summary>
    public static readonly SearchValues<char> Between = SearchValues.Create(" \t\r\n\f/");

    /// <summary>What ends the name of an attribute.</summary>
    public static readonly SearchValues<char> AttributeNameEnd = SearchValues.Create(" \t\r\n\f=");

    /// <summary>What ends a value without quotes.</summary>
    public static readonly SearchValues<char> BareValueEnd = SearchValues.Create(" \t\r\n\f");
}

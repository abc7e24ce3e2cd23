using System.Collections.Specialized;
using System.Text;
using System.Web;

namespace NewsAlerts.Web.Pages;

/// <summary>Names and values, as queries and HTML forms carry them (URL Standard §5).</summary>
public sealed class FormValues
{
    /// <summary>The media type of a form's body.</summary>
    public const string MediaType = "application/x-www-form-urlencoded";

    private readonly NameValueCollection _values;

    private FormValues(NameValueCollection values) => _values = values;

    /// <summary>No values.</summary>
    public static FormValues None { get; } = new([]);

    /// <summary>The first value of a name; null where there is none.</summary>
    public string? this[string name] => _values.GetValues(name)?.FirstOrDefault();

    /// <summary>Reads a query, with or without its question mark.</summary>
    public static FormValues Parse(string text) => new(HttpUtility.ParseQueryString(text));

    /// <summary>Reads the body of a form.</summary>
    public static FormValues Parse(ReadOnlySpan<byte> body) => Parse(Encoding.UTF8.GetString(body));
}

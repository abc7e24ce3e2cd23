using NewsAlerts.Feeds.Markup;
using NewsAlerts.Feeds.Text;

namespace NewsAlerts.Feeds.Formats;

/// <summary>A person construct of Atom (RFC 4287 §3.2).</summary>
internal static class AtomPerson
{
    /// <summary>The name, or the address or page where there is no name; null where there is neither.</summary>
    public static string? NameOf(MarkupElement person)
    {
        string? address = null;
        foreach (var child in person.Children)
        {
            var text = child.Name is "name" or "email" or "uri" or "url" ? PlainText.OfTitle(child) : null;
            if (child.Name == "name" && text is not null)
            {
                return text;
            }

            address ??= text;
        }

        // A name without an element of its own may be a link.
        return address ?? Person.NameOf(person.Children.Count > 0 ? PlainText.OfHtml(person.Inner) : person.Text);
    }
}

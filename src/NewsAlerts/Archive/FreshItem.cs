namespace NewsAlerts.Archive;

/// <summary>An item that its feed had never shown.</summary>
/// <param name="Index">Its place among the feed's items, from 0.</param>
/// <param name="LinkIsShared">
/// Whether the feed has shown its link before with another item of another title: such a link is a page of the latest
/// news, and tells no article.
/// </param>
internal readonly record struct FreshItem(int Index, bool LinkIsShared);

namespace NewsAlerts.Feeds.Markup;

/// <summary>A resolved name.</summary>
/// <param name="Vocabulary">What its prefix stands for.</param>
/// <param name="Local">The name without its prefix, in lower case: feeds disagree on <c>pubDate</c> and <c>pubdate</c>.</param>
internal readonly record struct MarkupName(Vocabulary Vocabulary, string Local);

using NewsAlerts.Messages.Texts;

namespace NewsAlerts.Messages;

/// <summary>The one line that tells what a message holds: an email's subject, a chat's notification.</summary>
internal static class SubjectLine
{
    private const int TitleLimit = 120;
    private const int RuleLimit = 60;
    private const int MostRules = 3;

    /// <summary>
    /// The first alert's rule and headline, and how many more there are; of a digest, what it is and which rules it is for.
    /// </summary>
    public static string Of(MessageText message)
    {
        var language = message.Language;
        return message.Title is { } title
            ? language.Labelled(title, RulesOf(message))
            : language.Labelled(Cut(message.Alerts[0].RuleName), HeadlineOf(message.Alerts, language));
    }

    private static string HeadlineOf(IReadOnlyList<AlertText> alerts, Language language)
    {
        var title = Graphemes.Cut(alerts[0].Title.Text, TitleLimit);
        return alerts.Count == 1 ? title : $"{title} ({language.AndMore(alerts.Count - 1)})";
    }

    private static string RulesOf(MessageText message)
    {
        var names = message.Groups.Select(group => Cut(group.Key)).ToList();
        var shown = string.Join(", ", names.Take(MostRules));
        return names.Count <= MostRules ? shown : $"{shown} ({message.Language.AndMoreRules(names.Count - MostRules)})";
    }

    private static string Cut(string rule) => Graphemes.Cut(rule, RuleLimit);
}

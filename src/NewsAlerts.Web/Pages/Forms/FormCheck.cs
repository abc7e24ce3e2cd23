using System.Security.Cryptography;
using NewsAlerts.Configuration;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Subscriptions;
using NewsAlerts.Web.Pages.Texts;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;
using NodaTime;

namespace NewsAlerts.Web.Pages.Forms;

/// <summary>Checks what somebody has entered, all of it at once.</summary>
/// <param name="offer">What may be subscribed to.</param>
/// <param name="settings">What holds where nothing is said.</param>
/// <param name="texts">The language of the messages.</param>
/// <param name="isOfProgram">Whether a schedule is one field, with words that a program writes; a page has fields for its parts.</param>
internal sealed class FormCheck(SubscriptionOffer offer, Settings settings, PageTexts texts, bool isOfProgram = false)
{
    /// <summary>The longest query, in UTF-16 units.</summary>
    public const int LongestQuery = 500;

    // What is in no form comes first.
    private static readonly string[] FieldsInOrder = ["query", "rule", "send", "time", "timeZone", "address", "language"];

    private const string DefaultSend = "immediate";

    /// <summary>Checks a request of a program.</summary>
    public CheckedForm Request(JsonForm json)
    {
        var check = Request(json.Form);
        var unread = json.Mistakes.Select(mistake => mistake.Field).ToHashSet();
        return json.Mistakes.Count == 0 ? check : check with
        {
            Subscription = null,
            Mistakes = InOrder(json.Mistakes.Concat(check.Mistakes.Where(mistake => !unread.Contains(mistake.Field)))),
        };
    }

    /// <summary>Checks a request of somebody whose address is entered.</summary>
    public CheckedForm Request(SubscriptionForm form)
    {
        var address = Address(form.Address);
        var content = Content(form, id: Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        return content with
        {
            Address = address.Address,
            Subscription = address.Address is null ? null : content.Subscription,
            Mistakes = InOrder(content.Mistakes.Concat(address.Mistakes)),
        };
    }

    /// <summary>Checks an address alone.</summary>
    public CheckedForm Address(string? entered)
    {
        var address = entered?.Trim() ?? "";
        var isUtf8 = settings.Smtp is { Utf8: true };
        FormMistake? mistake = address.Length == 0 ? new("address", texts.AddressIsMissing)
            : ReaderAddress.Check(address, isUtf8) is { } problem
                ? new("address", EmailAddress.CheckDomain(address) is null ? texts.AddressIsWrong : texts.DomainIsWrong)
                {
                    Suggestion = problem.Suggestion,
                }
            : null;
        return mistake is null
            ? new CheckedForm { Language = texts.Tag, Address = address }
            : new CheckedForm { Language = texts.Tag, Mistakes = [mistake] };
    }

    /// <summary>Checks what is to be subscribed: of a new subscription, or of one that there is, by its id.</summary>
    public CheckedForm Content(SubscriptionForm form, string id)
    {
        var mistakes = new List<FormMistake>();
        var query = form.Rule is null ? form.Query?.Trim() ?? "" : null;
        var send = string.IsNullOrWhiteSpace(form.Send) ? DefaultSend : form.Send.Trim();
        var timeZone = string.IsNullOrWhiteSpace(form.TimeZone) ? settings.TimeZone : ZoneOf(form.TimeZone.Trim());
        var language = string.IsNullOrWhiteSpace(form.Language) ? texts : PageLanguages.Find(form.Language.Trim());
        mistakes.AddRange(query is null ? CheckRule(form.Rule ?? "") : CheckQuery(query));
        if (ScheduleText.Check(send) is { } wrong)
        {
            var isOfTime = !isOfProgram && send.Split(' ')[0] is "daily" or "weekly";
            var message = isOfProgram ? $"{texts.SendIsWrong}: immediate, hourly, daily 08:00, weekly mon 08:00" : texts.SendIsWrong;
            mistakes.Add(new FormMistake(isOfTime ? "time" : "send", isOfTime ? texts.TimeIsWrong : message) { Suggestion = wrong.Suggestion });
        }

        if (TimeZoneText.Check(timeZone, NearestWord.Of) is { } noZone)
        {
            var message = isOfProgram ? $"{texts.TimeZoneIsWrong} ({TimeZoneText.List})" : texts.TimeZoneIsWrong;
            mistakes.Add(new FormMistake("timeZone", message) { Suggestion = noZone.Suggestion });
        }

        if (language is null)
        {
            var tags = string.Join(", ", PageLanguages.All.Select(one => one.Tag));
            mistakes.Add(new FormMistake("language", isOfProgram ? $"{texts.LanguageIsWrong}: {tags}" : texts.LanguageIsWrong));
        }

        return new CheckedForm
        {
            Language = (language ?? texts).Tag,
            Mistakes = mistakes,
            Hints = query is null || mistakes.Count > 0 || form.Meant?.Trim() == query ? [] : [.. QueryHints.Of(Readable(query)).Select(hint => At(query, hint) with { IsDoubt = true })],
            Subscription = mistakes.Count > 0 ? null : new Subscription
            {
                Id = id,
                Query = query is null ? null : Readable(query),
                Rule = form.Rule,
                Send = send,
                TimeZone = timeZone,
            },
        };
    }

    private static IReadOnlyList<FormMistake> InOrder(IEnumerable<FormMistake> mistakes) =>
        [.. mistakes.OrderBy(mistake => Array.IndexOf(FieldsInOrder, mistake.Field))];

    private IEnumerable<FormMistake> CheckRule(string rule) =>
        offer.Rules.Contains(rule) ? [] : [new FormMistake("rule", texts.RuleIsMissing) { Suggestion = NearestWord.Of(rule, offer.Rules) }];

    private IEnumerable<FormMistake> CheckQuery(string query)
    {
        if (!offer.Queries)
        {
            return [new FormMistake("rule", texts.RuleIsMissing)];
        }

        if (query.Length is 0 or > LongestQuery)
        {
            return [new FormMistake("query", query.Length == 0 ? texts.QueryIsMissing : texts.QueryIsTooLong(LongestQuery))];
        }

        return QueryParser.Parse(Readable(query)).Mistake is { } mistake ? [At(query, mistake)] : [];
    }

    private static FormMistake At(string query, QueryMistake mistake)
    {
        var (line, column) = new SourceText("", query).Position(mistake.Start);
        return new FormMistake("query", mistake.Message)
        {
            Line = line,
            Column = column,
            Length = mistake.Length,
            Start = mistake.Start,
            Suggestion = mistake.Suggestion,
        };
    }

    /// <summary>The zone of that name, in whichever case, or of that city; the text itself where there is none.</summary>
    private static string ZoneOf(string text)
    {
        var name = text.Replace(' ', '_');
        return DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? TimeZoneGuess.OfCity(name)
            ?? text;
    }

    // Of the same length, so that a mistake's place is that in what was entered.
    private static string Readable(string text) => new([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);
}

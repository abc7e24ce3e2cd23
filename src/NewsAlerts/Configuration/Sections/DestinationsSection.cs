using NewsAlerts.Channels;
using NewsAlerts.Configuration.Values;
using NewsAlerts.Yaml;
using NewsAlerts.Yaml.Values;

namespace NewsAlerts.Configuration.Sections;

/// <summary>The key <c>destinations</c>.</summary>
internal sealed class DestinationsSection(MistakeList mistakes)
{
    private const string Email = "email";
    private const string Webhook = "webhook";

    /// <summary>What <c>type</c> may be.</summary>
    public static readonly Choice<string> Types = new(
        new[] { Webhook, "slack", "teams", "discord", Email }.ToDictionary(type => type));

    private readonly Dictionary<string, TextValue> _unused = new(StringComparer.Ordinal);

    /// <summary>The names, those of wrong destinations too.</summary>
    public UniqueTexts Names { get; } = new(mistakes);

    public IReadOnlyList<Destination> Read(IReadOnlyList<MappingReader> entries, Settings settings)
    {
        var destinations = new List<Destination>(entries.Count);
        foreach (var entry in entries)
        {
            if (Read(entry, settings) is { } destination)
            {
                destinations.Add(destination);
            }
        }

        return destinations;
    }

    public Destination? Read(MappingReader destination, Settings settings)
    {
        var name = destination.Required("name", CheckName);
        var type = destination.Required("type", Types.Check);
        var url = destination.Text("url", WebAddressText.Check, isSecret: true);
        var secrets = destination.OneOrMore("secret", SigningSecret.Check, isSecret: true);
        var to = destination.Text("to", settings.Smtp is { Utf8: true } ? EmailAddress.Check : EmailAddress.CheckAscii);
        var language = destination.Text("language", LanguageText.Check);
        var timing = TimingSection.Read(destination, type?.Value, settings);
        var template = TemplateSection.Read(destination);
        destination.RejectEmpty("secret", "'secret' holds no signing key");
        destination.RejectUnknownKeys();
        if (type is not null)
        {
            CheckKeysOf(type.Value, destination);
        }

        if (url is not null && IsRefused(url.Value, settings))
        {
            mistakes.Warn(url.Node.Start, url.Node.End, FeedsSection.PrivateHost);
        }
        else if (url is not null && IsReadableOnTheWay(url.Value, settings))
        {
            mistakes.Warn(url.Node.Start, url.Node.End, "http:// travels readable for everybody: use https://");
        }

        Names.Add(name);
        if (name is not null)
        {
            _unused.TryAdd(name.Value, name);
        }

        return name is null || type is null ? null : new Destination
        {
            Name = name.Value,
            Type = type.Value,
            Url = url?.ToSecret(),
            SigningKeys = [.. secrets.Select(secret => secret.ToSecret())],
            Template = template,
            To = to?.Value,
            Language = language is null ? settings.Language : LanguageText.Parse(language.Value),
            Timing = timing,
        };
    }

    /// <summary>Notes that somebody notifies a destination, and reports it where there is none of that name.</summary>
    public void Use(TextValue name)
    {
        _unused.Remove(name.Value);
        if (!Names.Contains(name.Value))
        {
            mistakes.AddUnknown(name, "there is no destination", Names.All);
        }
    }

    /// <summary>Warns of destinations that no rule notifies.</summary>
    public void WarnOfUnused()
    {
        foreach (var name in _unused.Values)
        {
            mistakes.Warn(name.Node.Start, name.Node.End, $"no rule notifies '{name.Node.Text}'");
        }
    }

    /// <summary>Warns where readers of emails are given no link by which to turn them down.</summary>
    public void WarnOfMissingLinks(IEnumerable<Destination> destinations, Settings settings)
    {
        string?[] missing = [settings.PublicUrl is null ? "publicUrl" : null, settings.SigningKeys.Count == 0 ? "signingKey" : null];
        if (!mistakes.Any && missing.Any(key => key is not null) && destinations.Any(destination => destination.Type == Email))
        {
            var keys = string.Join(" and no ", missing.Where(key => key is not null));
            mistakes.WarnOfFile($"no {keys} in the settings: emails have no link by which their reader can unsubscribe");
        }
    }

    private static void CheckKeysOf(string type, MappingReader destination)
    {
        var (needed, useless) = type == Email ? ("to", "url") : ("url", "to");
        if (!destination.Has(needed))
        {
            destination.Missing(needed);
        }

        destination.Reject(useless, $"'{useless}' means nothing for type {type}, which needs '{needed}'");
        if (type != Webhook)
        {
            destination.Reject("secret", $"'secret' means nothing for type {type}: only a webhook is signed");
            destination.Reject("template", $"'template' means nothing for type {type}: only a webhook's body has a shape to choose");
        }
    }

    private static Problem? CheckName(string name) => SubscriberName.IsOne(name)
        ? new Problem($"begins with '{Destination.SubscriberPrefix}', as the names of people who subscribe by themselves do")
        : null;

    private static bool IsRefused(string url, Settings settings) =>
        WebAddressText.IsPrivate(url) && !WebAddressText.IsOnOneOf(settings.AllowPrivate, url);

    private static bool IsReadableOnTheWay(string url, Settings settings) =>
        WebAddressText.IsReadableOnTheWay(url) && !WebAddressText.IsOnOneOf(settings.AllowPrivate, url);
}

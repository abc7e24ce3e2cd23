using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsAlerts.Channels.Webhook.Templates;

/// <summary>Says what is wrong with a template before any alert comes.</summary>
internal sealed partial class TemplateCheck
{
    private static readonly string[] Blocks = ["if", "unless", "each", "with"];
    private static readonly string[] Helpers = [.. Blocks, "lookup", "json"];

    private readonly List<TemplateFinding> _findings = [];
    private readonly Stack<(TemplateTag Tag, bool HasValue)> _open = new();
    private readonly HashSet<string> _blockNames = [];
    private readonly TemplateScope _scope;
    private readonly TemplateContent _content;

    private TemplateCheck(object? model, TemplateContent content) => (_scope, _content) = (new TemplateScope(model), content);

    /// <summary>The mistakes and warnings, in order.</summary>
    /// <param name="text">The template.</param>
    /// <param name="content">What it makes.</param>
    /// <param name="model">What it is given, with every name that there is.</param>
    public static IReadOnlyList<TemplateFinding> Of(string text, TemplateContent content, object? model)
    {
        var (tags, mistake) = TemplateTags.Read(text);
        if (mistake is not null)
        {
            return [mistake];
        }

        var check = new TemplateCheck(model, content);
        foreach (var tag in tags)
        {
            check.Read(tag);
        }

        foreach (var (tag, _) in check._open)
        {
            check.Refuse(tag, $"'{tag.Name}' is not closed: '{{{{/{tag.Name}}}}}' is missing");
        }

        if (check._findings.All(finding => finding.IsWarning))
        {
            check.Compile(text);
        }

        return [.. check._findings.OrderBy(finding => finding.Start)];
    }

    private void Read(TemplateTag tag)
    {
        if (tag.Sign == '>' || (tag.IsOpening && tag.Name is "*" or ">"))
        {
            Refuse(tag, "a template here takes in no other one");
        }
        else if (tag.Sign == '/')
        {
            Close(tag);
        }
        else if (tag.IsElse && _open.Count == 0)
        {
            Refuse(tag, "there is no block here that could have another part");
        }
        else if (tag.Words.Count == 0 && !tag.IsElse)
        {
            Refuse(tag, "nothing stands between the braces");
        }
        else
        {
            ReadNames(tag);
        }
    }

    private void Close(TemplateTag tag)
    {
        if (_open.Count == 0)
        {
            Refuse(tag, $"no '{tag.Name}' is open here");
        }
        else if (_open.Peek().Tag.Name != tag.Name)
        {
            Refuse(tag, $"'{_open.Peek().Tag.Name}' is to be closed first: '{{{{/{_open.Peek().Tag.Name}}}}}'");
        }
        else if (_open.Pop().HasValue)
        {
            _scope.Leave();
        }
    }

    private void ReadNames(TemplateTag tag)
    {
        if (tag.IsUnescaped && _content.IsJson)
        {
            _findings.Add(new TemplateFinding(tag.Start, tag.Length, "this is not escaped: a quotation mark in it makes the body no JSON") { IsWarning = true });
        }

        if (tag.IsElse)
        {
            LeaveForElse();
        }

        var words = tag.IsElse ? [.. tag.Words.Skip(1)] : tag.Words;
        object? value = TemplateScope.Any;
        for (var i = 0; i < words.Count; i++)
        {
            var text = words[i].Text;
            var next = i + 1 < words.Count ? words[i + 1].Text : "";
            if (text.StartsWith('|'))
            {
                _blockNames.UnionWith(text.Trim('|').Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
            else if (next != "=" && !IsLiteral(text) && !_blockNames.Contains(text.Split('.')[0]))
            {
                var isCalled = i == 0 ? next is not ("" or "as") : words[i - 1].Text == "(";
                value = isCalled || (i == 0 && Blocks.Contains(text)) ? Call(tag, words[i], next) : Find(words[i]);
            }
        }

        if (tag.IsOpening)
        {
            Open(tag, value);
        }
    }

    private void Open(TemplateTag tag, object? value)
    {
        var hasValue = tag.Sign == '#' && tag.Name is not ("if" or "unless");
        if (hasValue)
        {
            _scope.Enter(tag.Name == "with" ? value : TemplateScope.EntryOf(value));
        }

        _open.Push((tag, hasValue));
    }

    /// <summary>What follows is done where there is no value to go into.</summary>
    private void LeaveForElse()
    {
        var (tag, hasValue) = _open.Pop();
        if (hasValue)
        {
            _scope.Leave();
        }

        _open.Push((tag, false));
    }

    private object? Call(TemplateTag tag, (string Text, int Start) word, string next)
    {
        if (!Helpers.Contains(word.Text))
        {
            _findings.Add(new TemplateFinding(word.Start, word.Text.Length, $"there is no helper '{word.Text}'") { Word = word.Text, Known = Helpers });
        }
        else if (next.Length == 0)
        {
            Refuse(tag, $"'{word.Text}' of what?");
        }

        return TemplateScope.Any;
    }

    private object? Find((string Text, int Start) word)
    {
        var (value, unknown, known) = _scope.Find(word.Text);
        if (unknown is not null)
        {
            var place = word.Start + word.Text.LastIndexOf(unknown, StringComparison.Ordinal);
            _findings.Add(new TemplateFinding(place, unknown.Length, $"there is no '{unknown}' here, so that nothing is written")
            {
                IsWarning = true,
                Word = unknown,
                Known = known,
            });
        }

        return value;
    }

    private static bool IsLiteral(string word) =>
        word is "as" or "=" or "(" or ")" or "else" or "true" or "false" or "null" or "undefined"
        || word[0] is '"' or '\'' or (>= '0' and <= '9') or '-';

    /// <summary>What our own look has nothing against, Handlebars may still refuse.</summary>
    private void Compile(string text)
    {
        try
        {
            TemplateRenderer.Compile(text, _content);
        }
        catch (TemplateException e)
        {
            _findings.Add(new TemplateFinding(PlaceOf(text, $"{e.InnerException?.Message}"), 1, $"this is not Handlebars: {e.Message}"));
        }
    }

    private static int PlaceOf(string text, string message)
    {
        if (Place().Match(message) is not { Success: true } place)
        {
            return 0;
        }

        var lines = text.Split('\n').Take(Number(1)).Sum(line => line.Length + 1);
        return Math.Min(text.Length, lines + Number(2));

        int Number(int group) => int.Parse(place.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    private void Refuse(TemplateTag tag, string message) => _findings.Add(new TemplateFinding(tag.Start, tag.Length, message));

    // Handlebars.Net misspells it, and counts lines and columns from 0.
    [GeneratedRegex("Occured at: ([0-9]{1,6}):([0-9]{1,6})")]
    private static partial Regex Place();
}

using NewsAlerts.Http;

namespace NewsAlerts.Tests.Configuration.Sections;

public class TemplateSectionTests
{
    [Fact]
    public void Read_Template_FilledInFromTheEnvironmentAndSecret()
    {
        var configuration = Reading.ReadRight(
            Yaml("""{"key": "${KEY}", "text": "{{#each data.alerts}}{{item.title}}{{/each}}" }"""), ("KEY", "hunter2-hunter2"));

        var template = Assert.Single(configuration.Destinations).Template;
        Assert.NotNull(template);
        Assert.Equal("""{"key": "hunter2-hunter2", "text": "{{#each data.alerts}}{{item.title}}{{/each}}" }""", template.Text.Reveal());
        Assert.Equal([new Secret("hunter2-hunter2")], template.Secrets);
        Assert.Equal("application/json", template.ContentType);
        Assert.DoesNotContain("hunter2", $"{configuration.Destinations[0]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7, 13, "what begins here is not ended by '}}'", "{", "\"a\": \"{{type\" }")]
    [InlineData(7, 7, "'each' is not closed: '{{/each}}' is missing", "{", "{{#each data.alerts}}\"a\": 1}")]
    [InlineData(8, 9, "'each' is to be closed first: '{{/each}}'", "{", "{{#each data.alerts}}", "  {{/if}}{{/each}} }")]
    [InlineData(7, 12, "no 'each' is open here", "{", "\"a\": {{/each}} }")]
    [InlineData(7, 12, "a template here takes in no other one", "{", "\"a\": {{> other}} }")]
    [InlineData(7, 12, "nothing stands between the braces", "{", "\"a\": {{ }} }")]
    [InlineData(7, 29, "'}}}' ends what '{{{' begins: put a space between '}}' and '}'", "{", "\"a\": {\"b\": {{json type}}}", "}")]
    [InlineData(7, 14, "there is no helper 'uppercase'", "{", "\"a\": {{uppercase type}} }")]
    [InlineData(7, 19, "there is no helper 'eq'", "{", "\"a\": {{#if (eq type 1)}}{{/if}} }")]
    [InlineData(7, 12, "'each' of what?", "{", "\"a\": {{#each}}{{/each}} }")]
    public void Read_SyntaxMistake_HasItsPlace(int line, int column, string message, params string[] template)
    {
        var mistake = Assert.Single(Reading.Read(Yaml(template)).Mistakes);

        Assert.Equal((message, line, column), (mistake.Message, mistake.Line, mistake.Column));
    }

    [Theory]
    [InlineData("{{data.alert}}", "alert", "alerts")]
    [InlineData("{{#each data.alerts}}{{item.titel}}{{/each}}", "titel", "title")]
    [InlineData("{{#each data.alerts}}{{../typ}}{{/each}}", "typ", "type")]
    [InlineData("{{#with data}}{{type}}{{/with}}", "type", null)]
    [InlineData("{{type.Length}}", "Length", null)]
    public void Read_UnknownName_Warning(string template, string word, string? suggestion)
    {
        var result = Reading.Read(Yaml($"{{\"a\": \"{template}\" }}"));

        Assert.Empty(result.Mistakes);
        var warning = Assert.Single(result.Warnings, warning => warning.Line > 0 && warning.Message.Contains("so that nothing", StringComparison.Ordinal));
        Assert.Equal(($"there is no '{word}' here, so that nothing is written", suggestion, 6), (warning.Message, warning.Suggestion, warning.Line));
        Assert.Equal(14 + template.IndexOf(word, StringComparison.Ordinal), warning.Column);
    }

    [Theory]
    [InlineData("{{#each data.alerts as |alert n|}}{{alert.item.title}} {{n}} {{@index}} {{@root.type}}{{#unless @last}},{{/unless}}{{/each}}")]
    [InlineData("{{#if data.alerts}}{{data.alerts.[0].item.title}}{{else}}{{timestamp}}{{/if}}{{!-- }} --}}{{! no }}")]
    [InlineData("{{~#each data.alerts~}}{{lookup item 'title'}}{{#each matched}}{{field}}{{start}}{{else}}{{feed.name}}{{/each}}{{^}}{{type}}{{/each}}")]
    [InlineData("{{#data}}{{destination}}{{/data}}{{^data}}{{type}}{{/data}}")]
    public void Read_RightTemplate_NothingIsSaid(string template)
    {
        var result = Reading.Read(Yaml($"{{\"a\": \"{template}\" }}"));

        Assert.Equal("", result.Mistakes.Lines());
        Assert.DoesNotContain(result.Warnings, warning => warning.Line == 6);
    }

    [Theory]
    [InlineData("{\"a\": {{data.alerts.0.item.title}} }", "this makes no JSON of an alert:")]
    [InlineData("[{{#each data.alerts}}\"{{item.title}}\"{{/each}}]", "this makes no JSON of two alerts:")]
    [InlineData("[{{#each data.alerts}}{{#if item.title}}1{{/if}}{{#unless @last}},{{/unless}}{{/each}}, 2]", "this makes no JSON of an alert without title, link and date:")]
    public void Read_NoJson_Mistake(string template, string message)
    {
        var mistake = Assert.Single(Reading.Read(Yaml(template)).Mistakes);

        Assert.StartsWith(message, mistake.Message, StringComparison.Ordinal);
        Assert.Contains('\n', mistake.Message);
    }

    [Fact]
    public void Read_AnyPieces_NeverThrows()
    {
        string[] pieces =
        [
            "{{", "}}", "{{{", "}}}", "#each ", "/each", "#if ", "/if", "#with ", "else", "^", "data", ".alerts", ".[0]", "../", "@index", "this", "(", ")",
            "json ", "lookup ", "type", " ", "\"", "'", "{", "}", "|x|", " as ", "=", "~", "!", "!--", "--", ">", "&", "*", "\\", "1", "[", "]", "\n      ", "é",
        ];
        var random = new Random(20261121);
        for (var round = 0; round < 2_000; round++)
        {
            var template = string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => pieces[random.Next(pieces.Length)]));

            var result = Reading.Read(Yaml($"x{template}") + "    contentType: text/plain\n");

            Assert.Equal(result.IsRight, result.Mistakes.Count == 0);
        }
    }

    [Fact]
    public void Read_NoJson_ShowsNoSecret()
    {
        var mistake = Assert.Single(Reading.Read(Yaml("""{"key": "${KEY}" "b": 1}"""), ("KEY", "hunter2")).Mistakes);

        Assert.DoesNotContain("hunter2", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contentType: text/plain", null)]
    [InlineData("contentType: nothing", "'nothing' is no media type, such as application/json or text/plain")]
    public void Read_ContentType_Checked(string line, string? message)
    {
        var result = Reading.Read(Yaml("{{type}} of {{timestamp}}") + $"    {line}\n");

        Assert.Equal(message is null ? [] : [message], result.Mistakes.Select(mistake => mistake.Message));
    }

    [Theory]
    [InlineData("type: slack", "url: https://h.example/", "template: x", "'template' means nothing for type slack: only a webhook's body has a shape to choose")]
    [InlineData("type: webhook", "url: https://h.example/", "contentType: text/plain", "'contentType' means nothing without 'template'")]
    public void Read_WhereItMeansNothing_Mistake(string type, string url, string key, string message) => Assert.Contains(
        message, Reading.Read($"destinations: [{{ name: a, {type}, {url}, {key} }}]").Mistakes.Select(mistake => mistake.Message));

    [Fact]
    public void Read_TooLong_Mistake() => Assert.Matches(
        "^this makes [0-9]+ bytes of 1 short alerts; 19999 is the most$",
        Assert.Single(Reading.Read(Yaml($"\"{new string('x', 20_000)}\"")).Mistakes).Message);

    private static string Yaml(params string[] template) =>
        "destinations:\n  - name: hook\n    type: webhook\n    url: https://hooks.example/a\n    template: |\n"
        + string.Concat(template.Select(line => $"      {line}\n"));
}

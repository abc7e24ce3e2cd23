using System.CommandLine;
using NewsAlerts.Local.Commands.Printing;
using NewsAlerts.Rules;
using NewsAlerts.Rules.Explaining;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Local.Commands.Rules;

/// <summary><c>alerts rules explain</c>: how a query was understood.</summary>
internal static class RulesExplainCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("query") { Description = "The query, as a rule's 'when' has it." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object, with every term and spelling." };
        var command = new Command("explain", "Show how a query is understood, and what it is looked up by.") { query, json };
        command.SetAction(result => Explain(
            result.GetRequiredValue(query),
            result.GetValue(json),
            result.InvocationConfiguration.Output,
            result.InvocationConfiguration.Error));
        return command;
    }

    private static int Explain(string text, bool json, TextWriter output, TextWriter error)
    {
        var parsed = QueryParser.Parse(text);
        if (!parsed.IsQuery)
        {
            error.WriteLine(MatchMistake.Describe("query", 1, text, parsed.Mistake));
            return ExitCode.WrongInput;
        }

        foreach (var hint in QueryHints.Of(text))
        {
            error.WriteLine(MatchMistake.Describe("query", 1, text, hint));
        }

        var explained = QueryExplanation.Of(parsed.Query);
        var anchors = QueryAnchors.Of(parsed.Query);
        if (json)
        {
            output.WriteLine(JsonLines.Of(new { query = text, understood = parsed.Query.ToString(), finds = explained, lookedUpBy = anchors }));
        }
        else
        {
            Write(text, parsed.Query.ToString(), explained, anchors, output);
        }

        return ExitCode.Done;
    }

    private static void Write(string text, string understood, ExplainedPart explained, IReadOnlyList<string> anchors, TextWriter output)
    {
        if (understood != text)
        {
            output.WriteLine(understood);
        }

        var lines = new Lines(output);
        Write(explained, " ", lines);
        switch (anchors)
        {
            case []:
                lines.Write("Nothing is required: it is tried on every item.");
                break;
            case [var only]:
                lines.WriteSentence("Looked up by:", only);
                break;
            default:
                lines.WriteSentence("Looked up by any of:", QueryExplanation.List(anchors));
                break;
        }
    }

    // What a part says begins one column after its indent; where it is long, it goes on below its own parts.
    private static void Write(ExplainedPart part, string indent, Lines lines)
    {
        lines.WriteSentence(indent, part.Says, $"{indent}     ");
        foreach (var inner in part.Parts)
        {
            Write(inner, indent + "  ", lines);
        }
    }
}

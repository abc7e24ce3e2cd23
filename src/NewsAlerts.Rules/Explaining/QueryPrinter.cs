using System.Globalization;
using System.Text;
using NewsAlerts.Rules.Parsing;

namespace NewsAlerts.Rules.Explaining;

/// <summary>Writes a query so that it parses to the same tree.</summary>
internal static class QueryPrinter
{
    public static string Print(QueryNode root)
    {
        var text = new StringBuilder();
        Write(root, text);
        return text.ToString();
    }

    private static void Write(QueryNode node, StringBuilder text)
    {
        switch (node)
        {
            case QueryNode.Word word:
                text.Append(word.Text);
                break;
            case QueryNode.Phrase phrase:
                text.Append('"').Append(phrase.Text).Append('"');
                break;
            case QueryNode.Prefix prefix:
                text.Append(prefix.Text).Append('*');
                break;
            case QueryNode.Loose loose:
                text.Append(CultureInfo.InvariantCulture, $"\"{loose.Text}\"~{loose.Between}");
                break;
            case QueryNode.Wildcard wildcard:
                text.Append(wildcard.Text);
                break;
            case QueryNode.Exact exact:
                text.Append('=');
                Write(exact.Operand, text);
                break;
            case QueryNode.Name name:
                text.Append(QueryFields.Name).Append(':');
                Write(name.Written, text);
                break;
            case QueryNode.Pattern pattern:
                text.Append('/').Append(pattern.Text).Append('/').Append(pattern.Flags);
                break;
            case QueryNode.Near near:
                WriteOperand(near.Left, near, text);
                text.Append(CultureInfo.InvariantCulture, $" NEAR/{near.Distance} ");
                WriteOperand(near.Right, near, text);
                break;
            case QueryNode.In scope:
                text.Append(QueryFields.NameOf(scope.Field)).Append(':');
                WriteOperand(scope.Operand, scope, text);
                break;
            case QueryNode.And and:
                WriteAnd(and, text);
                break;
            case QueryNode.Or or:
                WriteOperand(or.Operands[0], or, text);
                foreach (var operand in or.Operands.Skip(1))
                {
                    text.Append(" OR ");
                    WriteOperand(operand, or, text);
                }

                break;
            case QueryNode.Not not:
                text.Append("NOT ");
                WriteOperand(not.Operand, not, text);
                break;
        }
    }

    private static void WriteAnd(QueryNode.And and, StringBuilder text)
    {
        for (var i = 0; i < and.Operands.Count; i++)
        {
            if (i > 0)
            {
                text.Append(and.Operands[i] is QueryNode.Not ? " " : " AND ");
            }

            WriteOperand(and.Operands[i], and, text);
        }
    }

    private static void WriteOperand(QueryNode operand, QueryNode parent, StringBuilder text)
    {
        if (Binding(operand) > Binding(parent))
        {
            Write(operand, text);
        }
        else
        {
            text.Append('(');
            Write(operand, text);
            text.Append(')');
        }
    }

    private static int Binding(QueryNode node) => node switch
    {
        QueryNode.Or => 0,
        QueryNode.And => 1,
        QueryNode.Not => 2,
        QueryNode.Near => 3,
        QueryNode.In => 4,
        _ => 5,
    };
}

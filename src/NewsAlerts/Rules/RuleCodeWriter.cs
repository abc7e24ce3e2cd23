using System.Runtime.InteropServices;

namespace NewsAlerts.Rules;

/// <summary>Writes queries as instructions, their terms as numbers.</summary>
internal sealed class RuleCodeWriter
{
    private readonly List<int> _code = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _terms = [];
    private char[] _folded = new char[256];

    public TermTable Words { get; } = new();

    public TermTable Prefixes { get; } = new();

    public RuleExtras Extras { get; } = new();

    public void Write(Query query)
    {
        _starts.Add(_code.Count);
        Write(query.Root);
    }

    /// <summary>The instructions of all queries, and where each query's start.</summary>
    public (int[] Code, int[] Starts) ToArrays() => ([.. _code], [.. _starts]);

    private void Write(QueryNode node)
    {
        switch (node)
        {
            case QueryNode.Word word:
                WriteWords(word.Text);
                break;
            case QueryNode.Phrase phrase:
                WriteWords(phrase.Text);
                break;
            case QueryNode.Prefix prefix:
                ReadTerms(prefix.Text, Prefixes);
                _code.Add(RuleCode.Pack(RuleOperation.Prefix, _terms[0]));
                break;
            case QueryNode.Near near:
                WriteCompound(RuleOperation.Near, near.Distance, [near.Left, near.Right]);
                break;
            case QueryNode.In scope:
                WriteCompound(RuleOperation.In, (int)scope.Field, [scope.Operand]);
                break;
            case QueryNode.And and:
                WriteCompound(RuleOperation.And, 0, [.. and.Operands.OrderBy(Effort)]);
                break;
            case QueryNode.Or or:
                WriteCompound(RuleOperation.Or, 0, or.Operands);
                break;
            case QueryNode.Not not:
                WriteCompound(RuleOperation.Not, 0, [not.Operand]);
                break;
        }
    }

    private void WriteWords(string text)
    {
        ReadTerms(text, Words);
        if (_terms.Count == 1)
        {
            _code.Add(RuleCode.Pack(RuleOperation.Word, _terms[0]));
            return;
        }

        _code.Add(RuleCode.Pack(RuleOperation.Phrase, _terms.Count));
        _code.Add(0);
        _code.AddRange(CollectionsMarshal.AsSpan(_terms));
    }

    private void WriteCompound(RuleOperation operation, int argument, IReadOnlyList<QueryNode> operands)
    {
        var start = _code.Count;
        _code.Add(RuleCode.Pack(operation, argument));
        _code.Add(0);
        foreach (var operand in operands)
        {
            Write(operand);
        }

        _code[start + 1] = _code.Count - start;
    }

    private void ReadTerms(string text, TermTable table)
    {
        if (_folded.Length < text.Length)
        {
            _folded = new char[text.Length];
        }

        _terms.Clear();
        var reader = new TokenReader(text, _folded);
        while (reader.Read())
        {
            _terms.Add(table.Intern(reader.Folded));
        }
    }

    // What is cheap to refute comes first.
    private static int Effort(QueryNode node) => node switch
    {
        QueryNode.Word => 0,
        QueryNode.Prefix => 1,
        QueryNode.Or => 2,
        QueryNode.Phrase => 3,
        QueryNode.Not => 5,
        _ => 4,
    };
}

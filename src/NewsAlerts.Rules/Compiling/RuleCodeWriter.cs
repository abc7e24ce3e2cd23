using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using NewsAlerts.Names.Text;
using NewsAlerts.Rules.Parsing;
using NewsAlerts.Rules.Places;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules.Compiling;

/// <summary>Writes queries as instructions, their terms as numbers.</summary>
internal sealed class RuleCodeWriter
{
    private readonly List<int> _code = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _terms = [];
    private char[] _folded = new char[256];

    // The field whose terms are marked, while one is written.
    private TextField? _marked;

    // While what is written counts as it stands, which is with no particle.
    private bool _isExact;

    public TermTable Words { get; } = new();

    public TermTable Prefixes { get; } = new();

    public RuleExtras Extras { get; } = new();

    private bool IsWhole => _marked is { } marked && FieldTerms.IsWhole(marked);

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
                WriteIn(scope.Field, scope.Operand);
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
            case QueryNode.Loose loose:
                WriteRow(WordPart.Of(loose.Text), loose.Between);
                break;
            case QueryNode.Wildcard wildcard:
                WriteChecked(new QueryNode.Prefix(WordShape.Beginning(wildcard.Text)), new WordShape(wildcard.Text, isExact: false));
                break;
            case QueryNode.Exact exact:
                WriteExact(exact.Operand);
                break;
            case QueryNode.Name { Reading: { IsName: true } reading }:
                var person = new NamedPerson(reading);
                WriteChecked(person.Variants, person);
                break;
            case QueryNode.Pattern pattern:
                WritePattern(pattern.Regex);
                break;
        }
    }

    // Most words are enough; some have signs that belong to them, or particles.
    private void WriteWords(string text)
    {
        var parts = IsWhole || !WordPart.MayBeIn(text) ? [] : WordPart.Of(text);
        if (parts is [var only])
        {
            WritePart(only, isLast: true);
        }
        else if (parts.Any(part => part.Sign.Length > 0) || (parts is [.., { IsKorean: true }] && !_isExact))
        {
            WriteRow(parts, between: 0);
        }
        else
        {
            WritePlain(text);
        }
    }

    private void WritePlain(string text)
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

    /// <summary>Writes one word. A noun of Korean takes its particles at the end of a phrase.</summary>
    private void WritePart(WordPart part, bool isLast)
    {
        if (part.Check is { } check)
        {
            WriteChecked(() => WritePlain(part.Text), check);
        }
        else if (part.IsKorean && isLast && !_isExact)
        {
            WriteChecked(() => Write(new QueryNode.Prefix(part.Text)), new NounWithParticle(part.Folded));
        }
        else
        {
            WritePlain(part.Text);
        }
    }

    /// <summary>Writes words in their order, with at most some others between.</summary>
    private void WriteRow(IReadOnlyList<WordPart> parts, int between)
    {
        var start = _code.Count;
        _code.Add(RuleCode.Pack(RuleOperation.Row, between));
        _code.Add(0);
        foreach (var (index, part) in parts.Index())
        {
            WritePart(part, isLast: between > 0 || index == parts.Count - 1);
        }

        _code[start + 1] = _code.Count - start;
    }

    // Marked terms are in no other field: which one it is needs to be said only where the text itself is looked at.
    private void WriteIn(TextField field, QueryNode operand)
    {
        if (!FieldTerms.IsMarked(field))
        {
            WriteCompound(RuleOperation.In, (int)field, [operand]);
            return;
        }

        Extras.Fields.Add(field);
        _marked = field;
        Write(operand);
        _marked = null;
    }

    private void WriteExact(QueryNode operand)
    {
        _isExact = true;
        switch (operand)
        {
            case QueryNode.Prefix prefix:
                WriteChecked(prefix, new WordShape(prefix.Text + "*", isExact: true));
                break;
            case QueryNode.Wildcard wildcard:
                WriteChecked(new QueryNode.Prefix(WordShape.Beginning(wildcard.Text)), new WordShape(wildcard.Text, isExact: true));
                break;
            case QueryNode.Word word:
                WriteChecked(word, new ExactWords(word.Text));
                break;
            case QueryNode.Phrase phrase:
                WriteChecked(phrase, new ExactWords(phrase.Text));
                break;
        }

        _isExact = false;
    }

    private void WriteChecked(QueryNode operand, IPlaceCheck check) => WriteChecked(() => Write(operand), check);

    private void WriteChecked(Action writeOperand, IPlaceCheck check)
    {
        var start = _code.Count;
        _code.Add(RuleCode.Pack(RuleOperation.Checked, Extras.Checks.Count));
        _code.Add(0);
        Extras.Checks.Add(check);
        writeOperand();
        _code[start + 1] = _code.Count - start;
    }

    private void WritePattern(Regex regex)
    {
        var field = _marked;
        var start = _code.Count;
        if (field is { } marked)
        {
            _code.Add(RuleCode.Pack(RuleOperation.In, (int)marked));
            _code.Add(0);
        }

        _code.Add(RuleCode.Pack(RuleOperation.Pattern, Extras.Patterns.Count));
        Extras.Patterns.Add(regex);
        if (field is not null)
        {
            _code[start + 1] = _code.Count - start;
        }
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
        _terms.Clear();
        if (_marked is { } whole && IsWhole)
        {
            _terms.Add(table.Intern(FieldTerms.MarkOf(whole) + FieldTerms.Whole(whole, text)));
            return;
        }

        if (_folded.Length < TextFolding.Room(text.Length) + 1)
        {
            _folded = new char[TextFolding.Room(text.Length) + 1];
        }

        var reader = new TokenReader(text, _folded, 1);
        while (reader.Read())
        {
            _terms.Add(table.Intern(_marked is { } field ? Marked(reader, field) : reader.Folded));
        }
    }

    // The mark overwrites the end of the word before.
    private ReadOnlySpan<char> Marked(in TokenReader reader, TextField field)
    {
        _folded[reader.FoldedStart - 1] = FieldTerms.MarkOf(field);
        return _folded.AsSpan((reader.FoldedStart - 1)..reader.FoldedEnd);
    }

    // What is cheap to refute comes first.
    private static int Effort(QueryNode node) => node switch
    {
        QueryNode.Word => 0,
        QueryNode.Prefix => 1,
        QueryNode.Or => 2,
        QueryNode.Phrase => 3,
        QueryNode.Pattern or QueryNode.In { Operand: QueryNode.Pattern } => 5,
        QueryNode.Not => 6,
        _ => 4,
    };
}

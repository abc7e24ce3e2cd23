using System.Text.RegularExpressions;
using NewsAlerts.Names;
using NewsAlerts.Rules.Terms;

namespace NewsAlerts.Rules;

/// <summary>A part of a query: one of the records below, nothing else.</summary>
internal abstract record QueryNode
{
    private QueryNode()
    {
    }

    /// <summary>Whether NEAR can stand beside it: it is found at places, not in an item as a whole.</summary>
    public bool IsPlace => this switch
    {
        Word or Phrase or Prefix or Loose or Wildcard or Exact or Name => true,
        In scope => scope.Operand.IsPlace && !FieldTerms.IsWhole(scope.Field),
        Or or => or.Operands.All(operand => operand.IsPlace),
        _ => false,
    };

    /// <summary>A bare word as written. Where it folds to several tokens (Han, hyphens) it stands for a phrase.</summary>
    public sealed record Word(string Text) : QueryNode;

    /// <summary>The text between quotes: its tokens at consecutive positions of one field.</summary>
    public sealed record Phrase(string Text) : QueryNode;

    /// <summary>Every token that starts with the one that the text folds to.</summary>
    public sealed record Prefix(string Text) : QueryNode;

    /// <summary>The words of a phrase in their order, with at most <paramref name="Between"/> other words between, all together.</summary>
    public sealed record Loose(string Text, int Between) : QueryNode;

    /// <summary>A word in which each <c>?</c> is one character; a final <c>*</c> is any rest.</summary>
    public sealed record Wildcard(string Text) : QueryNode;

    /// <summary>A word, phrase, prefix or wildcard, written in the same case and with the same accents.</summary>
    public sealed record Exact(QueryNode Operand) : QueryNode;

    /// <summary>A person, as other outlets write the name.</summary>
    /// <param name="Written">The name: a <see cref="Word"/> or a <see cref="Phrase"/>.</param>
    /// <param name="Reading">What it is looked for as.</param>
    public sealed record Name(QueryNode Written, NameReading Reading) : QueryNode;

    /// <summary>A regular expression that finds at least one character of a text.</summary>
    /// <param name="Text">It, as written between the slashes.</param>
    /// <param name="Flags">What is written behind them.</param>
    /// <param name="Regex">It, ready to use.</param>
    public sealed record Pattern(string Text, string Flags, Regex Regex) : QueryNode;

    /// <summary>Both sides in one field, apart, the end of one at most <paramref name="Distance"/> tokens from the other.</summary>
    public sealed record Near(QueryNode Left, QueryNode Right, int Distance) : QueryNode;

    /// <summary>The operand, looked for in one field only.</summary>
    public sealed record In(TextField Field, QueryNode Operand) : QueryNode;

    /// <summary>All operands, of which at least one is not a <see cref="Not"/>.</summary>
    public sealed record And(IReadOnlyList<QueryNode> Operands) : QueryNode;

    /// <summary>Any operand; none of them is a <see cref="Not"/>.</summary>
    public sealed record Or(IReadOnlyList<QueryNode> Operands) : QueryNode;

    /// <summary>Not the operand; found only among the operands of an <see cref="And"/>.</summary>
    public sealed record Not(QueryNode Operand) : QueryNode;
}

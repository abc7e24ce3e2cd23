using NewsAlerts.Rules.Compiling;

namespace NewsAlerts.Rules.Terms;

/// <summary>
/// Counts how many rules use each term: what many rules ask for is common in the news, too. A prefix counts as all words
/// that start with it, a phrase as rarer than its words.
/// </summary>
internal sealed class TermUses : IAnchorTerms
{
    // How much rarer than its rarest word a phrase is taken to be.
    private const int PhraseRarity = 8;

    private readonly RuleTerms _terms;
    private readonly int[] _uses;

    public TermUses(RuleCode code, RuleTerms terms, TermTable words)
    {
        _terms = terms;
        _uses = new int[terms.Count];
        CountWordsAndPrefixes(code, words);
        EstimatePhrases(code);
    }

    public int OfPrefix(int prefix) => _terms.OfPrefix(prefix);

    public int OfPhrase(ReadOnlySpan<int> words) => _terms.OfPhrase(words);

    public int UsesOf(int term) => _uses[term];

    private void CountWordsAndPrefixes(RuleCode code, TermTable words)
    {
        for (var at = 0; at < code.Length; at = code.Next(at))
        {
            switch (code.OperationAt(at))
            {
                case RuleOperation.Word:
                    _uses[code.ArgumentAt(at)]++;
                    break;
                case RuleOperation.Prefix:
                    _uses[_terms.OfPrefix(code.ArgumentAt(at))]++;
                    break;
                case RuleOperation.Phrase:
                    foreach (var word in code.PhraseWords(at))
                    {
                        _uses[word]++;
                    }

                    break;
            }
        }

        var prefixes = new List<int>();
        for (var word = 0; word < words.Count; word++)
        {
            prefixes.Clear();
            _terms.Prefixes.AddTo(prefixes, words[word]);
            foreach (var prefix in prefixes)
            {
                _uses[_terms.OfPrefix(prefix)] += _uses[word];
            }
        }
    }

    private void EstimatePhrases(RuleCode code)
    {
        for (var at = 0; at < code.Length; at = code.Next(at))
        {
            if (code.OperationAt(at) == RuleOperation.Phrase)
            {
                var words = code.PhraseWords(at);
                var rarest = int.MaxValue;
                foreach (var word in words)
                {
                    rarest = Math.Min(rarest, _uses[word]);
                }

                _uses[_terms.OfPhrase(words)] = rarest / PhraseRarity;
            }
        }
    }
}

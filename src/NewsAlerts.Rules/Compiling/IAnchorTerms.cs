namespace NewsAlerts.Rules.Compiling;

/// <summary>What <see cref="RuleAnchors"/> knows of terms.</summary>
internal interface IAnchorTerms
{
    /// <summary>The term that a prefix is.</summary>
    int OfPrefix(int prefix);

    /// <summary>The term that the words of a phrase are; negative where there is none.</summary>
    int OfPhrase(ReadOnlySpan<int> words);

    /// <summary>How common a term is: about how many rules use it.</summary>
    int UsesOf(int term);
}

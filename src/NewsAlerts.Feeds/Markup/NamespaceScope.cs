using System.Runtime.InteropServices;

namespace NewsAlerts.Feeds.Markup;

/// <summary>The namespace declarations in force while a document is read (Namespaces in XML 1.0 §6).</summary>
internal sealed class NamespaceScope
{
    // Bounds what a hostile document can make a look-up cost.
    private const int MaxDeclarations = 256;
    private const int MaxKnownNames = 1024;

    private readonly List<(int Depth, string Prefix, Vocabulary Vocabulary)> _declared = [];
    private readonly Dictionary<string, MarkupName> _names = [];
    private readonly Dictionary<string, MarkupName> _attributeNames = [];

    /// <summary>Whether a prefix was used that nothing declares.</summary>
    public bool MetUndeclaredPrefix { get; private set; }

    /// <summary>Declares what a prefix (empty: the default) means for the element at that depth and all below it.</summary>
    public void Declare(int depth, ReadOnlySpan<char> prefix, ReadOnlySpan<char> name)
    {
        var vocabulary = Vocabularies.OfNamespace(name);
        if (prefix.IsEmpty && (vocabulary == Vocabulary.Other || (depth == 1 && !IsOfRoot(vocabulary))))
        {
            // An unknown default, or a module's name as the default of the whole document, still means RSS.
            vocabulary = Vocabulary.Core;
        }

        if (_declared.Count < MaxDeclarations)
        {
            _declared.Add((depth, prefix.ToString(), vocabulary));
            Forget();
        }
    }

    /// <summary>Ends the declarations of the elements below that depth.</summary>
    public void Leave(int depth)
    {
        var kept = _declared.Count;
        while (kept > 0 && _declared[kept - 1].Depth > depth)
        {
            kept--;
        }

        if (kept < _declared.Count)
        {
            _declared.RemoveRange(kept, _declared.Count - kept);
            Forget();
        }
    }

    public MarkupName Element(ReadOnlySpan<char> qualified) => Resolve(_names, qualified, isAttribute: false);

    public MarkupName Attribute(ReadOnlySpan<char> qualified) => Resolve(_attributeNames, qualified, isAttribute: true);

    private static bool IsOfRoot(Vocabulary vocabulary) =>
        vocabulary is Vocabulary.Core or Vocabulary.Atom or Vocabulary.Rdf or Vocabulary.Xhtml;

    private MarkupName Resolve(Dictionary<string, MarkupName> known, ReadOnlySpan<char> qualified, bool isAttribute)
    {
        if (known.Count == MaxKnownNames)
        {
            known.Clear();
        }

        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(
            known.GetAlternateLookup<ReadOnlySpan<char>>(), qualified, out var exists);
        if (!exists)
        {
            var colon = qualified.IndexOf(':');
            var prefix = colon < 0 ? default : qualified[..colon];
            var local = qualified[(colon + 1)..].ToString().ToLowerInvariant();
            slot = new MarkupName(isAttribute && colon < 0 ? Vocabulary.Core : Meaning(prefix), local);
        }

        return slot;
    }

    private Vocabulary Meaning(ReadOnlySpan<char> prefix)
    {
        for (var i = _declared.Count - 1; i >= 0; i--)
        {
            if (prefix.Equals(_declared[i].Prefix, StringComparison.OrdinalIgnoreCase))
            {
                // A customary prefix with a name that nobody knows is a slip, not another module.
                return _declared[i].Vocabulary != Vocabulary.Other
                    ? _declared[i].Vocabulary
                    : Vocabularies.OfUndeclaredPrefix(prefix) ?? Vocabulary.Other;
            }
        }

        if (prefix.IsEmpty)
        {
            return Vocabulary.Core;
        }

        MetUndeclaredPrefix |= !prefix.Equals("xml", StringComparison.OrdinalIgnoreCase);
        return Vocabularies.OfUndeclaredPrefix(prefix) ?? Vocabulary.Other;
    }

    private void Forget()
    {
        _names.Clear();
        _attributeNames.Clear();
    }
}

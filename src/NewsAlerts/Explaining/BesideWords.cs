using NewsAlerts.Names.Text;
using NewsAlerts.Rules;

namespace NewsAlerts.Explaining;

/// <summary>Finds the words that are in matching items far more often than in the archive as a whole.</summary>
internal sealed class BesideWords
{
    private const int MostWords = 12;
    private const int ShortestWord = 3;
    private const int FewestItems = 3;
    private const double LeastShare = 0.05;
    private const double LeastLift = 3;

    // Of a large archive, a part tells how frequent a word is.
    private const int AllUpTo = 5000;
    private const int OneOf = 16;

    private readonly Dictionary<string, int> _everywhere = [];
    private readonly Dictionary<string, int> _matching = [];
    private readonly Dictionary<string, Dictionary<string, int>> _spellings = [];
    private readonly HashSet<string> _asked = [];
    private int _items;
    private int _sampled;
    private int _matches;

    /// <summary>Takes note of an item.</summary>
    /// <param name="text">Its texts; title and summary count.</param>
    /// <param name="isMatch">Whether it matches.</param>
    /// <param name="places">Where.</param>
    public void Add(in ItemText text, bool isMatch, IReadOnlyList<WordMatch> places)
    {
        var isSampled = _items++ < AllUpTo || _items % OneOf == 0;
        _sampled += isSampled ? 1 : 0;
        _matches += isMatch ? 1 : 0;
        if (!isSampled && !isMatch)
        {
            return;
        }

        var words = new Dictionary<string, string>();
        foreach (var field in (TextField[])[TextField.Title, TextField.Summary])
        {
            Read(text[field], places.Where(place => place.Field == field).ToList(), words);
        }

        foreach (var (word, spelling) in words)
        {
            _everywhere[word] = _everywhere.GetValueOrDefault(word) + (isSampled ? 1 : 0);
            if (isMatch)
            {
                _matching[word] = _matching.GetValueOrDefault(word) + 1;
                _spellings.TryAdd(word, []);
                _spellings[word][spelling] = _spellings[word].GetValueOrDefault(spelling) + 1;
            }
        }
    }

    /// <summary>The words, the most telling first.</summary>
    public IReadOnlyList<WordCount> Find()
    {
        var least = Math.Max(FewestItems, _matches * LeastShare);
        var found = from word in _matching
                    where word.Value >= least && !_asked.Contains(word.Key)
                    let share = word.Value / (double)_matches
                    let usual = (_everywhere.GetValueOrDefault(word.Key) + 1) / (_sampled + 1.0)
                    where share / usual >= LeastLift
                    orderby word.Value * Math.Log(share / usual) descending, word.Key
                    select new WordCount(_spellings[word.Key].MaxBy(spelling => spelling.Value).Key, word.Value);
        return [.. found.Take(MostWords)];
    }

    private void Read(string text, List<WordMatch> places, Dictionary<string, string> words)
    {
        var reader = new TokenReader(text, new char[text.Length]);
        while (reader.Read())
        {
            var (start, end) = (reader.Start, reader.End);
            var word = reader.Folded.ToString();
            if (places.Exists(place => place.Start < end && start < place.Start + place.Length))
            {
                _asked.Add(word);
            }
            else if (word.Length >= ShortestWord && !word.All(char.IsDigit))
            {
                words.TryAdd(word, text[start..end]);
            }
        }
    }
}

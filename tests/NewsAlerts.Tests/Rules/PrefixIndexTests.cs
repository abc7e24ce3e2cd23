using NewsAlerts.Rules;

namespace NewsAlerts.Tests.Rules;

public class PrefixIndexTests
{
    private const string Letters = "abcdefghijklmnop";

    [Fact]
    public void AddTo_KeyOfEveryLength_FindsThePrefixesThatAreNotLonger()
    {
        for (var shortest = 1; shortest <= Letters.Length; shortest++)
        {
            var prefixes = new TermTable();
            for (var length = shortest; length <= Letters.Length; length++)
            {
                prefixes.Intern(Letters.AsSpan(0, length));
                prefixes.Intern(Letters[..(length - 1)] + 'z');
            }

            var index = new PrefixIndex(prefixes);
            for (var length = 1; length <= Letters.Length; length++)
            {
                Assert.True(TermKey.TryMake(Letters.AsSpan(0, length), out var word));
                var found = new List<int>();
                index.AddTo(found, word);

                var expected = Enumerable.Range(shortest, Math.Max(0, length - shortest + 1)).Select(prefix => Letters[..prefix]);
                Assert.True(found.Count == 0 || index.MayStart(word));
                Assert.Equal(expected, found.Select(prefix => prefixes[prefix].ToString()));
            }
        }
    }
}
